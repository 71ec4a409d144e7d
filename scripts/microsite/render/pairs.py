"""Two readings of one indicator side by side, and what may honestly be said of the change."""

from __future__ import annotations

from math import floor
from typing import Any

from microsite.identity import draw_thread
from microsite.model.indicator import Indicator, Reading
from microsite.render.context import Context

# below this “so many times” says less than the two figures do
_WORTH_SAYING = 1.5
_LARGE = 10

# a first figure that is at most what is written, a last one that is at least that
_AT_MOST = ("under", "below")
_AT_LEAST = ("over", "least")
_NEAR = ("exact", "about", "estimate")


def compared(context: Context, indicator: Indicator, then: Reading, now: Reading) -> dict[str, Any]:
    """Return what the template of a pair shows."""
    return {
        "indicator": indicator,
        "then": then,
        "now": now,
        "thread": draw_thread(max(1, now.year - then.year)),
        "remark": remark(context, indicator, then, now),
    }


def remark(context: Context, indicator: Indicator, then: Reading, now: Reading) -> str:
    """Say why the two cannot be compared, or how many times the first the last is, or nothing.

    A ratio needs an undisputed figure at both ends, of a quantity that is not itself a share.
    """
    if any(then.year < cut.year <= now.year for cut in indicator.breaks):
        year = next(cut.year for cut in indicator.breaks if then.year < cut.year <= now.year)
        return context.words("compare.changed", year=year)
    if indicator.price_basis == "current":
        return context.words("indicator.current")
    share = context.plain(indicator.unit).startswith("%")
    if share or any(_is_disputed(indicator, one) for one in (then, now)):
        return ""
    return _times(context, then, now)


def _times(context: Context, then: Reading, now: Reading) -> str:
    ratio = now.value / then.value if then.value > 0 else 0
    if ratio < _WORTH_SAYING:
        return ""
    if then.qualifier in _NEAR and now.qualifier in _NEAR:
        return context.words("compare.times", ratio=_written(context, ratio, down=False))
    exact = "exact"
    if then.qualifier in (exact, *_AT_MOST) and now.qualifier in (exact, *_AT_LEAST):
        return context.words("compare.times_over", ratio=_written(context, ratio, down=True))
    return ""


def _is_disputed(indicator: Indicator, reading: Reading) -> bool:
    return sum(one.year == reading.year for one in indicator.series) > 1


def _written(context: Context, ratio: float, *, down: bool) -> str:
    decimals = 0 if ratio >= _LARGE else 1
    scale: int = 10**decimals
    return context.number(floor(ratio * scale) / scale if down else ratio, decimals)
