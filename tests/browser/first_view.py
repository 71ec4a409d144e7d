"""What a page costs: everything that a browser fetches before it has shown the page.

Assets are found by reading the page and its style sheets, so nothing new escapes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from browser.serving import SUBPATH, compress

_RELS = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}
_SOURCES = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "source": ("srcset",),
    "iframe": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "video": ("poster",),
    "image": ("href",),
    "use": ("href",),
}
_PACKED = {".woff2", ".woff", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif"}

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)")
_CONDITION = re.compile(r"\.([\w-]+)|\[([\w-]+)=[\"']?([^\"'\]]+)")
_NEGATED = re.compile(r":not\([^)]*\)")


@dataclass(frozen=True)
class Weight:
    """Bytes of one page as they travel, by asset; the page itself is among them."""

    page: str
    parts: dict[str, int]

    @property
    def total(self) -> int:
        """Everything together."""
        return sum(self.parts.values())

    def of(self, suffix: str) -> int:
        """Return the bytes of one kind of file."""
        return sum(size for name, size in self.parts.items() if name.endswith(suffix))


@dataclass
class _Page(HTMLParser):
    fetched: list[str] = field(default_factory=list)
    marks: set[str | tuple[str, str]] = field(default_factory=set)
    offered: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what one element makes a browser fetch, and what style rules may ask about it."""
        values = {name: value or "" for name, value in attrs}
        self.marks.update(values.get("class", "").split())
        self.marks.update(values.items())
        if tag == "picture":
            self.offered = "nothing yet"
        if tag == "source" and self.offered:
            self.offered = self.offered.replace("nothing yet", values["srcset"])
            return
        if tag == "img" and self.offered:
            values["srcset"], values["src"] = self.offered, ""
            self.offered = ""
        if values.get("loading") == "lazy":
            return
        if tag == "link" and set(values.get("rel", "").split()) & _RELS:
            self.fetched.append(values["href"])
        for name in _SOURCES.get(tag, ()):
            if value := values.get(name):
                self.fetched.append(value.split(",")[0].split()[0])


def weigh(site: Path, page: str) -> Weight:
    """Weigh the first view of ``page``, a path inside ``site``."""
    read = _Page()
    read.feed((site / page).read_text(encoding="utf-8"))
    wanted = [_resolve(page, target) for target in read.fetched if _is_file(target)]
    for sheet in [name for name in wanted if name.endswith(".css")]:
        text = _read_text(site / sheet)
        wanted += [_resolve(sheet, target) for target in _asked_by(text, read.marks)]
    return Weight(page, {name: _size(site / name) for name in dict.fromkeys([page, *wanted])})


def _asked_by(sheet: str, marks: set[str | tuple[str, str]]) -> list[str]:
    """Return the addresses in rules that can apply to a page with these classes and attributes."""
    return [
        target
        for selector, body in _RULE.findall(_COMMENT.sub("", sheet))
        if "url(" in body
        and any(_may_apply(one, marks) for one in _NEGATED.sub("", selector).split(","))
        for target in _URL.findall(body)
        if _is_file(target)
    ]


def _may_apply(selector: str, marks: set[str | tuple[str, str]]) -> bool:
    conditions = _CONDITION.findall(selector)
    return all((cls or (name, value)) in marks for cls, name, value in conditions)


def _is_file(target: str) -> bool:
    return not target.startswith(("data:", "#", "http:", "https:"))


def _resolve(name: str, target: str) -> str:
    path = unquote(urlsplit(urljoin(SUBPATH + name, target)).path)
    return path.removeprefix(SUBPATH)


@cache
def _read_text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def _size(path: Path) -> int:
    """Return the bytes that travel; what is packed already is not packed again.

    A file that is not there weighs nothing.
    """
    content = path.read_bytes() if path.is_file() else b""
    if not content:
        return 0
    return len(content) if path.suffix in _PACKED else len(compress(content))
