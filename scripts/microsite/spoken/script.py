"""A bulletin in one length, as one station says it: lines in order, with sources and figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from microsite.model.bulletin import LOUDSPEAKER_LANG, Bulletin, Statement, Station, Told
from microsite.speech.speller import count_syllables
from microsite.speech.syllables import is_syllable
from microsite.spoken.figures import Exact, write_plainly
from microsite.spoken.knowledge import Knowledge
from microsite.spoken.sentences import count_words
from microsite.wording.catalog import load_words

Kind = Literal[
    "greeting",
    "sign",
    "headline",
    "key",
    "part",
    "body",
    "recall",
    "repeat",
    "source",
    "closing",
    "replay",
    "edition",
]
_PUBLISHERS = 3  # names that a listener can take in
_FACTS = tuple(name for name in Told.model_fields if name != "text")


@dataclass(frozen=True)
class Edition:
    """The day on which scripts are made, and the number of the edition on that day."""

    day: date
    number: int = 1

    @property
    def version(self) -> str:
        """Day and number as files name them."""
        return f"{self.day:%Y%m%d}-{self.number}"


@dataclass(frozen=True)
class Line:
    """One thing said: as it is written, as it is said, whose word it is, its exact figures, and the
    ids of events and indicators that it tells of.
    """

    kind: Kind
    written: str
    spoken: str
    sources: tuple[str, ...] = ()
    exact: tuple[Exact, ...] = ()
    tells: tuple[str, ...] = ()


@dataclass(frozen=True)
class Script:
    """What a station says in one bulletin; the length is an estimate at ``rate``."""

    bulletin: Bulletin
    station: Station
    minutes: int
    rate: int
    lines: tuple[Line, ...]

    @property
    def syllables(self) -> int:
        """How many syllables are said."""
        return sum(count_syllables(line.spoken) for line in self.lines)

    @property
    def seconds(self) -> int:
        """How long the reading takes."""
        return round(self.syllables * 60 / self.rate)

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of its sources, in the order in which they are first needed."""
        return tuple(dict.fromkeys(name for line in self.lines for name in line.sources))

    @property
    def tells(self) -> tuple[str, ...]:
        """The ids of the events and indicators that it tells of, each once."""
        return tuple(dict.fromkeys(name for line in self.lines for name in line.tells))

    @property
    def exact(self) -> tuple[Exact, ...]:
        """The figures that are named, as their sources give them, each once."""
        return tuple(dict.fromkeys(one for line in self.lines for one in line.exact))


def write_script(
    bulletin: Bulletin, minutes: int, station: Station, edition: Edition, known: Knowledge
) -> Script:
    """Return what ``station`` says: greeting, headline, key fact, body, key fact again, close."""
    key = heard("key", bulletin.key.text, known, bulletin.key)
    told = (heard("headline", bulletin.headline, known), key, *_told(bulletin, minutes, known))
    words = load_words(LOUDSPEAKER_LANG)
    made = words("loudspeaker.edition", number=edition.number, day=f"{edition.day:%d/%m/%Y}")
    lines = (
        heard("greeting", station.greeting, known),
        heard("sign", station.sign, known),
        *told,
        heard("recall", station.recall, known),
        Line("repeat", key.written, key.spoken, key.sources),
        *_credit(told, known),
        heard("closing", station.closing, known),
        heard("replay", station.replay, known),
        heard("edition", made, known),
    )
    return Script(bulletin, station, minutes, known.ear.rate, lines)


def heard(kind: Kind, text: str, known: Knowledge, facts: Told | None = None) -> Line:
    """Return one line of ``text``, with the sources of the ``facts`` it tells of."""
    plain = write_plainly(text, known.indicator)
    sources = dict.fromkeys((*plain.sources, *(_sources_of(facts, known) if facts else ())))
    said = known.speller.speak(plain.text)
    tells = (*(facts.events if facts else ()), *(one.indicator for one in plain.exact))
    return Line(kind, plain.text, said.text, tuple(sources), plain.exact, tells)


def statements_of(bulletin: Bulletin, minutes: int) -> tuple[Statement, ...]:
    """Return the statements of a bulletin's own body that its version of ``minutes`` holds."""
    return tuple(one for one in bulletin.body if one.minutes <= minutes)


def _told(bulletin: Bulletin, minutes: int, known: Knowledge) -> Iterator[Line]:
    words = load_words(LOUDSPEAKER_LANG)
    for number, part in enumerate(bulletin.parts, 1):
        inner = known.bulletin(part.bulletin)
        if inner is not None and not inner.parts:
            named = words("loudspeaker.part", number=number, title=inner.title)
            yield heard("part", named, known)
            yield heard("body", inner.key.text, known, inner.key)
            yield from _told(inner, part.minutes, known)
    for statement in statements_of(bulletin, minutes):
        yield heard("body", statement.text, known, statement)


def _sources_of(facts: Told, known: Knowledge) -> Iterator[str]:
    for collection in _FACTS:
        for name in getattr(facts, collection):
            entry = known.entries.get(collection, {}).get(name)
            yield from getattr(entry, "sources", ())


def _credit(told: tuple[Line, ...], known: Knowledge) -> Iterator[Line]:
    """Name the publishers that most statements rest on; those no voice can say are left to paper.

    As many as fit into one sentence, at most three.
    """
    counted = Counter(name for line in told for name in line.sources)
    names: list[str] = []
    for identifier, _ in counted.most_common():
        source = known.source(identifier)
        written = source.publisher.replace(" - ", " ") if source else ""
        said = known.speller.speak(written)
        is_native = all(map(is_syllable, said.text.replace("-", " ").split()))
        if said.text and is_native and not said.unknown and said.text not in names:
            names.append(said.text)
    words = load_words(LOUDSPEAKER_LANG)
    for count in range(min(_PUBLISHERS, len(names)), 0, -1):
        written = words("loudspeaker.source", names=", ".join(names[:count]))
        if count_words(written) <= known.ear.sentence_words:
            yield Line("source", written, written)
            return
