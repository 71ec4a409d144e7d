"""A problem in words: where, what was expected, what came, what to do."""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass

from microsite.problems import Problem
from microsite.wording.catalog import load_problem_words


@dataclass(frozen=True)
class Message:
    """The four parts of a problem in one language."""

    where: str
    expected: str
    got: str
    hint: str

    def __str__(self) -> str:
        return f"{self.where}\n  {self.expected}{self.got}\n  → {self.hint}"


class _Values(string.Formatter):
    """Fills a message; a value the problem does not carry is left out with its brackets."""

    def get_value(self, key: int | str, args: object, kwargs: Mapping[str, object]) -> object:
        return kwargs.get(str(key), "")


def describe(problem: Problem, lang: str) -> Message:
    """Say ``problem`` in ``lang``."""
    catalog = load_problem_words(lang)
    words = catalog.get(problem.code, catalog["other"])
    values = {"got": problem.got, "code": problem.code, "key": problem.where.key, **problem.values}
    hint = words["hint"]
    if values.get("nearest") and "nearest" in words:
        hint = words["nearest"] + " " + hint
    fill = _Values()
    got = fill.format(catalog["common"]["got"], **values) if problem.got else ""
    return Message(
        str(problem.where),
        fill.format(words["expected"], **values),
        got,
        fill.format(hint, **values),
    )
