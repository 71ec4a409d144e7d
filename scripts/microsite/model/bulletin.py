"""What loudspeakers say: bulletins, the stations that read them, and short forms in words."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, Field

from microsite.model.approval import Shown
from microsite.model.base import (
    CultureId,
    Day,
    Entry,
    EventId,
    ExemplarId,
    Frozen,
    Integer,
    Matching,
    ModelId,
    Prose,
    QuestionId,
    Ref,
    Slug,
    SourceId,
    TermId,
    Text,
    UnitId,
    VoiceId,
)

_CLOCK = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")

VERSIONS = (1, 3, 5, 15)
"""Minutes that a bulletin can be made for; nobody listens longer than fifteen (O2)."""

LOUDSPEAKER_LANG = "vi"
"""Stations read Vietnamese; another language needs a speller of its own."""

Minutes = Annotated[Integer, Field(ge=VERSIONS[0], le=VERSIONS[-1])]
BulletinId = Annotated[Slug, Ref("bulletins")]
ClockTime = Annotated[str, BeforeValidator(Matching(_CLOCK, "clock"))]


class Heard(Prose):
    """Marks prose that is said aloud: figures in it may be rounded."""


HeardText = Annotated[Text, Heard()]


class Told(Frozen):
    """One to three sentences, and the entries they tell of, whose sources are theirs too."""

    text: HeardText
    events: tuple[EventId, ...] = ()
    models: tuple[ModelId, ...] = ()
    exemplars: tuple[ExemplarId, ...] = ()
    questions: tuple[QuestionId, ...] = ()
    culture: tuple[CultureId, ...] = ()
    voices: tuple[VoiceId, ...] = ()


class Statement(Told):
    """What the body of a bulletin says; versions shorter than ``minutes`` leave it out."""

    minutes: Minutes = VERSIONS[0]


class Part(Frozen):
    """Another bulletin inside a long one, in its version of ``minutes``."""

    bulletin: BulletinId
    minutes: Minutes


class Bulletin(Shown):
    """A topic for the loudspeaker in one or several lengths: all a station reads but its own words.

    ``headline`` is said after the greeting, ``key`` at the beginning and again at the end. A long
    programme has ``parts`` before its own ``body``.
    """

    section: Slug
    title: HeardText
    minutes: tuple[Minutes, ...] = Field(min_length=1)
    headline: HeardText
    key: Told
    parts: tuple[Part, ...] = ()
    body: tuple[Statement, ...] = ()


class Station(Entry):
    """The loudspeakers of a unit: their own words around every bulletin, and when they speak.

    The first of ``times`` is the reading, the others repeat it; ``start`` is the first day.
    """

    unit: UnitId
    greeting: HeardText
    sign: HeardText
    recall: HeardText
    closing: HeardText
    replay: HeardText
    times: tuple[ClockTime, ...] = Field(min_length=1)
    start: Day


class Abbreviation(Entry):
    """A short form and the words it stands for, with the term or the sources that say so."""

    short: Text
    spoken: Text
    term: TermId | None = None
    sources: tuple[SourceId, ...] = ()


class Ear(Frozen):
    """How fast stations read and how much a listener takes in at once.

    ``rate`` is syllables a minute, slower than on television because of echo and of old people;
    ``tolerance`` is per cent of the wanted length.
    """

    rate: Annotated[Integer, Field(ge=100, le=300)] = 180
    tolerance: Annotated[Integer, Field(ge=1, le=50)] = 10
    sentence_words: Annotated[Integer, Field(ge=5, le=40)] = 20
