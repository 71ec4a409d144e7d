"""People and practices: models, exemplars, voices."""

from __future__ import annotations

from typing import Literal

from microsite.model.approval import Shown
from microsite.model.base import (
    ConsentId,
    Integer,
    Localized,
    LocalizedProse,
    PhotoId,
    Slug,
    SourceId,
    Sources,
    Text,
    UnitId,
)
from microsite.model.edtf import EdtfDate
from microsite.model.event import Confidence

StoryField = Literal["economy", "society", "culture", "environment", "party", "digital", "defence"]


Cover = Literal["tea", "lake", "roofs", "forest", "terraces", "marker", "xoe"]


class PracticeModel(Shown):
    """A model or good practice: where, since when, what was done, what came of it.

    ``cover`` is what its picture shows, ``band`` the cloth of the people it is about; without them
    the picture goes by the field and the cloth is the section's. ``photos`` stand on its page in
    their order; one that was withdrawn is left out.
    """

    field: StoryField
    units: tuple[UnitId, ...] = ()
    place: Localized
    since: EdtfDate | None = None
    title: Localized
    summary: LocalizedProse
    results: tuple[LocalizedProse, ...] = ()
    photos: tuple[PhotoId, ...] = ()
    cover: Cover | None = None
    band: Slug | None = None
    sources: Sources
    confidence: Confidence | None = None
    differs: LocalizedProse | None = None


class Exemplar(Shown):
    """A person or group publicly honoured, with the honour and the year that it names."""

    name: Text
    role: Localized
    field: StoryField
    units: tuple[UnitId, ...] = ()
    place: Localized
    honour: Localized
    year: Integer | None = None
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
