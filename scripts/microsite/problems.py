"""A problem in someone's content: where it is, and which rule it breaks.

The words live in ``wording/problems.*.yml``; code only names the rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, order=True)
class Where:
    """A place in a file of the project: path from its root, line and column from 1, key path."""

    file: str
    line: int = 1
    column: int = 1
    key: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}"
        return f"{place}  {self.key}" if self.key else place


@dataclass(frozen=True, order=True)
class Problem:
    """One broken rule: its ``code``, what stands there, and values for the words."""

    where: Where
    code: str
    got: str = ""
    values: Mapping[str, str] = field(default_factory=dict, compare=False)


class ContentError(Exception):
    """Content that cannot be built, with every problem found.

    Raised by the pipeline after all checks ran; the outermost layer prints it.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems
