"""Outlines: every point sourced, every part with time to say it, all parts in the whole time."""

from __future__ import annotations

from collections.abc import Iterator

from microsite.check.aloud import beginning, knowledge_of, leads_somewhere
from microsite.check.content import Content, KeyPath, Located, settings_place
from microsite.check.prose import is_sourced
from microsite.model.outline import ENTRIES, Outline, Passage, Told
from microsite.problems import Problem
from microsite.spoken.knowledge import Knowledge
from microsite.spoken.outline import say, seconds_of


def check(content: Content) -> Iterator[Problem]:
    """Check every outline."""
    if content.settings is None:
        return
    known = knowledge_of(content, content.settings.ear)
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
        if leads_somewhere(passage, known):  # else the length would be a second problem
            yield from _length(entry, path, passage, known)


def _told(entry: Located, path: KeyPath, told: Told, known: Knowledge) -> Iterator[Problem]:
    """Check that there is something to say, with a source; greetings need none."""
    if told.text is None:
        if not any(getattr(told, name) for name in ENTRIES):
            yield Problem(entry.where(*path), "told-empty", spot="")
        return
    is_point = path[0] == "points"
    needs_source = is_point or not is_sourced(told.text)
    if needs_source and leads_somewhere(told, known) and not say(told, known)[0].sources:
        start = beginning(told.text)
        yield Problem(entry.where(*path, "text"), "told-without-source", start)


def _length(entry: Located, path: KeyPath, passage: Passage, known: Knowledge) -> Iterator[Problem]:
    seconds = seconds_of(passage, known)
    if seconds > passage.minutes * 60:
        least = -(-seconds // 60)
        values = {"least": str(least), "rate": str(known.ear.rate)}
        yield Problem(entry.where(*path, "minutes"), "outline-long", str(passage.minutes), values)
