"""What is said aloud: sayable, short, one quantity at a time, sourced, and as long as promised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from microsite.check.aloud import beginning, knowledge_of, leads_somewhere
from microsite.check.content import Content, KeyPath, Located, strings_in
from microsite.check.nearest import nearest
from microsite.model.bulletin import VERSIONS, Abbreviation, Bulletin, Heard, Station, Told
from microsite.model.settings import Settings
from microsite.problems import Problem
from microsite.speech.speller import Speller
from microsite.spoken.figures import write_plainly
from microsite.spoken.knowledge import Knowledge
from microsite.spoken.script import Edition, Script, heard, write_script
from microsite.spoken.sentences import count_quantities, count_words, cut_sentences


def check(content: Content) -> Iterator[Problem]:
    """Check bulletins, stations and short forms."""
    settings = content.settings
    if settings is None:
        return
    known = knowledge_of(content, settings.ear)
    for entry in content.entries:
        if isinstance(entry.value, Abbreviation):
            yield from _abbreviation(entry, entry.value)
        if isinstance(entry.value, Bulletin | Station):
            yield from _heard(entry, known)
        if isinstance(entry.value, Bulletin):
            yield from _makeup(entry, entry.value, settings, known)
            if leads_somewhere(entry.value, known):  # else the length would be a second problem
                yield from _sourced(entry, entry.value, known)
                yield from _lengths(entry, entry.value, settings, known)


def _abbreviation(entry: Located, abbreviation: Abbreviation) -> Iterator[Problem]:
    if abbreviation.term is None and not abbreviation.sources:
        yield Problem(entry.where("short"), "short-without-origin", abbreviation.short)
    for unknown in Speller({}).speak(abbreviation.spoken).unknown:
        yield Problem(entry.where("spoken"), "not-sayable", unknown)


def _heard(entry: Located, known: Knowledge) -> Iterator[Problem]:
    """Check every sentence that is said, as it is said."""
    limit = known.ear.sentence_words
    for path, text, marks in strings_in(entry.value):
        if not any(isinstance(mark, Heard) for mark in marks):
            continue
        where = entry.where(*path)
        for sentence in cut_sentences(write_plainly(text, known.indicator).text):
            said = known.speller.speak(sentence)
            for unknown in said.unknown:
                yield Problem(where, "not-sayable", unknown)
            start = beginning(sentence)
            if (words := count_words(said.text)) > limit:
                values = {"limit": str(limit), "said": said.text}
                yield Problem(where, "heard-long", f"{words}: {start}…", values, spot=start)
            if (found := count_quantities(sentence, known.speller.abbreviations)) > 1:
                yield Problem(where, "heard-quantities", f"{found}: {start}…", spot=start)


def _sourced(entry: Located, bulletin: Bulletin, known: Knowledge) -> Iterator[Problem]:
    """Check that the key fact and every statement have a source."""
    statements: list[tuple[KeyPath, Told]] = [(("key",), bulletin.key)]
    statements += [(("body", index), one) for index, one in enumerate(bulletin.body)]
    for path, told in statements:
        if not heard("body", told.text, known, told).sources:
            start = beginning(told.text)
            yield Problem(entry.where(*path, "text"), "heard-without-source", start)


def _makeup(
    entry: Located, bulletin: Bulletin, settings: Settings, known: Knowledge
) -> Iterator[Problem]:
    """Check section, lengths and parts."""
    sections = [section.id for section in settings.sections]
    yield from _one_of(entry, ("section",), bulletin.section, sections)
    for index, minutes in enumerate(bulletin.minutes):
        yield from _one_of(entry, ("minutes", index), str(minutes), map(str, VERSIONS))
    for index, one in enumerate(bulletin.body):
        yield from _one_of(
            entry, ("body", index, "minutes"), str(one.minutes), map(str, bulletin.minutes)
        )
    if not bulletin.parts and not bulletin.body:
        yield Problem(entry.where("id"), "bulletin-empty", bulletin.id)
    for index, part in enumerate(bulletin.parts):
        inner = known.bulletin(part.bulletin)
        if inner is not None and inner.parts:
            yield Problem(entry.where("parts", index, "bulletin"), "part-of-parts", part.bulletin)
        elif inner is not None:
            lengths = map(str, inner.minutes)
            yield from _one_of(entry, ("parts", index, "minutes"), str(part.minutes), lengths)


def _one_of(entry: Located, path: KeyPath, got: str, allowed: Iterable[str]) -> Iterator[Problem]:
    listed = list(allowed)
    if got not in listed:
        values = {"expected": ", ".join(listed), "nearest": nearest(got, listed)}
        yield Problem(entry.where(*path), "not-one-of", got, values)


def _lengths(
    entry: Located, bulletin: Bulletin, settings: Settings, known: Knowledge
) -> Iterator[Problem]:
    """Check that every version is as long as promised, at every station; the first says why."""
    edition = Edition(settings.anchor.first)
    for index, minutes in enumerate(bulletin.minutes):
        if minutes not in VERSIONS:
            continue
        for station in known.entries["stations"].values():
            script = write_script(bulletin, minutes, station, edition, known)
            if not is_as_long(script, known.ear.tolerance):
                yield _length(entry, index, script, known.ear.tolerance)
                break


def is_as_long(script: Script, tolerance: int) -> bool:
    """Whether the reading takes ``script.minutes``, give or take ``tolerance`` per cent."""
    wanted = script.minutes * script.rate
    return abs(script.syllables - wanted) * 100 <= wanted * tolerance


def _length(entry: Located, index: int, script: Script, tolerance: int) -> Problem:
    wanted = script.minutes * script.rate
    values = {
        "least": str(-(-wanted * (100 - tolerance) // 100)),
        "most": str(wanted * (100 + tolerance) // 100),
        "rate": str(script.rate),
        "station": script.station.id,
        "minutes": str(script.minutes),
    }
    place = entry.where("minutes", index)
    return Problem(place, "heard-length", str(script.syllables), values, spot=str(script.minutes))
