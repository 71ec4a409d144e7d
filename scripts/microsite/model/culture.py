"""Culture: festivals, cloth, food, landmarks, inscribed heritage."""

from __future__ import annotations

from typing import Literal

from microsite.model.base import Entry, Localized, LocalizedProse, Sources, Text, UnitId
from microsite.model.event import Confidence


class CultureItem(Entry):
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
