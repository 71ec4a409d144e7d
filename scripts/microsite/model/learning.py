"""What readers ask and learn: questions, quiz, slogans, glossary."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from microsite.model.base import (
    Entry,
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


class Question(Entry):
    """A question with a sourced answer and, where sources differ, every reading."""

    group: QuestionGroup
    question: Localized
    answer: LocalizedProse
    readings: tuple[Claim, ...] = ()
    sources: Sources
    see: tuple[Text, ...] = ()


class QuizItem(Entry):
    """A quiz question: the right answer, three wrong ones, why, and by which source."""

    level: Annotated[Integer, Field(ge=1, le=4)]
    section: Slug
    question: Localized
    right: Localized
    wrong: tuple[Localized, Localized, Localized]
    explain: LocalizedProse
    sources: Sources


class Slogan(Entry):
    """A slogan or theme, only with the document or the named origin it comes from."""

    text: Localized
    origin: LocalizedProse
    kind: Literal["theme", "slogan"]
    sources: Sources


class Term(Entry):
    """A word explained; definitions are editorial, statements about the subject carry sources."""

    term: Localized
    short: Localized | None = None
    aliases: tuple[Text, ...] = ()
    definition: LocalizedProse
    sources: tuple[SourceId, ...] = ()
