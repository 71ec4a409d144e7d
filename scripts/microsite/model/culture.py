"""Culture: festivals, cloth, food, landmarks, inscribed heritage."""

from __future__ import annotations

from typing import Literal

from microsite.model.approval import Shown
from microsite.model.base import (
    Frozen,
    Localized,
    LocalizedProse,
    Number,
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


class CultureItem(Shown):
    """One thing worth knowing, of the people who keep it."""

    kind: Literal["festival", "textile", "food", "landmark", "heritage"]
    title: Localized
    text: LocalizedProse
    people: tuple[Text, ...] = ()
    place: Localized
    units: tuple[UnitId, ...] = ()
    when: Localized | None = None
    sources: Sources
    confidence: Confidence | None = None
    differs: LocalizedProse | None = None
    heights: tuple[Height, ...] = ()
    """Of a summit: every height the sources give; a drawing stands at the first."""
