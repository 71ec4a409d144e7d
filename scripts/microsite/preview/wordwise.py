"""Two versions of a page to the words that differ, as someone reads who knows no markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from html.parser import HTMLParser
from typing import Literal

_MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)
_HEADINGS = {"h1", "h2", "h3", "h4"}
_BLOCKS = _HEADINGS | {
    *(
        "p",
        "li",
        "tr",
        "dt",
        "dd",
        "caption",
        "figcaption",
        "blockquote",
        "summary",
        "div",
        "article",
    ),
    *(
        "section",
        "ul",
        "ol",
        "table",
        "figure",
        "aside",
        "header",
        "cite",
        "br",
        "legend",
        "option",
    ),
}
_CELLS = {"td", "th"}
_SKIPPED = {"svg", "script", "style", "template", "nav", "button", "aside", "label", "output"}
_SKIPPED_CLASSES = {"ms-cite", "ms-filters", "ms-rail", "ms-outside", "ms-crumbs"}
_VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_BLANKS = re.compile(r"\s+")
_LIKE = 0.4  # what has less in common is another sentence
_AROUND = 8  # words left on each side of a change

Kind = Literal["same", "out", "in"]
Piece = tuple[Kind, str]


@dataclass(frozen=True)
class Block:
    """A paragraph, a row of a table, an item of a list; and the heading that it stands under."""

    heading: str
    text: str


@dataclass(frozen=True)
class Spot:
    """A place that differs: under which heading, and the words in and out with some around."""

    heading: str
    pieces: tuple[Piece, ...]


def main_of(html: str) -> str:
    """Return the part of a page that is not menu or footer."""
    found = _MAIN.search(html)
    return found.group() if found else html


def read_blocks(html: str) -> list[Block]:
    """Return the text of a page's main part in reading order, without menus and source marks."""
    reader = _Reader()
    reader.feed(main_of(html))
    reader.close()
    reader.flush()
    return reader.blocks


def compare_blocks(before: list[Block], after: list[Block]) -> list[Spot]:
    """Return what differs, in the order of the newer version."""
    old, new = [one.text for one in before], [one.text for one in after]
    spots: list[Spot] = []
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            spots += _differing(before[a:b], after[c:d])
    return spots


def _differing(before: list[Block], after: list[Block]) -> Iterator[Spot]:
    """Yield sentences that became others side by side, the rest as gone or come."""
    waiting = list(before)
    for block in after:
        like = next((old for old in waiting if _alike(old.text, block.text)), None)
        if like is None:
            yield Spot(block.heading, (("in", block.text),))
            continue
        for gone in waiting[: waiting.index(like)]:
            yield Spot(gone.heading, (("out", gone.text),))
        del waiting[: waiting.index(like) + 1]
        yield Spot(block.heading, tuple(_shorten(_word_by_word(like.text, block.text))))
    for gone in waiting:
        yield Spot(gone.heading, (("out", gone.text),))


def _alike(old: str, new: str) -> bool:
    return SequenceMatcher(None, old.split(), new.split(), autojunk=False).ratio() >= _LIKE


def _word_by_word(old: str, new: str) -> list[Piece]:
    before, after = old.split(), new.split()
    pieces: list[Piece] = []
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            pieces.append(("same", " ".join(after[c:d])))
            continue
        if b > a:
            pieces.append(("out", " ".join(before[a:b])))
        if d > c:
            pieces.append(("in", " ".join(after[c:d])))
    return pieces


def _shorten(pieces: list[Piece]) -> Iterator[Piece]:
    """Leave out what is the same and far from any change."""
    for index, (kind, text) in enumerate(pieces):
        words = text.split()
        is_first, is_last = index == 0, index == len(pieces) - 1
        room = _AROUND if is_first or is_last else 2 * _AROUND
        if kind != "same" or len(words) <= room + 1:
            yield kind, text
        elif is_first:
            yield kind, " ".join(["…", *words[-_AROUND:]])
        elif is_last:
            yield kind, " ".join([*words[:_AROUND], "…"])
        else:
            yield kind, " ".join([*words[:_AROUND], "…", *words[-_AROUND:]])


@dataclass
class _Reader(HTMLParser):
    """Walks a page and cuts its text at every element that stands on lines of its own."""

    blocks: list[Block] = field(default_factory=list)
    heading: str = ""
    parts: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, or leave out what is no text."""
        if tag in _VOID:
            if tag == "br":
                self.parts.append(" ")
            return
        classes = set((dict(attrs).get("class") or "").split())
        if self.skipped or tag in _SKIPPED or classes & _SKIPPED_CLASSES:
            self.skipped.append(tag)
        elif tag in _BLOCKS:
            self.flush()
        elif tag in _CELLS and "".join(self.parts).strip():
            self.parts.append(" · ")

    def handle_endtag(self, tag: str) -> None:
        """End a block; a heading names what follows."""
        if self.skipped:
            while self.skipped and self.skipped.pop() != tag:
                pass
            return
        if tag in _BLOCKS:
            self.flush(is_heading=tag in _HEADINGS)

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        if not self.skipped:
            self.parts.append(data)

    def flush(self, *, is_heading: bool = False) -> None:
        """End the block that is open."""
        text = _BLANKS.sub(" ", "".join(self.parts)).strip()
        self.parts.clear()
        if text:
            if is_heading:
                self.heading = text
            self.blocks.append(Block(self.heading, text))
