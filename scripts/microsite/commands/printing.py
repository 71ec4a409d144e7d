"""Problems as people read them in a terminal, and as machines do."""

from __future__ import annotations

from collections.abc import Sequence

from microsite.problems import Problem
from microsite.wording.problems import describe


def print_problems(problems: Sequence[Problem], lang: str) -> None:
    """Print every problem in ``lang``."""
    for problem in problems:
        print(describe(problem, lang))


def as_json(problems: Sequence[Problem], lang: str) -> list[dict[str, object]]:
    """Return every problem with its place and its words in ``lang``."""
    found: list[dict[str, object]] = []
    for problem in problems:
        message = describe(problem, lang)
        where = problem.where
        found.append(
            {
                "file": where.file,
                "line": where.line,
                "column": where.column,
                "key": where.key,
                "code": problem.code,
                "expected": message.expected,
                "got": problem.got,
                "hint": message.hint,
            }
        )
    return found
