"""Units, channels, measures and periods in the words of offices, and the order they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from microsite.model.activity import CHANNELS, Activity
from microsite.model.site import Site
from microsite.model.totals import Key
from microsite.wording.catalog import Words, load_words

REPORT_LANG = "vi"
"""Offices report in Vietnamese."""

_MONTHS_A_QUARTER = 3
_QUARTERS = ("I", "II", "III", "IV")


@dataclass(frozen=True)
class Naming:
    """How everything in a report of ``site`` is called."""

    site: Site

    @property
    def words(self) -> Words:
        """The words of reports."""
        return load_words(REPORT_LANG)

    def unit(self, identifier: str) -> str:
        """Return the latest name of a unit."""
        return self.site.units[identifier].latest.name.vi

    def channel(self, channel: str) -> str:
        """Return a channel, its first letter large."""
        name = self.words(f"admin.choice.channel.{channel}")
        return name[:1].upper() + name[1:]

    def measure(self, measure: str) -> str:
        """Return a unit of measure."""
        return self.words(f"admin.choice.measure.{measure}")

    def basis(self, basis: str) -> str:
        """Return how people were counted."""
        return self.words(f"admin.choice.basis.{basis}")

    def language(self, tag: str) -> str:
        """Return the name of a language."""
        return self.words(f"language.{tag.partition('-')[0]}")

    def period(self, period: str) -> str:
        """Return a period: ``tháng 01/2024``, ``quý I/2024``, ``năm 2024``."""
        year, _, part = period.partition("-")
        if part.startswith("Q"):
            return self.words("reporting.quarter", number=_QUARTERS[int(part[1:]) - 1], year=year)
        return self.words(f"reporting.{'month' if part else 'year'}", month=part, year=year)


@dataclass(frozen=True)
class View:
    """One way to look at the activities: its id, the key, and the names of keys in order."""

    id: str
    key: Key
    names: dict[str, str]

    @property
    def order(self) -> Sequence[str]:
        """The keys in the order of the report."""
        return tuple(self.names)


def views_of(activities: Iterable[Activity], naming: Naming) -> tuple[View, ...]:
    """Return the three views of a report: by period, by unit, by channel."""
    told = tuple(activities)
    periods = sorted({one.period for one in told}, key=_when)
    there = {one.unit for one in told}
    units = [name for name in naming.site.units if name in there]
    used = {one.channel for one in told}
    channels = [one for one in CHANNELS if one in used]
    return (
        View("period", lambda one: one.period, {one: naming.period(one) for one in periods}),
        View("unit", lambda one: one.unit, {one: naming.unit(one) for one in units}),
        View("channel", lambda one: one.channel, {one: naming.channel(one) for one in channels}),
    )


def _when(period: str) -> tuple[str, int, int]:
    """Order periods: by year; in it months, then the quarter that ends with them, then the year."""
    year, _, part = period.partition("-")
    if not part:
        return year, 12, 2
    if part.startswith("Q"):
        return year, int(part[1:]) * _MONTHS_A_QUARTER, 1
    return year, int(part), 0
