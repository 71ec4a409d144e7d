"""Finished HTML inside Markdown, put aside while Markdown is read.

Markdown leaves such blocks as they are, but reads every tag of them, twice; most of a page's bytes
are such blocks, so this is more than half of the time that a page takes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

_TAG = r"<(article|aside|details|div|dl|figure|form|h[1-6]|nav|ol|p|section|table|ul)\b[^<>]*>"
_OPENING = re.compile(rf"(?:\A|(?<=\n\n)){_TAG}")
_NEXT = re.compile(rf"\n{_TAG}")
_AFTER = re.compile(r"\n\n|\n?\Z")
# where a block may be something else than it looks
_DOUBTFUL = re.compile(
    r"^ {0,3}(?:```|~~~)|<!--|<pre\b|<script\b|<style\b|\bmarkdown=", re.MULTILINE
)
_WORTH = 120  # letters; a shorter block is read sooner than put aside
_MARK = '<div data-island="{}"></div>'
_MARKS = re.compile(r'<div data-island="(\d+)"></div>')


def put_aside(markdown: str) -> tuple[str, Callable[[str], str]]:
    """Return ``markdown`` with short marks for its blocks of HTML, and what puts them back into the
    HTML made of it.

    A block is a row of elements, each on lines of its own, between empty lines. Text in which that
    may mean something else is returned as it is.
    """
    if _DOUBTFUL.search(markdown) or "data-island" in markdown:
        return markdown, str
    parts: list[str] = []
    blocks: list[str] = []
    done = 0
    while found := _OPENING.search(markdown, done):
        end = _end(markdown, found)
        if end is None or end - found.start() < _WORTH:
            parts.append(markdown[done : found.end()])
            done = found.end()
            continue
        parts += (markdown[done : found.start()], _MARK.format(len(blocks)))
        blocks.append(markdown[found.start() : end])
        done = end
    parts.append(markdown[done:])
    return "".join(parts), lambda html: _MARKS.sub(lambda mark: blocks[int(mark[1])], html)


def _end(markdown: str, opening: re.Match[str]) -> int | None:
    """Return where the elements that begin with ``opening`` end, if that is the end of a block."""
    element: re.Match[str] | None = opening
    while element:
        end = _close(markdown, element)
        if end is None or _AFTER.match(markdown, end):
            return end
        element = _NEXT.match(markdown, end)
    return None


def _close(markdown: str, opening: re.Match[str]) -> int | None:
    """Return where the element that ``opening`` begins is closed."""
    depth = 1
    for tag in _tags(opening[1]).finditer(markdown, opening.end()):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.end()
    return None


@cache
def _tags(name: str) -> re.Pattern[str]:
    return re.compile(rf"<(/?){name}\b[^<>]*>")
