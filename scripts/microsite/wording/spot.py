"""A problem and its file's text to the very characters that are wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from microsite.problems import Problem, Where

# their value is not what is wrong
_ABOUT_KEYS = {"unknown-key", "duplicate-key", "key-not-text", "missing-dash"}
_KEY = re.compile(r"""("[^"]*"|'[^']*'|[^\s:#"'][^:#]*?)\s*:(?=\s|$)\s*""")
# enough to find a mistake again, few enough for a line of any length
_WORDS = 12
_KEY_LETTERS = 200


@dataclass(frozen=True)
class Spot:
    """Characters of one line: columns count from 1 and ``end`` is the first one after."""

    line: int
    start: int
    end: int
    text: str


def find_spot(problem: Problem, source: str | None) -> Spot | None:
    """Return what to underline, or None when the problem is about a whole file or no text is there.

    The text is where the finder said, else where ``got`` stands in the value, else the value.
    """
    where = problem.where
    if where.line and problem.text is not None:
        return Spot(where.line, where.column, where.column + where.length, problem.text)
    if not where.line or source is None:
        return None
    lines = _lines(source)
    number = min(where.line, len(lines))
    while number > 1 and not lines[number - 1].strip():  # the end of the file, or a gap before it
        number -= 1
    text = lines[number - 1]
    if where.length and number == where.line:
        start = where.column
        return Spot(number, start, min(start + where.length, max(len(text), start) + 1), text)
    first = _value_start(problem, text) if number == where.line else 0
    wanted = problem.got if problem.spot is None else problem.spot
    return _written(wanted, where, lines, first) or _value(number, text, where, first)


@lru_cache(maxsize=4)
def _lines(source: str) -> list[str]:
    """Split a text once for all its problems; nobody changes the list."""
    return source.split("\n")


def _value_start(problem: Problem, text: str) -> int:
    """Return where on the first line the mistake may begin, from 0."""
    start = min(problem.where.column - 1, len(text))
    key = _KEY.match(text, start, start + _KEY_LETTERS)
    if key is None or problem.code in _ABOUT_KEYS or not problem.where.key:
        return start
    return key.end() if problem.got else start


def _written(wanted: str, where: Where, lines: list[str], first: int) -> Spot | None:
    """Find ``wanted`` among the lines of the value; a fold may have cut it after any word."""
    words = wanted.removesuffix("…").split()[:_WORDS]
    last = min(max(where.line, where.last_line), len(lines))
    for count in range(len(words), 0, -1):
        part = r"\s+".join(map(re.escape, words[:count]))
        pattern = re.compile(part if count == len(words) else part + r"\s*$")
        whole = re.compile(rf"(?<!\w){part}(?!\w)")
        for looked in (whole, pattern) if count == len(words) else (pattern,):
            for number in range(where.line, last + 1):
                text = lines[number - 1]
                begin = first if number == where.line else 0
                if found := looked.search(text, begin):
                    end = found.start() + len(found.group().rstrip())
                    return Spot(number, found.start() + 1, end + 1, text)
    return None


def _value(number: int, text: str, where: Where, first: int) -> Spot:
    """Take the rest of the line, the line before a bare end, or one column past the end."""
    rest = text[first:].partition(" #")[0].rstrip()
    if rest.strip():
        start = first + len(rest) - len(rest.lstrip())
        return Spot(number, start + 1, first + len(rest) + 1, text)
    start = len(text) - len(text.lstrip()) if number != where.line else min(where.column - 1, first)
    whole = text[start:].rstrip()
    return Spot(number, start + 1, start + max(len(whole), 1) + 1, text)
