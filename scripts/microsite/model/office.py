"""Offices and who held them; a term that nobody could read stays open."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from microsite.model.approval import Shown
from microsite.model.base import Frozen, Localized, LocalizedProse, Sources, Text
from microsite.model.edtf import EdtfDate


class Holder(Frozen):
    """One person's time in an office."""

    name: Text
    term: EdtfDate
    capacity: Localized | None = None
    text: LocalizedProse | None = None
    sources: Sources


class Office(Shown):
    """An office of the Party, the council, the committee or the Front."""

    body: Literal["party", "council", "committee", "front"]
    title: Localized
    note: LocalizedProse | None = None
    holders: tuple[Holder, ...] = Field(min_length=1)
