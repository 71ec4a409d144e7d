"""People and practices: models, exemplars, voices."""

from __future__ import annotations

from typing import Literal

from microsite.model.approval import Shown
from microsite.model.base import (
    ConsentId,
    Localized,
    LocalizedProse,
    SourceId,
    Sources,
    Text,
    UnitId,
)
from microsite.model.edtf import EdtfDate
from microsite.model.event import Confidence

StoryField = Literal["economy", "society", "culture", "environment", "party", "digital", "defence"]


class PracticeModel(Shown):
    """A model or good practice: where, since when, what was done, what came of it."""

    field: StoryField
    units: tuple[UnitId, ...] = ()
    place: Localized
    since: EdtfDate | None = None
    title: Localized
    summary: LocalizedProse
    results: tuple[LocalizedProse, ...] = ()
    sources: Sources
    confidence: Confidence | None = None
    differs: LocalizedProse | None = None


class Exemplar(Shown):
    """A person or group publicly honoured, with the honour."""

    name: Text
    role: Localized
    field: StoryField
    units: tuple[UnitId, ...] = ()
    place: Localized
    honour: Localized
    text: LocalizedProse
    sources: Sources
    confidence: Confidence | None = None
    differs: LocalizedProse | None = None
    consents: tuple[ConsentId, ...] = ()


class Voice(Shown):
    """What somebody said, told in our words: in public, or to us with their consent."""

    group: Literal["leaders", "people", "friends", "elders"]
    who: Localized
    date: EdtfDate
    text: LocalizedProse
    sources: tuple[SourceId, ...] = ()
    consents: tuple[ConsentId, ...] = ()
