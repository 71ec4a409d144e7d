"""A script to the paper that a reader holds: large letters, then exact figures and sources."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from microsite.documents.composing import Composed
from microsite.documents.forms import Look, Paper
from microsite.documents.lines import Line
from microsite.model.bulletin import LOUDSPEAKER_LANG
from microsite.model.site import Site
from microsite.model.source import Source
from microsite.outreach.citing import names_of
from microsite.spoken.script import Edition, Script
from microsite.spoken.script import Line as SpokenLine
from microsite.wording.catalog import load_words

_START = 8  # words by which a reader finds a sentence again
_SAID = Look(16, align="left", after=6, line=1.4)
_KEY = Look(16, bold=True, align="left", after=6, line=1.4)
PAPER = Paper(
    margins=(20, 20, 30, 20),
    looks={
        "mark": Look(14, bold=True, align="right", after=6),
        "remark": Look(12, italic=True, align="right", after=6),
        "heading": Look(18, bold=True, after=6, keeps=True, level=1),
        "about": Look(12, after=6),
        "label": Look(
            12, bold=True, align="left", before=10, after=2, keeps=True, is_pale=True, level=2
        ),
        "said": _SAID,
        "said-key": _KEY,
        "small": Look(11, align="left", after=2),
        "page-number": Look(13),
        "foot": Look(11),
    },
)
"""Margins of Nghị định 30/2020 (W1); what is read aloud is larger than its letters."""

# what stands over the lines of a kind; kinds that follow each other under one name share it
_HEADS = {
    "greeting": "greeting",
    "sign": "greeting",
    "headline": "headline",
    "key": "key",
    "part": "body",
    "body": "body",
    "recall": "repeat",
    "repeat": "repeat",
    "source": "closing",
    "closing": "closing",
    "replay": "closing",
    "edition": "closing",
}


def reading_copy(script: Script, site: Site, edition: Edition, mark: str) -> Composed:
    """Return the paper of ``script``; ``mark`` is the hash that its text has too."""
    return Composed(
        PAPER,
        script.bulletin.title,
        site.settings.owner.name.vi,
        edition.day,
        edition_note(edition, mark),
        ((*_top(script, site), *_read(script), *_notes(script, site)),),
    )


def edition_note(edition: Edition, mark: str) -> str:
    """Return which edition this is, and the hash of what is read."""
    day = f"{edition.day:%d/%m/%Y}"
    return load_words(LOUDSPEAKER_LANG)(
        "loudspeaker.foot", version=edition.version, day=day, mark=mark
    )


def _top(script: Script, site: Site) -> Iterator[Line]:
    """Yield what this is: draft or not, title, station, length."""
    words = load_words(LOUDSPEAKER_LANG)
    if not site.settings.owner.approved:
        yield Line("mark", words("loudspeaker.draft"))
        yield Line("remark", site.settings.unapproved_note.vi)
    yield Line("heading", script.bulletin.title)
    minutes, seconds = divmod(script.seconds, 60)
    yield Line(
        "about",
        words(
            "loudspeaker.about",
            unit=site.units[script.station.unit].latest.name.vi,
            minutes=script.minutes,
            length=f"{minutes}:{seconds:02}",
            syllables=script.syllables,
        ),
    )


def _read(script: Script) -> Iterator[Line]:
    for head, lines in groupby(script.lines, key=lambda line: _HEADS[line.kind]):
        yield Line("label", load_words(LOUDSPEAKER_LANG)(f"loudspeaker.head.{head}"))
        for line in lines:
            yield Line(_role(line), line.spoken)


def _role(line: SpokenLine) -> str:
    return "said-key" if line.kind in ("key", "repeat", "part") else "said"


def _notes(script: Script, site: Site) -> Iterator[Line]:
    """Yield what is not read: exact figures, which sentence rests on which source, the sources."""
    words = load_words(LOUDSPEAKER_LANG)
    numbers = {name: number for number, name in enumerate(script.sources, 1)}
    if script.exact:
        yield Line("label", words("loudspeaker.exact"))
    for figure in script.exact:
        cited = ", ".join(f"[{numbers[name]}]" for name in figure.sources)
        name = site.indicators[figure.indicator].name.vi
        yield Line("small", f"{name}, {figure.year}: {figure.written} {cited}")
    yield Line("label", words("loudspeaker.sentences"))
    for line in script.lines:
        if line.sources and line.kind != "repeat":
            start = " ".join(line.written.split()[:_START]).rstrip(" .,!?")
            cited = ", ".join(f"[{numbers[name]}]" for name in line.sources)
            yield Line("small", f"{start}…: {cited}")
    yield Line("label", words("loudspeaker.sources"))
    for name, number in numbers.items():
        yield Line("small", f"[{number}] " + ". ".join(_told(site.sources[name])))


def _told(source: Source) -> Iterator[str]:
    yield from names_of(source)
    if source.url and source.public_link:
        yield source.url
