"""One finished page to what can be found in it: title, places with an address, their text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml.etree import _Element
from lxml.html import HTMLParser, document_fromstring

from microsite.search.tokens import cut_words

_HEADINGS = {"h2", "h3", "h4", "dt"}
_HOLDERS = {"article", "section", "li", "figure", "blockquote"}
_BLOCKS = _HEADINGS | _HOLDERS | {"p", "dd", "td", "th", "tr", "caption", "div", "br", "summary"}
_SKIPPED = {"svg", "script", "style", "template", "nav", "button", "aside", "form", "textarea"}
_LEDE, _ARTICLE = "ms-lede", "ms-article"
_SKIPPED_CLASSES = {
    *("ms-cite", "ms-notes", "ms-by", "ms-knot"),  # who says it is found in the register
    *("ms-filters", "ms-rail", "ms-outside", "ms-status", "ms-files"),
}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)
_NUMBER = re.compile(r"\d+(?:/\d+)*[/-][^\W\d][^\s,;]*")
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

    @property
    def shown(self) -> str:
        """Its title; that of a document ends with its number."""
        if not self.cited:
            return self.title
        number = _NUMBER.search(self.title)
        return f"{self.title[: number.end()]} …" if number else ""


@dataclass(frozen=True)
class FoundPage:
    """A page as search sees it; the first place is what stands before the first heading. ``words``
    are what it is looked up by; of a source the document and who published it.
    """

    address: str
    kind: str
    section: str
    title: str
    places: tuple[Place, ...]
    words: tuple[str, ...] = ()


def read_page(html: str, address: str, kind: str, section: str) -> FoundPage:
    """Read the article of a finished page; source notes, menus and drawings are no part of it."""
    main = _MAIN.search(html)  # menus and footers are most of a short page
    whole = (main.group() if main else html).encode()
    reader = _Reader()
    reader.look_for_article(document_fromstring(whole, parser=HTMLParser(encoding="utf-8")))
    places = (part.place() for part in reader.parts)
    kept = tuple(place for place in places if place.text or place.title)
    title = _even("".join(reader.title))
    said = " \n ".join((title, *(f"{place.shown} \n {place.text}" for place in kept)))
    return FoundPage(address, kind, section, title, kept, tuple(dict.fromkeys(cut_words(said))))


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
class _Reader:
    """Walks a page; knows at each moment which part it is in and whose text it reads."""

    title: list[str] = field(default_factory=list)
    parts: list[_Part] = field(default_factory=lambda: [_Part("", headed=True)])
    anchors: list[str] = field(default_factory=list)  # of the elements around
    heading: str = ""

    def look_for_article(self, element: _Element) -> None:
        """Read title and lede of a page, and its articles."""
        for child in element:
            classes = _classes(child)
            if child.tag == "article" and _ARTICLE in classes:
                self._read(child)
            elif not self._read_head(child, classes):
                self.look_for_article(child)

    def _read_head(self, element: _Element, classes: set[str]) -> bool:
        """Read an element that is title or lede; whether it was."""
        if element.tag == "h1":
            self.title += _texts(element)
        elif element.tag == "p" and _LEDE in classes:
            self.parts[0].text += _texts(element)
        else:
            return False
        return True

    def _read(self, element: _Element) -> None:
        """Read an element of the article, unless its text does not count."""
        tag, classes = element.tag, _classes(element)
        if not isinstance(tag, str) or tag in _SKIPPED or classes & _SKIPPED_CLASSES:
            return
        if "hidden" in element.attrib or element.get("aria-hidden") == "true":
            return
        if self._read_head(element, classes):
            return
        is_heading = self._open(tag, element)
        self._put(element.text)
        for child in element:
            is_block = child.tag in _BLOCKS
            self._put(" " if is_block else None)
            self._read(child)
            self._put(" " if is_block else None)
            self._put(child.tail)
        if is_heading:
            self.heading = ""
        self.anchors.pop()

    def _open(self, tag: str, element: _Element) -> bool:
        """Begin a part at a heading, or at an element that has an address; whether it heads one."""
        anchor = element.get("id", "")
        if name := element.get("data-person"):
            self.parts[-1].names.append(name)
        if tag == "time" and (day := _DAY.fullmatch(element.get("datetime", ""))):
            self._date(day)
        if self.heading and tag == "a" and not element.get("href", "#").startswith("#"):
            self.parts[-1].points = True
        self.anchors.append(anchor)
        is_heading = tag in _HEADINGS or (tag == "cite" and not self.parts[-1].headed)
        if is_heading:
            self._begin_heading(tag, anchor)
        elif anchor and tag in _HOLDERS:
            self.parts.append(_Part(anchor))
        return is_heading

    def _begin_heading(self, tag: str, anchor: str) -> None:
        self.heading = tag
        part = self.parts[-1]
        if anchor or part.headed:
            holders = (one for one in reversed(self.anchors) if one)
            part = _Part(anchor or next(holders, part.anchor))
            self.parts.append(part)
        part.headed = True
        part.cited = tag == "cite"

    def _date(self, day: re.Match[str]) -> None:
        part = self.parts[-1]
        if not part.headed:
            year, month, number = (int(one) for one in day.groups())
            part.day = f"{number}/{month}/{year}"

    def _put(self, text: str | None) -> None:
        if text:
            part = self.parts[-1]
            (part.title if self.heading else part.text).append(text)


def _classes(element: _Element) -> set[str]:
    return set(element.get("class", "").split())


def _texts(element: _Element) -> list[str]:
    return [*map(str, element.itertext()), " "]


def _even(text: str) -> str:
    return _BLANKS.sub(" ", text.replace("\u2060", "")).strip()
