"""Indicators: a definition, a unit, and a series of readings, each with its source."""

from __future__ import annotations

from functools import cached_property
from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from microsite.model.approval import Shown
from microsite.model.base import (
    Flag,
    Frozen,
    Integer,
    Localized,
    LocalizedProse,
    Number,
    SourceId,
    Sources,
)
from microsite.model.edtf import EdtfDate
from microsite.model.event import Confidence

IndicatorField = Literal[
    "politics",
    "party",
    "economy",
    "society",
    "culture",
    "defence",
    "foreign-affairs",
    "environment",
    "potential",
]
Qualifier = Literal["exact", "about", "over", "under", "below", "least", "estimate", "target"]


class Reading(Frozen):
    """One value of one year as one source gives it."""

    year: Integer
    value: Number
    qualifier: Qualifier = "exact"
    period: EdtfDate | None = None
    preferred: Flag | None = None
    source: SourceId | None = None
    sources: Sources | None = None
    note: LocalizedProse | None = None

    @property
    def cited(self) -> tuple[str, ...]:
        """The ids of its sources."""
        return self.sources or ((self.source,) if self.source else ())

    @model_validator(mode="after")
    def _has_a_source(self) -> Self:
        if not self.cited:
            raise PydanticCustomError("no-source", "a reading needs source or sources")
        return self


class Break(Frozen):
    """``year`` is the first year that cannot be compared with those before it."""

    year: Integer
    why: LocalizedProse


class Indicator(Shown):
    """A measured quantity over the years."""

    field: IndicatorField
    name: Localized
    definition: LocalizedProse
    unit: Localized
    better: Literal["up", "down", "none"]
    decimals: Integer = 0
    price_basis: Literal["current", "constant"] | None = None
    territory: Localized | None = None
    chart: Literal["line", "column", "none"] = "none"
    breaks: tuple[Break, ...] = ()
    differs: LocalizedProse | None = None
    series: tuple[Reading, ...] = Field(min_length=1)
    confidence: Confidence | None = None

    @cached_property
    def preferred(self) -> tuple[Reading, ...]:
        """One reading a year: the only one, or the one marked as preferred, in order of years."""
        chosen: dict[int, Reading] = {}
        for reading in self.series:
            if reading.preferred or (reading.preferred is None and reading.year not in chosen):
                chosen[reading.year] = reading
        return tuple(chosen[year] for year in sorted(chosen))

    def reading(self, year: int) -> Reading | None:
        """Return the preferred reading of ``year``, or None."""
        return next((reading for reading in self.preferred if reading.year == year), None)
