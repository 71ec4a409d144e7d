"""What was done by all channels: rows that offices report, with a unit of measure each."""

from __future__ import annotations

import re
from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator, Field

from microsite.model.base import Entry, Frozen, Integer, Matching, Number, Text, UnitId
from microsite.model.media import LanguageTag

_PERIOD = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])|-Q[1-4])?")

ActivityChannel = Literal[
    "radio", "boards", "bulletins", "documents", "speakers", "portals", "social", "messages"
]
"""The eight channels of grassroots information (Nghị định 49/2024/NĐ-CP)."""

Measure = Literal[
    "session",
    "person-time",
    "article",
    "minute",
    "hour",
    "airing",
    "square-metre",
    "metre",
    "piece",
    "van-run",
    "entry",
    "view",
]
"""What quantities are counted in; quantities of different measures are never added."""

CHANNELS: tuple[ActivityChannel, ...] = get_args(ActivityChannel)
MEASURES: tuple[Measure, ...] = get_args(Measure)
Period = Annotated[str, BeforeValidator(Matching(_PERIOD, "period"))]


class Audience(Frozen):
    """How many people were reached, and whether somebody counted them."""

    people: Annotated[Integer, Field(ge=0)]
    basis: Literal["counted", "estimated"]


class Activity(Entry):
    """One thing that a unit did in one month, quarter or year, and what proves it."""

    unit: UnitId
    channel: ActivityChannel
    activity: Text
    quantity: Annotated[Number, Field(ge=0)]
    measure: Measure
    audience: Audience | None = None
    language: LanguageTag
    period: Period
    evidence: Text
    reporter: Text | None = None
