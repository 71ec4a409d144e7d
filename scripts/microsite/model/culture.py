"""Culture: festivals, cloth, food, landmarks, inscribed heritage."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from microsite.model.approval import Shown
from microsite.model.base import (
    Frozen,
    Integer,
    Localized,
    LocalizedProse,
    Number,
    Slug,
    Sources,
    Text,
    UnitId,
)
from microsite.model.event import Confidence
from microsite.model.indicator import Qualifier


class Height(Frozen):
    """How high a place is, as some sources give it."""

    metres: Number
    qualifier: Qualifier = "exact"
    sources: Sources


class Season(Frozen):
    """The month of each year in which something comes round, as some sources give it."""

    calendar: Literal["lunar", "solar"]
    month: Annotated[Integer, Field(ge=1, le=12)]
    sources: Sources


class CultureItem(Shown):
    """One thing worth knowing, of the people who keep it."""

    kind: Literal["festival", "textile", "food", "landmark", "heritage"]
    title: Localized
    text: LocalizedProse
    people: tuple[Text, ...] = ()
    place: Localized
    units: tuple[UnitId, ...] = ()
    when: Localized | None = None
    season: Season | None = None
    band: Slug | None = None
    """The cloth of the people it is about; without one the page keeps its section's."""
    sources: Sources
    confidence: Confidence | None = None
    differs: LocalizedProse | None = None
    heights: tuple[Height, ...] = ()
    """Of a summit: every height the sources give; a drawing stands at the first."""
