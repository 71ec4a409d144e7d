"""Sources have addresses, slogans a document, and one reading a year is the preferred one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from microsite.check.content import Content, Located
from microsite.model.indicator import Indicator
from microsite.model.learning import Slogan
from microsite.model.source import Source
from microsite.problems import Problem


def check(content: Content) -> Iterator[Problem]:
    """Check sources, slogans and the readings of indicators."""
    for entry in content.entries:
        if isinstance(entry.value, Source) and entry.value.public_link and not entry.value.url:
            yield Problem(entry.where("id"), "source-without-address", entry.value.id)
        if isinstance(entry.value, Indicator):
            yield from _readings(entry, entry.value)
        if isinstance(entry.value, Slogan) and not entry.value.is_documented:
            yield Problem(entry.where("kind"), "slogan-without-document", entry.value.kind)


def _readings(entry: Located, indicator: Indicator) -> Iterator[Problem]:
    readings = Counter(reading.year for reading in indicator.series)
    preferred = Counter(reading.year for reading in indicator.series if reading.preferred)
    reported = set()
    for index, reading in enumerate(indicator.series):
        year = reading.year
        if year in reported:
            continue
        if readings[year] > 1 and preferred[year] != 1:
            reported.add(year)
            values = {"readings": str(readings[year])}
            yield Problem(
                entry.where("series", index, "year"), "preferred-reading", str(year), values
            )
        if round(reading.value, indicator.decimals) != reading.value:
            values = {"decimals": str(indicator.decimals), "nearest": _in_thousands(reading.value)}
            where = entry.where("series", index, "value")
            yield Problem(where, "decimals", str(reading.value), values)


def _in_thousands(value: float) -> str:
    """Return the number that ``value`` is when its point parts thousands: 49.084 is 49084."""
    whole, _, part = str(value).partition(".")
    return whole + part if len(part) == len("084") and whole.lstrip("-") != "0" else ""
