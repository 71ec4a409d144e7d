"""Translations that are stale, were never confirmed, or are missing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from microsite.check.content import Content
from microsite.check.translations import Kind, State, Translation, find_translations
from microsite.upkeep.status.scope import Scope

# in the order in which they should be worked on
STATES: tuple[State, ...] = ("stale", "unconfirmed", "missing", "partial", "current")
_TO_WRITE: tuple[State, ...] = ("missing", "partial")
COMMAND = ".venv/bin/microsite translated"


@dataclass(frozen=True)
class Count:
    """How many pages or entries of a language are in each state."""

    lang: str
    kind: Kind
    states: dict[State, int]

    @property
    def total(self) -> int:
        """How many there are in the source language."""
        return sum(self.states.values())


@dataclass(frozen=True)
class Waiting:
    """A translation that somebody should look at.

    The days of review are those of pages; an entry has none. ``repair`` is the command that says it
    was compared, empty for what must be written first.
    """

    state: State
    lang: str
    kind: Kind
    name: str
    file: str
    has_changed: bool
    source_reviewed: date | None
    reviewed: date | None
    repair: str


@dataclass(frozen=True)
class TranslationsStatus:
    """Counts by language and kind, and everything that is not current."""

    counts: tuple[Count, ...]
    waiting: tuple[Waiting, ...]


def look_at_translations(content: Content, scope: Scope) -> TranslationsStatus:
    """Return what is current and what is not; stale translations come first."""
    found = [one for one in find_translations(content) if _is_in(one, scope)]
    groups: dict[tuple[str, Kind], Counter[State]] = {}
    for one in found:
        groups.setdefault((one.lang, one.kind), Counter())[one.state] += 1
    counts = tuple(
        Count(lang, kind, {state: states[state] for state in STATES})
        for (lang, kind), states in groups.items()
    )
    reviewed = {(one.page.lang, one.page.path): one.page.meta.reviewed for one in content.pages}
    source = content.settings.default_lang if content.settings else ""
    waiting = [
        Waiting(
            one.state,
            one.lang,
            one.kind,
            one.name,
            one.file,
            one.has_changed,
            reviewed.get((source, one.name)),
            reviewed.get((one.lang, one.name)),
            "" if one.state in _TO_WRITE else f"{COMMAND} {one.name}",
        )
        for one in found
        if one.state != "current"
    ]
    waiting.sort(key=lambda one: STATES.index(one.state))
    return TranslationsStatus(counts, tuple(waiting))


def _is_in(one: Translation, scope: Scope) -> bool:
    if one.kind == "page":
        return scope.has_page(one.name)
    return scope.has(one.name.partition("/")[0])
