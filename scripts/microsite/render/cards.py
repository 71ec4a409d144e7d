"""What stands on a card: one result as numeral and words, a picture, a small drawing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from microsite.charts import chart_legend, draw_small, drawn_years, has_chart, small_years
from microsite.model.base import Localized
from microsite.model.indicator import Indicator, Reading
from microsite.model.story import PracticeModel
from microsite.render.context import Context
from microsite.wording.catalog import Words

_MEGABYTE = 1_000_000
_SHORT = 20


def split_result(text: str, words: Words) -> tuple[str, str] | None:
    """Cut “Hơn 20.000 ha chè mỗi năm” into its numeral, “hơn 20.000 ha”, and its words.

    The qualifier, a power of ten and a short unit belong to the numeral. Returns None when the
    text does not begin with a number.
    """
    listed = (words(f"cards.{name}") for name in ("qualifiers", "ranges", "powers", "units"))
    found = _numeral(*listed).match(text)
    if found is None or not found["rest"]:
        return None
    written = re.sub(r"\s+", "\u00a0", found["numeral"].strip())
    return written[0].lower() + written[1:], found["rest"]


def first_result(context: Context, model: PracticeModel) -> tuple[str, str] | None:
    """Return numeral and words of a model's first result, when it begins with a number."""
    if not model.results:
        return None
    return result_parts(context, model.results[0])


def result_parts(context: Context, result: Localized) -> tuple[str, str] | None:
    """Return numeral and words of one result, when it begins with a number."""
    return split_result(context.plain(result), context.words)


def numeral(context: Context, indicator: Indicator, reading: Reading) -> tuple[str, str, str]:
    """Return (qualifier, number, unit) of a reading; a per cent sign stays with its number."""
    number = context.quantity(indicator, reading, unit=False, qualifier=False)
    unit = context.plain(indicator.unit)
    if unit.startswith("%"):
        number, unit = f"{number}%", unit[1:].strip()
    return context.words(f"qualifier.{reading.qualifier}"), number, unit


def small_chart(context: Context, indicator: Indicator) -> str:
    """Return the small drawing of an indicator, or nothing when there is too little to draw."""
    if not has_chart(indicator):
        return ""
    first, last = shared_years(context)
    return draw_small(indicator, context.words, context.shared.charts, first=first, last=last)


def small_ends(context: Context, indicator: Indicator) -> tuple[int, int]:
    """Return the years at both ends of the small drawing of an indicator."""
    first, last = shared_years(context)
    return small_years(indicator, context.words, first=first, last=last)


def shared_years(context: Context) -> tuple[int, int]:
    """Return the years of all small drawings: from the anniversary to the newest reading."""
    settings = context.site.settings
    dates = [one.date for one in settings.anniversaries[-1:]] or [settings.anchor]
    first = dates[0].first.year
    years = (
        reading.year
        for other in context.site.indicators.values()
        for reading in other.preferred
        if reading.qualifier != "target"
    )
    return first, max(years, default=first)


def legend(context: Context, indicator: Indicator) -> str:
    """Return the signs that a chart uses, in words."""
    signs = chart_legend(indicator, context.words)
    whole = [sign.replace(" ", "\u00a0") if len(sign) < _SHORT else sign for sign in signs]
    return "\u00a0· ".join(whole)


def covered(context: Context, indicator: Indicator) -> str:
    """Say under a chart's title what is measured, at which prices and in which years."""
    first, last = drawn_years(indicator, context.words)
    parts = [context.plain(indicator.unit)]
    if indicator.price_basis:
        parts.append(context.words(f"indicator.{indicator.price_basis}"))
    parts.append(str(first) if first == last else f"{first}–\u2060{last}")
    return ", ".join(parts)


def size_label(context: Context, size: int) -> str:
    """Write a file's size as readers know it: 340 kB, 1,2 MB."""
    if size < _MEGABYTE:
        return f"{context.number(max(1, round(size / 1000)), 0)}\u00a0kB"
    return f"{context.number(size / _MEGABYTE, 1)}\u00a0MB"


@cache
def _numeral(*listed: str) -> re.Pattern[str]:
    qualifier, between, power, unit = (
        "|".join(re.escape(word.strip()) for word in words.split(",")) for words in listed
    )
    number = r"\d[\d.,/]*(?<![.,/])%?"
    span = rf"{number}(?:\s*(?:{between})\s*{number})?(?:\s(?:{power})(?!\w))?"
    return re.compile(
        rf"(?P<numeral>(?:(?:{qualifier})\s+)?{span}(?:\s(?:{unit})(?![\w²³]))?)"
        r"(?=[\s,;])[\s,;]*(?P<rest>.*)",
        re.IGNORECASE,
    )


CARDS: Mapping[str, Callable[..., Any]] = {
    "covered": covered,
    "first_result": first_result,
    "legend": legend,
    "numeral": numeral,
    "result_parts": result_parts,
    "shared_years": shared_years,
    "small_chart": small_chart,
    "small_ends": small_ends,
    "size_label": size_label,
}
