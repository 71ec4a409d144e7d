"""One finished page to what can be found in it: title, places with an address, their text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

_HEADINGS = {"h2", "h3", "h4", "dt"}
_HOLDERS = {"article", "section", "li", "figure", "blockquote"}
_BLOCKS = _HEADINGS | _HOLDERS | {"p", "dd", "td", "th", "tr", "caption", "div", "br", "summary"}
_SKIPPED = {"svg", "script", "style", "template", "nav", "button", "aside", "form", "textarea"}
_SKIPPED_CLASSES = {
    *("ms-cite", "ms-notes", "ms-by", "ms-knot"),  # who says it is found in the register
    *("ms-filters", "ms-rail", "ms-outside", "ms-status", "ms-files"),
}
_VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MAIN = re.compile(r"^.*?(<main\b.*</main>).*$", re.DOTALL)
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True)
class Place:
    """A part of a page: where it begins, its heading (empty for a part without), its text.

    ``day`` is the day it tells of, as 1/1/2004, when its heading is that of an event. A heading
    that ``points`` is a link to another page, which is the better answer. A ``cited`` heading is
    the title of a source. ``names`` are people listed in it.
    """

    anchor: str
    title: str
    text: str
    day: str = ""
    points: bool = False
    cited: bool = False
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class FoundPage:
    """A page as search sees it; the first place is what stands before the first heading."""

    address: str
    kind: str
    section: str
    title: str
    places: tuple[Place, ...]


def read_page(html: str, address: str, kind: str, section: str) -> FoundPage:
    """Read the article of a finished page; source notes, menus and drawings are no part of it."""
    reader = _Reader()
    reader.feed(_MAIN.sub(r"\1", html, count=1))  # menus and footers are most of a short page
    reader.close()
    places = (part.place() for part in reader.parts)
    kept = tuple(place for place in places if place.text or place.title)
    return FoundPage(address, kind, section, _even("".join(reader.title)), kept)


@dataclass
class _Part:
    anchor: str
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    headed: bool = False
    day: str = ""
    points: bool = False
    cited: bool = False
    names: list[str] = field(default_factory=list)

    def place(self) -> Place:
        return Place(
            self.anchor,
            _even("".join(self.title)),
            _even("".join(self.text)),
            self.day,
            self.points,
            self.cited,
            tuple(dict.fromkeys(self.names)),
        )


@dataclass
class _Reader(HTMLParser):
    """Walks a page; knows at each moment which part it is in and whether the text counts."""

    title: list[str] = field(default_factory=list)
    parts: list[_Part] = field(default_factory=lambda: [_Part("", headed=True)])
    # open elements inside the article: (tag, id or empty, whether text below counts)
    open: list[tuple[str, str, bool]] = field(default_factory=list)
    heading: str = ""
    before: str = ""  # the open element of the page's head that counts: h1, or p for the lede

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a part at a heading, or at an element that has an address."""
        values = {name: value or "" for name, value in attrs}
        classes = set(values.get("class", "").split())
        if tag == "h1" or (tag == "p" and "ms-lede" in classes):
            self.before = tag
        if not self.open and not (tag == "article" and "ms-article" in classes):
            return
        if tag in _BLOCKS:
            self._put(" ")
        if tag in _VOID:
            return
        if name := values.get("data-person"):
            self.parts[-1].names.append(name)
        if tag == "time" and (day := _DAY.fullmatch(values.get("datetime", ""))):
            self._date(day)
        counts = (not self.open or self.open[-1][2]) and not (
            tag in _SKIPPED
            or classes & _SKIPPED_CLASSES
            or "hidden" in values
            or values.get("aria-hidden") == "true"
        )
        anchor = values.get("id", "") if counts else ""
        self.open.append((tag, anchor, counts))
        if self.heading and tag == "a" and not values.get("href", "#").startswith("#"):
            self.parts[-1].points = True
        is_cited = tag == "cite" and not self.parts[-1].headed
        if counts and (tag in _HEADINGS or is_cited):
            self._begin_heading(tag, anchor)
        elif anchor and tag in _HOLDERS:
            self.parts.append(_Part(anchor))

    def handle_endtag(self, tag: str) -> None:
        """Close the element; what is left open inside it is closed too."""
        if tag == self.before:
            self.before = ""
        if tag == self.heading:
            self.heading = ""
        if tag in _BLOCKS:
            self._put(" ")
        for index in range(len(self.open) - 1, -1, -1):
            if self.open[index][0] == tag:
                del self.open[index:]
                return

    def handle_data(self, data: str) -> None:
        """Keep the text where it belongs."""
        if self.before:
            (self.title if self.before == "h1" else self.parts[0].text).append(data)
        elif self.open and self.open[-1][2]:
            self._put(data)

    def _begin_heading(self, tag: str, anchor: str) -> None:
        self.heading = tag
        part = self.parts[-1]
        if anchor or part.headed:
            holders = (one for _, one, _ in reversed(self.open) if one)
            part = _Part(anchor or next(holders, part.anchor))
            self.parts.append(part)
        part.headed = True
        part.cited = tag == "cite"

    def _date(self, day: re.Match[str]) -> None:
        part = self.parts[-1]
        if not part.headed:
            year, month, number = (int(one) for one in day.groups())
            part.day = f"{number}/{month}/{year}"

    def _put(self, text: str) -> None:
        part = self.parts[-1]
        (part.title if self.heading else part.text).append(text)


def _even(text: str) -> str:
    return _BLANKS.sub(" ", text.replace("\u2060", "")).strip()
