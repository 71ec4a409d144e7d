"""How the outreach kit is printed and posted: sizes of margins, topics of cards, limits."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from microsite.model.base import Entry, EventId, Frozen, IndicatorId, Integer, Number, Text


class Margins(Frozen):
    """What printers cut off and where nothing important stands, in millimetres of the real size."""

    bleed: Annotated[Integer, Field(ge=0, le=100)] = 3
    safe: Annotated[Integer, Field(ge=0, le=300)] = 10


class Panel(Frozen):
    """A panel in a street: its width and height, and how far its readers stand, all in metres."""

    width: Annotated[Number, Field(ge=1, le=40)]
    height: Annotated[Number, Field(ge=1, le=20)]
    distance: Annotated[Integer, Field(ge=3, le=200)]


class Platform(Entry):
    """A network: the most letters that its captions may have, and the most hashtags."""

    name: Text
    letters: Annotated[Integer, Field(ge=100, le=100_000)]
    hashtags: Annotated[Integer, Field(ge=0, le=30)] = 3


class Campaign(Frozen):
    """What cards tell of, and how large format and captions are kept within bounds.

    Networks change their limits and panels have the sizes of their frames, so they are data.
    """

    indicators: tuple[IndicatorId, ...] = ()
    events: tuple[EventId, ...] = ()
    hashtags: tuple[Text, ...] = ()
    platforms: tuple[Platform, ...] = ()
    paper: Margins = Margins()
    panels: tuple[Panel, ...] = ()
    street: Margins = Margins(bleed=20, safe=50)
