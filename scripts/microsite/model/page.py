"""An authored page: its front matter and its Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, Field

from microsite.model.approval import Approvable
from microsite.model.base import Day, Flag, Integer, Matching, Prose, Slug, Text

MARK = re.compile(r"[0-9a-f]{12}")

SourceMark = Annotated[str, BeforeValidator(Matching(MARK, "translation-mark"))]


class PageMeta(Approvable):
    """Front matter. ``review_in`` counts months; ``summary`` has at most 80 words.

    ``translates`` is the mark of the source page that a translation was last compared with.
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
    translates: SourceMark | None = None


@dataclass(frozen=True)
class AuthoredPage:
    """One page in one language; ``path`` is relative to the language's folder."""

    lang: str
    path: str
    file: str
    meta: PageMeta
    body: str
    body_line: int

    @property
    def place(self) -> tuple[str, str]:
        """Its language and path, which no other page has."""
        return self.lang, self.path
