"""Pictures and sound that editors add: what each shows or says, who made it, who may use it."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from microsite.model.approval import Shown
from microsite.model.base import (
    ConsentId,
    Flag,
    Integer,
    Localized,
    LocalizedProse,
    Matching,
    Number,
    SourceId,
    Text,
)
from microsite.model.edtf import EdtfDate

# ISO 639 codes of the languages spoken here, IANA registry; the names are in the word catalogues
LANGUAGES = (
    "vi", "en", "blt", "cnc", "hmn", "hmv", "hni", "hnj", "ium", "khb", "kjg",
    "kjm", "lha", "lhu", "lkc", "mji", "mww", "pcc", "slt", "twh", "zng",
)  # fmt: skip
# look right and are wrong: a Papuan language, the Thai of Thailand, no language at all
_TRAPS = ("daz", "th", "hmo")

_TAG = re.compile(r"(?P<code>[a-z]{2,3})(?:-(?:Latn|Tavt))?(?:-VN)?(?:-x-[a-z0-9]{1,8})?")
_PICTURE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.(?:avif|jpe?g|png|webp)")
_HEIC = re.compile(r".*\.hei[cf]", re.IGNORECASE)
_SOUND = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.(?:m4a|mp3|ogg|opus|wav)")


def _language(value: Any) -> Any:  # pydantic hands over whatever was typed
    found = _TAG.fullmatch(value) if isinstance(value, str) else None
    if isinstance(value, str) and (found is None or found["code"] not in LANGUAGES):
        code = "language-trap" if found and found["code"] in _TRAPS else "language-tag"
        raise PydanticCustomError(code, "no language of ours", {"known": ", ".join(LANGUAGES)})
    return value


def _not_heic(value: Any) -> Any:  # pydantic hands over whatever was typed
    if isinstance(value, str) and _HEIC.fullmatch(value):
        raise PydanticCustomError("picture-heic", "a kind that few browsers show")
    return value


# the last one speaks first
Picture = Annotated[
    str, BeforeValidator(Matching(_PICTURE, "media-file")), BeforeValidator(_not_heic)
]
Sound = Annotated[str, BeforeValidator(Matching(_SOUND, "media-file"))]
LanguageTag = Annotated[str, BeforeValidator(_language)]
Positive = Annotated[Integer, Field(ge=1)]


class Photo(Shown):
    """A photograph in ``docs/assets/photos``, with everything that must stand beside it.

    ``people`` says whether somebody can be recognised; then consents or a public source are needed.
    """

    file: Picture
    alt: Localized
    caption: LocalizedProse
    place: Localized
    date: EdtfDate
    author: Text
    licence: Text
    people: Flag
    consents: tuple[ConsentId, ...] = ()
    sources: tuple[SourceId, ...] = ()

    @property
    def path(self) -> str:
        """Where its file lies in ``docs/assets``; the site has pictures made of it."""
        return f"photos/{self.file}"


class Recording(Shown):
    """Somebody's words in ``docs/assets/audio``, in the language they were said in.

    ``bytes`` is what the reader is told before loading anything; a check holds it to the file.
    """

    file: Sound
    title: Localized
    minutes: Annotated[Number, Field(ge=0.1)]
    bytes: Positive
    lang: LanguageTag
    speaker: Localized
    transcript: LocalizedProse
    date: EdtfDate | None = None
    licence: Text | None = None
    consents: tuple[ConsentId, ...] = ()
    sources: tuple[SourceId, ...] = ()

    @property
    def path(self) -> str:
        """Where its file lies in ``docs/assets`` and in the site's assets."""
        return f"audio/{self.file}"

    @property
    def language(self) -> str:
        """The language without script, country and orthography."""
        return self.lang.partition("-")[0]
