"""Outlines: every point sourced, every part with time to say it, all parts in the whole time."""

from __future__ import annotations

from collections.abc import Iterator

from microsite.check.content import Content, KeyPath, Located, settings_place, strings_in
from microsite.check.prose import is_sourced
from microsite.model.base import Prose, Ref
from microsite.model.outline import ENTRIES, Outline, Passage, Told
from microsite.model.site import COLLECTIONS
from microsite.problems import Problem
from microsite.spoken.figures import are_filled
from microsite.spoken.knowledge import Knowledge, know
from microsite.spoken.outline import say, seconds_of

_SHOWN_WORDS = 5


def check(content: Content) -> Iterator[Problem]:
    """Check every outline."""
    if content.settings is None:
        return
    entries = {
        name: {one: entry.value for one, entry in content.ids(name).items()} for name in COLLECTIONS
    }
    known = know(entries, content.settings.ear)
    forms = [one.form for one in content.settings.letterheads]
    for index, form in enumerate(forms):
        if form in forms[:index]:
            place = settings_place(content, ("letterheads", index, "form"))
            yield Problem(place, "letterhead-twice", form)
    for entry in content.entries:
        if isinstance(entry.value, Outline):
            yield from _outline(entry, entry.value, known)


def _outline(entry: Located, outline: Outline, known: Knowledge) -> Iterator[Problem]:
    if outline.planned != outline.minutes:
        values = {"planned": str(outline.planned)}
        yield Problem(entry.where("minutes"), "outline-minutes", str(outline.minutes), values)
    passages: list[tuple[KeyPath, Passage]] = [(("opening",), outline.opening)]
    passages += [(("points", index), one) for index, one in enumerate(outline.points)]
    passages += [(("closing",), outline.closing)]
    for path, passage in passages:
        for index, told in enumerate(passage.told):
            yield from _told(entry, (*path, "told", index), told, known)
        if _leads_somewhere(passage, known):  # else the length would be a second problem
            yield from _length(entry, path, passage, known)


def _told(entry: Located, path: KeyPath, told: Told, known: Knowledge) -> Iterator[Problem]:
    """Check that there is something to say, with a source; greetings need none."""
    if told.text is None:
        if not any(getattr(told, name) for name in ENTRIES):
            yield Problem(entry.where(*path), "told-empty", spot="")
        return
    is_point = path[0] == "points"
    needs_source = is_point or not is_sourced(told.text)
    if needs_source and _leads_somewhere(told, known) and not say(told, known)[0].sources:
        start = " ".join(told.text.split()[:_SHOWN_WORDS])
        yield Problem(entry.where(*path, "text"), "told-without-source", start)


def _length(entry: Located, path: KeyPath, passage: Passage, known: Knowledge) -> Iterator[Problem]:
    seconds = seconds_of(passage, known)
    if seconds > passage.minutes * 60:
        least = -(-seconds // 60)
        values = {"least": str(least), "rate": str(known.ear.rate)}
        yield Problem(entry.where(*path, "minutes"), "outline-long", str(passage.minutes), values)


def _leads_somewhere(value: Passage | Told, known: Knowledge) -> bool:
    """Whether everything that is named is there and right."""
    for _, text, marks in strings_in(value):
        for mark in marks:
            if isinstance(mark, Ref) and text not in known.entries.get(mark.collection, {}):
                return False
            if isinstance(mark, Prose) and not are_filled(text, known.indicator):
                return False
    return True
