"""What scripts are made from: the entries they may name, and the speller of this project."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from microsite.model.bulletin import LOUDSPEAKER_LANG, Abbreviation, Bulletin, Ear
from microsite.model.indicator import Indicator
from microsite.model.learning import Term
from microsite.model.source import Source
from microsite.speech.speller import Speller

Entries = Mapping[str, Mapping[str, Any]]
"""Entries by collection and id."""


@dataclass(frozen=True)
class Knowledge:
    """Entries by collection and id, how stations read, and how short forms are said."""

    entries: Entries
    ear: Ear
    speller: Speller

    def indicator(self, identifier: str) -> Indicator | None:
        """Return an indicator, or None when there is none of that id."""
        found = self.entries.get("indicators", {}).get(identifier)
        return found if isinstance(found, Indicator) else None

    def bulletin(self, identifier: str) -> Bulletin | None:
        """Return a bulletin, or None when there is none of that id."""
        found = self.entries.get("bulletins", {}).get(identifier)
        return found if isinstance(found, Bulletin) else None

    def source(self, identifier: str) -> Source | None:
        """Return a source, or None when there is none of that id."""
        found = self.entries.get("sources", {}).get(identifier)
        return found if isinstance(found, Source) else None


def know(entries: Entries, ear: Ear) -> Knowledge:
    """Gather what scripts need."""
    return Knowledge(entries, ear, _speller(tuple(abbreviations_in(entries).items())))


@lru_cache(maxsize=4)  # who checks on every save says most sentences again
def _speller(abbreviations: tuple[tuple[str, str], ...]) -> Speller:
    return Speller(dict(abbreviations))


def abbreviations_in(entries: Entries) -> Mapping[str, str]:
    """Return every short form that the content explains, in words; the register goes first."""
    found: dict[str, str] = {}
    for term in entries.get("glossary", {}).values():
        if isinstance(term, Term) and term.short is not None:
            found[term.short.get(LOUDSPEAKER_LANG) or term.short.vi] = term.term.vi
    for one in entries.get("abbreviations", {}).values():
        if isinstance(one, Abbreviation):
            found[one.short] = one.spoken
    return found
