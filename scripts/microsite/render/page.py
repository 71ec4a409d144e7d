"""What rendering yields: pages and the files beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Page:
    """One staged Markdown page: ``lang`` is its folder, ``meta`` its front matter."""

    lang: str
    path: str
    title: str
    body: str
    source: str
    meta: Mapping[str, object] = field(default_factory=dict)

    @property
    def file(self) -> str:
        """Its place in the staged tree."""
        return f"{self.lang}/{self.path}"

    @property
    def is_listed(self) -> bool:
        """Whether search engines may list it: no other language's text, not kept from them."""
        return not self.meta.keys() & {"fallback", "robots"}


@dataclass(frozen=True)
class Sheet:
    """A page that is still to be drawn: its place, its title, and who draws it.

    ``told`` is what the drawing is made from besides what all pages are made from: the texts that
    people wrote for it. There is no way from it to the texts of other pages.
    """

    lang: str
    path: str
    title: str
    draw: Callable[[], Page]
    told: tuple[str, ...] = ()


@dataclass(frozen=True)
class Asset:
    """A file beside the pages, the same in every language."""

    path: str
    content: bytes
