"""The last year for which each indicator has a reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from microsite.check.content import Content
from microsite.model.indicator import Indicator
from microsite.upkeep.status.scope import Scope


@dataclass(frozen=True)
class LastReading:
    """An indicator, the year of its last reading, and how many years ago that is."""

    id: str
    names: dict[str, str]
    file: str
    year: int
    age: int


def last_readings(content: Content, today: date, scope: Scope) -> tuple[LastReading, ...]:
    """Return the last reading of every indicator, the oldest first."""
    if not scope.has("indicators"):
        return ()
    found = []
    for entry in content.of("indicators"):
        if isinstance(entry.value, Indicator):
            year = _last_year(entry.value)
            names = {lang: text for lang, text in entry.value.name.model_dump().items() if text}
            found.append(LastReading(entry.value.id, names, entry.file, year, today.year - year))
    return tuple(sorted(found, key=lambda one: (one.year, one.id)))


def _last_year(indicator: Indicator) -> int:
    """A target tells what is hoped for, so it is no reading where there are others."""
    years = [reading.year for reading in indicator.series if reading.qualifier != "target"]
    return max(years or (reading.year for reading in indicator.series))
