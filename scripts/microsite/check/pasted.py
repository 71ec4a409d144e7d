"""What comes along when somebody pastes from Word into a page: tables, footnotes, loose sources."""

from __future__ import annotations

import re
from collections.abc import Iterator

from microsite.check.content import Content
from microsite.load.markdown import RawPage
from microsite.load.slips import CELLS
from microsite.marks import hide_code, parse_block, parse_inline, strip_inline
from microsite.problems import Problem, Where

_ROW = re.compile(r"\s*\|.*\|\s*")
_FOOTNOTE = re.compile(r"\[\d{1,3}\](?![(:\[])")
# (@id), [nguồn: id], [id] or @id where [@id] is meant
_LOOSE = re.compile(
    r"(?<![\w.@/-])(?P<open>[(\[] ?(?:(?:nguồn|source) ?:? ?)?)?(?P<at>@)?"
    r"(?P<id>[a-z0-9]{1,40}(?:-[a-z0-9]{1,40}){1,20})(?P<close> ?[)\]])?(?!\()",
    re.IGNORECASE,
)

_BARE = re.compile(r"(?<![(<\[\w/\"])https?://[^\s)\]>]+")

Line = tuple[int, str]


def pasted(raw: RawPage, content: Content) -> dict[int, Problem | None]:
    """Return the lines of a page that Word has written, with what is wrong there; a second row of a
    table has nothing to add.
    """
    found: dict[int, Problem | None] = {}
    for run in _runs(raw):
        if code := _table(run):
            number, first = run[0]
            where = Where(raw.file, number, length=len(first))
            found |= dict.fromkeys(number for number, _ in run)
            found[number] = Problem(where, code, spot="")
        else:
            for number, line in run:
                slips = [*_words(raw.file, number, line, content)]
                found |= dict(zip([number], slips, strict=False))
    return found


def _runs(raw: RawPage) -> Iterator[list[Line]]:
    """Yield the lines that stand together, without those of directives."""
    run: list[Line] = []
    for number, line in (*raw.lines, (0, "")):
        if line.strip() and parse_block(line) is None:
            run.append((number, hide_code(line)))
        elif run:
            yield run
            run = []


def _table(run: list[Line]) -> str:
    """Return the rule that a table breaks: its cells lie apart by tabs, or nothing parts its head
    from its rows.
    """
    if any("\t" in line and CELLS.search(line) for _, line in run):
        return "table-tabs"
    rows = [line for _, line in run if "|" in line and _ROW.fullmatch(line)]
    if len(rows) > 1 and len(rows) == len(run) and not set(rows[1]) <= set("|:- \t"):
        return "table-head"
    return ""


def _words(file: str, number: int, line: str, content: Content) -> Iterator[Problem]:
    if not ("[" in line or "@" in line or "://" in line):
        return
    inside = [(mark.start, mark.end) for mark in parse_inline(line)]
    for note in _FOOTNOTE.finditer(line):
        where = Where(file, number, note.start() + 1, length=len(note.group()))
        yield Problem(where, "footnote", note.group())
    for bare in _BARE.finditer(line):
        where = Where(file, number, bare.start() + 1, length=len(bare.group()))
        yield Problem(where, "foreign-link", bare.group())
    outside = strip_inline(line)
    for loose in _LOOSE.finditer(line) if "[" in outside or "@" in outside else ():
        is_meant = loose["at"] or f"{loose['open']}"[0] + f"{loose['close']}"[-1] == "[]"
        is_cited = any(start <= loose.start("id") < end for start, end in inside)
        if is_meant and not is_cited and content.knows("sources", loose["id"]):
            where = Where(file, number, loose.start() + 1, length=len(loose.group()))
            yield Problem(where, "citation-form", loose.group(), {"nearest": f"[@{loose['id']}]"})
