"""What readers ask and learn: questions, quiz, slogans, glossary."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from microsite.model.approval import Shown
from microsite.model.base import (
    Day,
    Flag,
    Frozen,
    Integer,
    Localized,
    LocalizedProse,
    Slug,
    SourceId,
    Sources,
    Text,
)

QuestionGroup = Literal["lich-su", "dia-gioi", "dang", "kinh-te", "xa-hoi", "van-hoa", "trang-nay"]


class Claim(Frozen):
    """One of several readings, with those who give it; ``used`` where the site goes by it."""

    claim: LocalizedProse
    sources: Sources
    used: Flag = False


class Question(Shown):
    """A question with a sourced answer and, where sources differ, every reading."""

    group: QuestionGroup
    question: Localized
    answer: LocalizedProse
    readings: tuple[Claim, ...] = ()
    sources: Sources
    see: tuple[Text, ...] = ()


class QuizItem(Shown):
    """A quiz question: the right answer, three wrong ones, why, and by which source."""

    level: Annotated[Integer, Field(ge=1, le=4)]
    section: Slug
    question: Localized
    right: Localized
    wrong: tuple[Localized, Localized, Localized]
    explain: LocalizedProse
    sources: Sources


class Document(Frozen):
    """The document by which somebody approved a slogan."""

    number: Text
    date: Day
    approver: Text


class Slogan(Shown):
    """A slogan, only with the document that approved it, or a theme with its named origin."""

    text: Localized
    origin: LocalizedProse
    kind: Literal["theme", "slogan"]
    document: Document | None = None
    sources: Sources

    @property
    def is_documented(self) -> bool:
        """Whether it has the document it needs."""
        return self.kind != "slogan" or self.document is not None


class Term(Shown):
    """A word explained; definitions are editorial, statements about the subject carry sources."""

    term: Localized
    short: Localized | None = None
    aliases: tuple[Text, ...] = ()
    definition: LocalizedProse
    sources: tuple[SourceId, ...] = ()
