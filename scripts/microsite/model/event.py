"""Events: what happened, when (as precisely as known), and who says so."""

from __future__ import annotations

from typing import Literal

from microsite.model.approval import Shown
from microsite.model.base import (
    CultureId,
    IndicatorId,
    Localized,
    LocalizedProse,
    ModelId,
    Sources,
    UnitId,
)
from microsite.model.edtf import EdtfDate

Topic = Literal[
    "formation",
    "boundaries",
    "party",
    "government",
    "economy",
    "society",
    "culture",
    "defence",
    "foreign-affairs",
    "environment",
    "anniversary",
]
Confidence = Literal["high", "medium", "low"]


class Event(Shown):
    """One dated event."""

    date: EdtfDate
    topic: Topic
    title: Localized
    text: LocalizedProse
    units: tuple[UnitId, ...] = ()
    indicators: tuple[IndicatorId, ...] = ()
    models: tuple[ModelId, ...] = ()
    culture: tuple[CultureId, ...] = ()
    sources: Sources
    confidence: Confidence | None = None
    differs: LocalizedProse | None = None
