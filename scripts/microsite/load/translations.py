"""The register of compared translations to marks: ``data/translations.lock``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from microsite.problems import Problem, Where

HEAD = "# microsite translated: máy ghi, đừng sửa tay / written by the command, not by hand"
_LINE = re.compile(
    r"(?P<name>[a-z0-9-]+(?:/[a-z0-9-]+)?) (?P<source>[0-9a-f]{12}) (?P<own>[0-9a-f]{12})"
)

Marks = tuple[str, str]


def parse_lock(text: str, file: str) -> tuple[dict[str, Marks], list[Problem]]:
    """Return the marks of source and translation by ``collection/id``.

    A line that is none of ours is a problem: it comes of a merge that nobody finished.
    """
    marks: dict[str, Marks] = {}
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        found = _LINE.fullmatch(line)
        if found is None or found["name"] in marks:
            problems.append(Problem(Where(file, number, 1, length=len(line)), "lock-line", line))
        else:
            marks[found["name"]] = found["source"], found["own"]
    return marks, problems


def write_lock(marks: Mapping[str, Marks]) -> str:
    """Return the text of the register: one line an entry, sorted, so that merges stay easy."""
    return "".join(f"{line}\n" for line in (HEAD, *_lines(marks)))


def _lines(marks: Mapping[str, Marks]) -> Iterable[str]:
    return (f"{name} {' '.join(marks[name])}" for name in sorted(marks))
