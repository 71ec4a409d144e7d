"""Outlines for propagandists: what somebody says by heart, in three parts, with its sources."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from microsite.model.approval import Shown
from microsite.model.base import (
    CultureId,
    EventId,
    ExemplarId,
    Frozen,
    Integer,
    ModelId,
    Prose,
    QuestionId,
    Text,
    VoiceId,
)
from microsite.model.drafting import FormId

OUTLINE_LANG = "vi"
"""Outlines are documents of Vietnamese offices."""

Minutes = Annotated[Integer, Field(ge=1, le=180)]
ProseText = Annotated[Text, Prose()]


class Told(Frozen):
    """What is told: words of an editor, the words of entries, or words about entries.

    Without ``text`` the entries speak for themselves, each with its own text; with it they only
    lend their sources.
    """

    text: ProseText | None = None
    events: tuple[EventId, ...] = ()
    models: tuple[ModelId, ...] = ()
    exemplars: tuple[ExemplarId, ...] = ()
    culture: tuple[CultureId, ...] = ()
    voices: tuple[VoiceId, ...] = ()


ENTRIES = tuple(name for name in Told.model_fields if name != "text")
"""The collections that can be told of."""


class Passage(Frozen):
    """The opening or the conclusion: how long it takes and what is said."""

    minutes: Minutes
    told: tuple[Told, ...] = Field(min_length=1)


class OutlinePoint(Passage):
    """A numbered point of the main part."""

    heading: Text


class Outline(Shown):
    """An outline in the form of the State (``nd30``) or of the Party (``hd36``).

    ``title`` is what it is about; ``minutes`` is the whole time, questions included.
    """

    form: FormId
    title: Text
    minutes: Minutes
    opening: Passage
    points: tuple[OutlinePoint, ...] = Field(min_length=1)
    closing: Passage
    discussion: Minutes
    questions: tuple[QuestionId, ...] = Field(min_length=1)

    @property
    def planned(self) -> int:
        """The minutes of all parts together."""
        passages = (self.opening, *self.points, self.closing)
        return sum(one.minutes for one in passages) + self.discussion
