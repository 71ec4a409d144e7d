"""The ground of every model: frozen, no unknown keys, small value types.

Every scalar arrives as the text that was typed, so numbers and switches are turned here, strictly.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Frozen(BaseModel):
    """Base of all models: unchangeable, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy; what was worked out of the old values does not come along."""
        copied = super().model_copy(update=update, deep=deep)
        for name in copied.__dict__.keys() - type(self).model_fields.keys():
            del copied.__dict__[name]
        return copied


@dataclass(frozen=True)
class Ref:
    """Marks a field as the id of an entry in ``collection``."""

    collection: str


@dataclass(frozen=True)
class Prose:
    """Marks text in which citations and figures are allowed."""


@dataclass(frozen=True)
class Matching:
    """Holds text to a pattern before it is turned into a value."""

    pattern: re.Pattern[str]
    code: str

    def __call__(self, value: Any) -> Any:  # pydantic hands over whatever was typed
        """Return ``value`` as it is. Raises the rule ``code`` for other text."""
        if isinstance(value, str) and not self.pattern.fullmatch(value):
            raise PydanticCustomError(self.code, "does not match")
        return value


def _flag(value: Any) -> Any:  # pydantic hands over whatever was typed
    if isinstance(value, str) and value not in ("true", "false"):
        raise PydanticCustomError("flag", "neither true nor false")
    return value


def _words(value: Any) -> Any:  # pydantic hands over whatever was typed
    if isinstance(value, str):
        value = " ".join(value.split())
        if not value:
            raise PydanticCustomError("empty", "empty text")
    return value


def _day(value: Any) -> Any:  # pydantic hands over whatever was typed
    if isinstance(value, str):
        if not _DAY.fullmatch(value):
            raise PydanticCustomError("day", "not a day")
        try:
            return datetime.date.fromisoformat(value)
        except ValueError as error:
            raise PydanticCustomError("day", "not a day") from error
    return value


Slug = Annotated[str, BeforeValidator(Matching(_SLUG, "slug"))]
Integer = Annotated[int, BeforeValidator(Matching(_INTEGER, "integer"))]
Number = Annotated[float, BeforeValidator(Matching(_NUMBER, "number"))]
Flag = Annotated[bool, BeforeValidator(_flag)]
Text = Annotated[str, BeforeValidator(_words)]
Day = Annotated[datetime.date, BeforeValidator(_day)]

SourceId = Annotated[Slug, Ref("sources")]
IndicatorId = Annotated[Slug, Ref("indicators")]
UnitId = Annotated[Slug, Ref("units")]
ModelId = Annotated[Slug, Ref("models")]
CultureId = Annotated[Slug, Ref("culture")]
ConsentId = Annotated[Slug, Ref("consents")]
PhotoId = Annotated[Slug, Ref("photos")]
EventId = Annotated[Slug, Ref("events")]
ExemplarId = Annotated[Slug, Ref("exemplars")]
QuestionId = Annotated[Slug, Ref("questions")]
VoiceId = Annotated[Slug, Ref("voices")]
TermId = Annotated[Slug, Ref("glossary")]

Sources = Annotated[tuple[SourceId, ...], Field(min_length=1)]


class Localized(Frozen):
    """Plain words in each language; a missing translation is a counted gap."""

    vi: Text
    en: Text | None = None

    def get(self, lang: str) -> str | None:
        """Return the words in ``lang``, or None when they are not translated."""
        value: str | None = getattr(self, lang, None)
        return value

    def told(self, lang: str) -> str:
        """Return the words in ``lang``, or in the source language while they are not translated."""
        return self.get(lang) or self.vi


class LocalizedProse(Localized):
    """Running text in each language, in which citations and figures are allowed."""

    vi: Annotated[Text, Prose()]
    en: Annotated[Text, Prose()] | None = None


class Entry(Frozen):
    """A thing with an id, unique in its collection; the id is also its address."""

    id: Slug
