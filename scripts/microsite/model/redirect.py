"""Redirects: where a page that moved or went can be read now."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, create_model

from microsite.model.base import Frozen, Matching
from microsite.model.places import built_path, page_path, split_language

_PART = r"[A-Za-z0-9_-][A-Za-z0-9._-]*"
_OLD = re.compile(rf"(?:{_PART}/)*{_PART}\.html")
_NEW = re.compile(rf"(?:{_PART}/)*{_PART}\.(?:md|html)(?:#[A-Za-z0-9._-]+)?")

_Old = Annotated[str, BeforeValidator(Matching(_OLD, "old-address"))]
_New = Annotated[str, BeforeValidator(Matching(_NEW, "new-address"))]

# “from” is the right word for editors and none that a class can be given
_Written = create_model("_Written", __base__=Frozen, **{"from": (_Old, ...), "to": (_New, ...)})  # type: ignore[call-overload]


@dataclass(frozen=True)
class Move:
    """One old address, and the page in one language that stands for it now."""

    address: str
    lang: str
    page: str
    anchor: str


class Redirect(_Written):
    """An old address and the page that took its place.

    An address without a language's folder is that of all languages, as every page is.
    """

    @property
    def old(self) -> str:
        """The old address."""
        return str(getattr(self, "from"))

    @property
    def new(self) -> str:
        """The path of the page, with an anchor perhaps."""
        return str(getattr(self, "to"))  # noqa: B009  # made above: no type checker knows it

    def moves(self, languages: Iterable[str]) -> tuple[Move, ...]:
        """Return the move in each of the ``languages`` that it is for; the first is the default."""
        known = tuple(languages)
        lang, old = split_language(self.old, known[1:])
        page, _, anchor = split_language(self.new, known[1:])[1].partition("#")
        return tuple(
            Move(built_path(old, code, known[0]), code, page_path(page), anchor)
            for code in ((lang,) if lang else known)
        )


class Redirects(Frozen):
    """``data/redirects.yml``."""

    redirects: tuple[Redirect, ...] = ()
