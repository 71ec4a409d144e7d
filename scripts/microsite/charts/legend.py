"""The signs a chart uses, said in words for its foot."""

from __future__ import annotations

from microsite.charts.plan import drawn_series
from microsite.charts.points import threads_of
from microsite.charts.theme import WIDE
from microsite.model.indicator import Indicator
from microsite.wording.catalog import Words

_SIGNS = {"about": "about", "over": "over", "under": "under", "below": "under", "least": "least"}


def chart_legend(indicator: Indicator, words: Words) -> tuple[str, ...]:
    """Return one phrase for each sign in the chart of ``indicator``; none when it needs none."""
    series = drawn_series(indicator, words, WIDE)
    keys = ["span"] if series.kind == "span" else []
    if any(point.is_hollow for point in series.points):
        keys.append("hollow")
    if series.kind == "line" and any(one.is_loose for one in threads_of(series.points)):
        keys.append("loose")
    if series.others:
        keys.append("other")
    used = {_SIGNS.get(reading.qualifier, "") for reading in indicator.preferred}
    keys += [sign for sign in ("about", "over", "under", "least") if sign in used]
    return tuple(words(f"chart.legend.{key}") for key in keys)
