"""What rendering yields: pages and the files beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


def built_path(path: str, lang: str, default_lang: str) -> str:
    """Return where the page staged at ``path`` lies in the built site."""
    folder = "" if lang == default_lang else f"{lang}/"
    return folder + html_path(path)


def html_path(path: str) -> str:
    """Return the built name of a page within its language; other files keep theirs."""
    return f"{path.removesuffix('.md')}.html" if path.endswith(".md") else path


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


@dataclass(frozen=True)
class Sheet:
    """A page that is still to be drawn: its place, its title, and who draws it."""

    lang: str
    path: str
    title: str
    draw: Callable[[], Page]


@dataclass(frozen=True)
class Asset:
    """A file beside the pages, the same in every language."""

    path: str
    content: bytes
