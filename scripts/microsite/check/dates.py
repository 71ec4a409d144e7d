"""Times that must agree: unit states, page dates, years of a series."""

from __future__ import annotations

from collections.abc import Iterator

from microsite.check.content import Content, Located
from microsite.model.indicator import Indicator
from microsite.model.unit import Unit
from microsite.problems import Problem

_YEARS = range(1400, 2101)


def check(content: Content) -> Iterator[Problem]:
    """Check every date against its neighbours."""
    for entry in content.entries:
        if isinstance(entry.value, Unit):
            yield from _unit(entry, entry.value)
        if isinstance(entry.value, Indicator):
            yield from _series(entry, entry.value)
    for page in content.pages:
        meta = page.page.meta
        if meta.reviewed < meta.published:
            values = {"published": meta.published.isoformat()}
            yield Problem(
                page.where("reviewed"), "reviewed-first", meta.reviewed.isoformat(), values
            )


def _unit(entry: Located, unit: Unit) -> Iterator[Problem]:
    before = None
    for index, state in enumerate(unit.states):
        where = entry.where("states", index, "valid")
        if not state.valid.is_interval:
            yield Problem(where, "not-an-interval", str(state.valid))
        elif before is not None and state.valid.first <= before.valid.last:
            yield Problem(where, "states-overlap", str(state.valid), {"before": str(before.valid)})
        before = state


def _series(entry: Located, indicator: Indicator) -> Iterator[Problem]:
    for index, reading in enumerate(indicator.series):
        if reading.year not in _YEARS:
            yield Problem(
                entry.where("series", index, "year"), "implausible-year", str(reading.year)
            )
        if index and reading.year < indicator.series[index - 1].year:
            yield Problem(entry.where("series", index, "year"), "year-order", str(reading.year))
    years = [reading.year for reading in indicator.series]
    for index, cut in enumerate(indicator.breaks):
        if not min(years) < cut.year <= max(years):
            yield Problem(entry.where("breaks", index, "year"), "break-outside", str(cut.year))
