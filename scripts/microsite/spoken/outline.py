"""What is told in an outline to plain words, each statement with the sources it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from microsite.model.culture import CultureItem
from microsite.model.edtf import Moment
from microsite.model.event import Event
from microsite.model.outline import ENTRIES, OUTLINE_LANG, Passage, Told
from microsite.model.story import Exemplar, PracticeModel, Voice
from microsite.speech.speller import count_syllables
from microsite.spoken.figures import write_plainly
from microsite.spoken.knowledge import Knowledge
from microsite.wording.catalog import load_words
from microsite.wording.dates import format_interval, format_moment


@dataclass(frozen=True)
class Said:
    """One statement as it is printed, and the ids of its sources."""

    text: str
    sources: tuple[str, ...]


def say(told: Told, known: Knowledge) -> tuple[Said, ...]:
    """Return what ``told`` says; what is not there any more says nothing."""
    entries = tuple(_entries(told, known))
    if told.text is None:
        return tuple(_alone(entry, known) for entry in entries)
    plain = write_plainly(told.text, known.indicator)
    lent = (name for entry in entries for name in getattr(entry, "sources", ()))
    return (Said(plain.text, tuple(dict.fromkeys((*plain.sources, *lent)))),)


def say_all(passage: Passage, known: Knowledge) -> tuple[Said, ...]:
    """Return all statements of ``passage``."""
    return tuple(one for told in passage.told for one in say(told, known))


def seconds_of(passage: Passage, known: Knowledge) -> int:
    """Return how long it takes to read ``passage`` aloud as it is printed."""
    said = (known.speller.speak(one.text).text for one in say_all(passage, known))
    return round(sum(map(count_syllables, said)) * 60 / known.ear.rate)


def _entries(told: Told, known: Knowledge) -> Iterator[object]:
    for collection in ENTRIES:
        for name in getattr(told, collection):
            entry = known.entries.get(collection, {}).get(name)
            if entry is not None:
                yield entry


def _alone(entry: object, known: Knowledge) -> Said:
    """Return an entry as a statement of its own: its name, then its text."""
    match entry:
        case Event():
            head, text = f"{_when(entry)}: {entry.title.vi}", entry.text.vi
        case PracticeModel():
            head, text = f"{entry.title.vi} ({entry.place.vi})", entry.summary.vi
        case Exemplar():
            head, text = f"{entry.name}, {entry.role.vi} ({entry.place.vi})", entry.text.vi
        case Voice():
            head, text = entry.who.vi, entry.text.vi
        case CultureItem():
            head, text = entry.title.vi, entry.text.vi
        case _:
            raise TypeError(type(entry))
    plain = write_plainly(text, known.indicator)
    sources = (*getattr(entry, "sources", ()), *plain.sources)
    return Said(f"{head}. {plain.text}", tuple(dict.fromkeys(sources)))


def _when(event: Event) -> str:
    words, date = load_words(OUTLINE_LANG), event.date
    start, end = _moment(date.start), _moment(date.end)
    if date.is_interval:
        return format_interval(start, end, date.end_bound, words)
    precise = "day" if date.start and date.start.day else "rough"
    return words(f"outline.when.{precise}", date=start or end)


def _moment(moment: Moment | None) -> str:
    if moment is None:
        return ""
    words = load_words(OUTLINE_LANG)
    return format_moment(moment.year, moment.month, moment.day, words, circa=moment.circa)
