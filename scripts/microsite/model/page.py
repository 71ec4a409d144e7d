"""An authored page: its front matter and its Markdown."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from microsite.model.base import Flag, Frozen, Integer, Prose, Slug, Text


def _day(value: object) -> object:
    if isinstance(value, str):
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            raise PydanticCustomError("day", "not a day")
        try:
            return datetime.date.fromisoformat(value)
        except ValueError as error:
            raise PydanticCustomError("day", "not a day") from error
    return value


Day = Annotated[datetime.date, BeforeValidator(_day)]


class PageMeta(Frozen):
    """Front matter. ``review_in`` counts months; ``summary`` has at most 80 words.

    ``figure`` leads the page, in its head and where its section lists it; its number stands large,
    what follows stands under it: “:figure[tea-area]{year=2023 unit=no} ha, 2023”.
    """

    title: Text
    summary: Annotated[Text, Prose()]
    figure: Annotated[Text, Prose()] | None = None
    author: Slug
    published: Day
    reviewed: Day
    review_in: Annotated[Integer, Field(ge=1, le=60)]
    boundary_note: Flag = False


@dataclass(frozen=True)
class AuthoredPage:
    """One page in one language; ``path`` is relative to the language's folder."""

    lang: str
    path: str
    file: str
    meta: PageMeta
    body: str
    body_line: int
