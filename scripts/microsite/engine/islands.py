"""Finished HTML inside Markdown, put aside while Markdown is read.

Markdown leaves such blocks as they are, but reads every tag of them, twice; most of a page's bytes
are such blocks, so this is more than half of the time that a page takes. The marks of sources, in
its lines, cost as much as the rest of an article: each of their tags is looked for anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

_TAG = r"<(article|aside|details|div|dl|figure|form|h[1-6]|nav|ol|p|section|table|ul)\b[^<>]*>"
_OPENING = re.compile(_TAG)
_BETWEEN = "\n\n"
_NEXT = re.compile(rf"\n{_TAG}")
_AFTER = re.compile(r"\n\n|\n?\Z")
# where a block may be something else than it looks, and where one line underlines another
_DOUBTFUL = re.compile(
    r"^ {0,3}(?:```|~~~)|<!--|<pre\b|<script\b|<style\b|\bmarkdown=", re.MULTILINE
)
_SIGNS = ("```", "~~~", "<!--", "<pre", "<script", "<style", "markdown=")
_UNDERLINED = re.compile(r"\n[ ]*(?:-+|=+)[ ]*(?=\n|\Z)")
_WORTH = 120  # letters; a shorter block is read sooner than put aside
_CITE = re.compile(r'<sup class="ms-cite">(?:<a href="#n\d+" aria-label="[\w ]+">\d+</a> ?)+</sup>')
_BEFORE, _BEHIND = "\ue000", "\ue001"  # private letters, which texts do not have
_MARK = '<div data-island="{}"></div>'
_MARKS = re.compile(rf'<div data-island="(\d+)"></div>|{_BEFORE}(\d+){_BEHIND}')


def put_aside(markdown: str) -> tuple[str, Callable[[str], str]]:
    """Return ``markdown`` with short marks for its blocks of HTML and its citations, and what puts
    them back into the HTML made of it.

    A block is a row of elements, each on lines of its own, between empty lines. Text in which that
    may mean something else is returned as it is.
    """
    is_doubtful = any(sign in markdown for sign in _SIGNS) and _DOUBTFUL.search(markdown)
    if is_doubtful or "data-island" in markdown or _BEFORE in markdown:
        return markdown, str
    aside: list[str] = []
    short = _without_citations(_without_blocks(markdown, aside), aside)
    return short, lambda html: _MARKS.sub(lambda mark: aside[int(mark[1] or mark[2])], html)


def _without_blocks(markdown: str, aside: list[str]) -> str:
    parts: list[str] = []
    done = start = 0
    while start >= 0:
        opening = _OPENING.match(markdown, start)
        end = _end(markdown, opening) if opening else None
        if end is not None and end - start >= _WORTH:
            parts += (markdown[done:start], _MARK.format(len(aside)))
            aside.append(markdown[start:end])
            done = end
        start = _next_block(markdown, max(done, start))
    return "".join((*parts, markdown[done:]))


def _next_block(markdown: str, at: int) -> int:
    """Return where the next tag after an empty line begins; -1 where there is none."""
    found = markdown.find(f"{_BETWEEN}<", at)
    return found + len(_BETWEEN) if found >= 0 else -1


def _without_citations(markdown: str, aside: list[str]) -> str:
    """Put citations aside, but not in headings, whose words the table of contents repeats, and not
    where they may stand in code: between backticks, in indented lines.
    """
    if "`" in markdown or _UNDERLINED.search(markdown):
        return markdown

    def put(found: re.Match[str]) -> str:
        aside.append(found.group())
        return f"{_BEFORE}{len(aside) - 1}{_BEHIND}"

    return "\n".join(
        line if line.startswith(("#", " ", "\t")) else _CITE.sub(put, line)
        for line in markdown.split("\n")
    )


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
