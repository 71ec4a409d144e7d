"""Dates as each language writes them, as precisely as they are known and no more."""

from __future__ import annotations

import datetime
from functools import lru_cache

from babel.dates import format_date

from microsite.wording.catalog import Words

_DAY = {"vi": "dd/MM/y", "en": "d MMMM y"}
_MONTH = {"vi": "MM/y", "en": "MMMM y"}


@lru_cache(maxsize=1 << 14)  # a site names the same days on many pages
def format_day(day: datetime.date, lang: str) -> str:
    """Write a day: 01/01/2004, 1 January 2004."""
    return str(format_date(day, _DAY.get(lang, "d MMMM y"), locale=lang))


def format_moment(
    year: int, month: int | None, day: int | None, words: Words, *, circa: bool = False
) -> str:
    """Write a point in time of day, month or year precision."""
    if month and day:
        written = format_day(datetime.date(year, month, day), words.lang)
    elif month:
        pattern = _MONTH.get(words.lang, "MMMM y")
        written = str(format_date(datetime.date(year, month, 1), pattern, locale=words.lang))
    else:
        written = f"{year}"
    return words("date.circa", date=written) if circa else written


def format_interval(start: str, end: str, bound: str, words: Words) -> str:
    """Write an interval from its two written ends; an empty end is unknown or still open."""
    if start and end:
        return f"{start} – {end}"
    if start:
        return words("date.open" if bound == "open" else "date.from", date=start)
    return words("date.until", date=end)
