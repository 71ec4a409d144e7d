"""Authored pages: plain summary, sourced figures, known directives, and nothing but Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from microsite.check.content import Content, LocatedPage
from microsite.check.directives import check_directive
from microsite.check.pasted import pasted
from microsite.load.markdown import RawPage
from microsite.load.slips import BULLETS
from microsite.marks import hide_code, parse_block, parse_inline, strip_inline
from microsite.problems import Problem, Where

SUMMARY_WORDS = 80
SENTENCE_WORDS = 20

_HTML = re.compile(r"</?[A-Za-z][^<>]*(?:>|$)|<!--")
_TEMPLATE = re.compile(r"\{\{|\{%|\{#(?!-?[a-z0-9-]+\s*\}\s*$)")
_ATTRIBUTES = re.compile(r"\{:?(?![#%{])[^{}\n]*\}")
_IMAGE = re.compile(r"!\[[^\]\n]{0,400}\]\([^)\n]{0,400}\)")
_DIRECTIVE_INSIDE = re.compile(r"(?<![:\w]):{2,3}[a-z][a-z-]{0,40}\{")
_BULLET = re.compile(rf"^\s*(?P<sign>[{BULLETS}])\s")
_HEADING = re.compile(r"^(#{1,6})\s+(.*)$")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+")
_SENTENCE_END = re.compile(r"[.!?:;](?=\s|$)")
_LINK_TARGET = re.compile(r"\]\([^)\n]{0,1000}\)")
_CODE = re.compile(r"`[^`]*`")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Block:
    """A paragraph, list item or table: the unit that must carry its own source."""

    line: int
    last_line: int
    text: str


def check(content: Content) -> Iterator[Problem]:
    """Check every page's front matter words."""
    for page in content.pages:
        yield from _front_matter(page)


def check_text(raw: RawPage, content: Content) -> Iterator[Problem]:
    """Check the text of a page."""
    yield from _lines(raw, content)
    slips = pasted(raw, content)
    yield from filter(None, slips.values())
    for block in blocks(raw):
        lines = range(block.line, block.last_line + 1)
        if not is_sourced(block.text) and slips.keys().isdisjoint(lines):
            where = Where(raw.file, block.line, last_line=block.last_line)
            yield Problem(where, "figure-without-source", _number(block.text))


def check_directives(content: Content) -> Iterator[Problem]:
    """Check the directives of every page, and nothing else of it."""
    for raw in content.raw_pages:
        for number, line in raw.lines:
            if directive := parse_block(line):
                yield from check_directive(directive, Where(raw.file, number), content)


def summary_problems(summary: str, where: Where) -> Iterator[Problem]:
    """Check that a summary is short, in short sentences, and sourced."""
    words = strip_inline(summary).split()
    if len(words) > SUMMARY_WORDS:
        limit = {"limit": str(SUMMARY_WORDS)}
        yield Problem(where, "summary-long", str(len(words)), limit, spot="")
    for sentence in _SENTENCE_END.split(strip_inline(summary)):
        if len(sentence.split()) > SENTENCE_WORDS:
            start = " ".join(sentence.split()[:5])
            got = f"{len(sentence.split())}: {start}…"
            yield Problem(where, "sentence-long", got, {"limit": str(SENTENCE_WORDS)}, spot=start)
    if not is_sourced(summary):
        yield Problem(where, "figure-without-source", _number(summary))


def is_sourced(text: str) -> bool:
    """Whether ``text`` has no digit, or at least one citation or figure."""
    return (
        _DIGIT.search(text) is None or any(parse_inline(text)) or _DIGIT.search(_bare(text)) is None
    )


def blocks(raw: RawPage) -> Iterator[Block]:
    """Cut a body into paragraphs, list items and tables; headings and directives are left out."""
    start, end, gathered = 0, 0, list[str]()
    for line, text in [*raw.lines, (0, "")]:
        outside = not text.strip() or _HEADING.match(text) or parse_block(text) is not None
        fresh = _ITEM.match(text) or text.lstrip().startswith(("!!!", "???"))
        if (outside or fresh) and gathered:
            yield Block(start, end, " ".join(gathered))
            gathered = []
        if not outside:
            start, end = start if gathered else line, line
            gathered.append(_ITEM.sub("", text, count=1).strip())


def _front_matter(page: LocatedPage) -> Iterator[Problem]:
    meta = page.page.meta
    yield from summary_problems(meta.summary, page.where("summary"))
    if not is_sourced(meta.figure or ""):
        yield Problem(page.where("figure"), "figure-without-source", _number(meta.figure or ""))


def _lines(raw: RawPage, content: Content) -> Iterator[Problem]:
    level = 1
    for number, line in raw.lines:
        where = Where(raw.file, number)
        directive = parse_block(line)
        if directive is not None:
            yield from check_directive(directive, where, content)
            continue
        text = hide_code(line)
        foreign = next((found for found in _foreign_syntax(text)), None)
        if foreign is not None:
            column, code, got = foreign
            yield Problem(Where(raw.file, number, column + 1, length=len(got)), code, got)
        heading = _HEADING.match(line)
        if heading:
            depth = len(heading[1])
            if depth == 1:
                yield Problem(where, "heading-one", heading[2])
            elif depth > level + 1:
                yield Problem(where, "heading-skip", heading[1], {"level": str(level + 1)})
            level = depth


def _foreign_syntax(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield (offset, code, what stands there) for everything in a line that is not Markdown."""
    if bullet := _BULLET.match(text):
        yield bullet.start("sign"), "bullet", bullet["sign"]
    for sign, pattern, code in _FOREIGN:
        for found in pattern.finditer(text) if sign in text else ():
            yield found.start(), code, found.group()
    if "{" not in text:
        return
    figures = [(mark.start, mark.end) for mark in parse_inline(text)]
    for found in _ATTRIBUTES.finditer(text):
        if not any(start <= found.start() < end for start, end in figures):
            yield found.start(), "attributes", found.group()


# no line without the sign can match the pattern
_FOREIGN = (
    ("<", _HTML, "html"),
    ("{", _TEMPLATE, "template"),
    ("![", _IMAGE, "image"),
    ("::", _DIRECTIVE_INSIDE, "directive-inside"),
)


def _number(text: str) -> str:
    """Return the first number that readers see."""
    found = re.search(r"\d[\d.,/]*", _bare(text))
    return found.group().rstrip(".,/") if found else ""


def _bare(text: str) -> str:
    """Leave out what is not said to readers: marks, link targets, code."""
    for mark in reversed(list(parse_inline(text))):
        text = text[: mark.start] + text[mark.end :]
    return _CODE.sub("", _LINK_TARGET.sub("]", text))
