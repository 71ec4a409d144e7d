"""Administrative units: a name, a kind and a size are true only for an interval."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from microsite.model.approval import Shown
from microsite.model.base import (
    Flag,
    Frozen,
    Integer,
    Localized,
    LocalizedProse,
    Number,
    Sources,
    Text,
    UnitId,
)
from microsite.model.edtf import EdtfDate
from microsite.model.event import Confidence

UnitKind = Literal["tinh", "huyen", "thi-xa", "thanh-pho", "xa", "phuong", "thi-tran"]


class Population(Frozen):
    """People counted in a year."""

    value: Integer
    year: Integer


class Square(Frozen):
    """Where a unit's tile stands in the schematic: it says who lies beside whom and no more."""

    column: Annotated[Integer, Field(ge=0, le=20)]
    row: Annotated[Integer, Field(ge=0, le=20)]
    label: Text


class UnitState(Frozen):
    """What a unit was between two days (both included)."""

    valid: EdtfDate
    kind: UnitKind
    name: Localized
    area_km2: Number | None = None
    population: Population | None = None
    communes: Integer | None = None
    seat: Localized | None = None
    sources: Sources
    note: LocalizedProse | None = None


class Unit(Shown):
    """A province, district or commune through its states."""

    level: Literal["province", "district", "commune"]
    tile: Square | None = None
    states: tuple[UnitState, ...] = Field(min_length=1)
    text: LocalizedProse | None = None
    formed_from: LocalizedProse | None = None
    border: Flag | None = None
    successors: tuple[UnitId, ...] = ()
    sources: Sources
    confidence: Confidence | None = None
    differs: LocalizedProse | None = None

    def at(self, day: date) -> UnitState | None:
        """Return the state on ``day``, or None when the unit did not exist."""
        return next((state for state in self.states if state.valid.covers(day)), None)

    @property
    def latest(self) -> UnitState:
        """The last state known."""
        return max(self.states, key=lambda state: state.valid.first)
