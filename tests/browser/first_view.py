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


_WOVEN = "ms-woven"  # a band that comes with the page fetches none

Marks = set[str | tuple[str, str]]


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
    later: list[str] = field(default_factory=list)
    marks: Marks = field(default_factory=set)
    elements: list[Marks] = field(default_factory=list)
    offered: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what one element makes a browser fetch, and what style rules may ask about it."""
        values = {name: value or "" for name, value in attrs}
        own: Marks = {*values.get("class", "").split(), *values.items()}
        self.marks |= own
        if own and _WOVEN not in own:
            self.elements.append(own)
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
        for later in filter(None, values.get("data-later", "").split(",")):  # by the first script
            self.later.append(f"../js/{later}.js")
        # what is fetched early under a condition, a style asks for too
        if tag == "link" and set(values.get("rel", "").split()) & _RELS and "media" not in values:
            self.fetched.append(values["href"])
        for name in _SOURCES.get(tag, ()):
            if value := values.get(name):
                self.fetched.append(value.split(",")[0].split()[0])


def weigh(site: Path, page: str) -> Weight:
    """Weigh the first view of ``page``, a path inside ``site``."""
    read = _Page()
    read.feed((site / page).read_text(encoding="utf-8"))
    wanted = [_resolve(page, target) for target in read.fetched if _is_file(target)]
    sheets = [name for name in wanted if name.endswith(".css")]
    wanted += [_resolve(sheets[0], target) for target in read.later]
    for sheet in sheets:
        text = _read_text(site / sheet)
        wanted += [_resolve(sheet, target) for target in _asked_by(text, read)]
    return Weight(page, {name: _size(site / name) for name in dict.fromkeys([page, *wanted])})


def _asked_by(sheet: str, page: _Page) -> list[str]:
    """Return the addresses in rules that apply to the page, of each element those in the last one:
    what an earlier rule names is not fetched.
    """
    rules = [
        (_NEGATED.sub("", selector).split(","), body)
        for selector, body in _RULE.findall(_COMMENT.sub("", sheet))
        if "url(" in body
    ]
    bodies: dict[str, None] = {}
    for own in page.elements:
        applied = [body for one, body in rules if any(_applies(s, own, page.marks) for s in one)]
        if applied:
            bodies[applied[-1]] = None
    fonts = [body for one, body in rules if one[0].strip().startswith("@font-face")]
    targets = [target for body in (*bodies, *fonts) for target in _URL.findall(body)]
    return [target for target in targets if _is_file(target)]


def _applies(selector: str, own: Marks, around: Marks) -> bool:
    *outer, last = selector.split()
    return _met(last, own) and bool(_CONDITION.search(last)) and _met(" ".join(outer), around)


def _met(selector: str, marks: Marks) -> bool:
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
    """Return the bytes that travel: of the packed form beside the file, where there is one.

    A file that is not there weighs nothing.
    """
    packed = path.with_name(f"{path.name}.gz")
    if packed.is_file():
        return packed.stat().st_size
    content = path.read_bytes() if path.is_file() else b""
    if not content:
        return 0
    return len(content) if path.suffix in _PACKED else len(compress(content))
