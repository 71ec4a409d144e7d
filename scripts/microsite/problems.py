"""A problem in someone's content: where it is, and which rule it breaks.

The words live in ``wording/problems.*.yml``; code only names the rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, order=True)
class Where:
    """A place in a file of the project: path from its root, line and column from 1, key path.

    Line 0 means the file as a whole. ``length`` counts the characters that are meant, where the
    finder knows; otherwise the mistake lies somewhere between ``line`` and ``last_line``.
    """

    file: str
    line: int = 0
    column: int = 1
    key: str = ""
    length: int = field(default=0, compare=False)
    last_line: int = field(default=0, compare=False)

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{place}  {self.key}" if self.key else place


@dataclass(frozen=True, order=True)
class Problem:
    """One broken rule: its ``code``, what stands there, and values for the words.

    ``spot`` is the text to underline when that is not ``got``, and ``text`` the line itself when
    its file could not be kept as text.
    """

    where: Where
    code: str
    got: str = ""
    values: Mapping[str, str] = field(default_factory=dict, compare=False)
    spot: str | None = field(default=None, compare=False)
    text: str | None = field(default=None, compare=False)


class ContentError(Exception):
    """Content that cannot be built, with every problem found and the texts they lie in.

    Raised by the pipeline after all checks ran; the outermost layer prints it.
    """

    def __init__(self, problems: tuple[Problem, ...], texts: Mapping[str, str]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems
        self.texts = texts
