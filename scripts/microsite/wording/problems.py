"""A problem in words: where, the line underlined, what was expected, what came, what to do."""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass, replace

from microsite.problems import Problem
from microsite.wording.catalog import load_problem_words
from microsite.wording.excerpt import Paint, draw, unpainted, visible
from microsite.wording.spot import Spot, find_spot

_SHOWN = 80


@dataclass(frozen=True)
class Message:
    """The parts of a problem in one language; without the file's text there is no ``spot``."""

    where: str
    expected: str
    got: str
    hint: str
    spot: Spot | None = None

    def __str__(self) -> str:
        return self.drawn()

    def drawn(self, *, columns: int = 100, paint: Paint = unpainted) -> str:
        """Return the message as a terminal of so many columns shows it."""
        parts = [paint(self.where, "place")]
        if self.spot is not None:
            parts.append(draw(self.spot, columns=columns, paint=paint))
        parts += [f"  {self.expected}{self.got}", paint(f"  → {self.hint}", "hint")]
        return "\n".join(parts)


class _Values(string.Formatter):
    """Fills a message; a value the problem does not carry is left out with its brackets."""

    def get_value(self, key: int | str, args: object, kwargs: Mapping[str, object]) -> object:
        return kwargs.get(str(key), "")


def describe(problem: Problem, lang: str, source: str | None = None) -> Message:
    """Say ``problem`` in ``lang``; with the ``source`` text of its file, show the very place."""
    catalog = load_problem_words(lang)
    words = catalog.get(problem.code, catalog["other"])
    values = {name: visible(value) for name, value in problem.values.items()}
    values |= {"got": _short(problem.got), "code": problem.code}
    hint = words["hint"]
    if values.get("nearest") and "nearest" in words:
        hint = words["nearest"] + " " + hint
    fill = _Values()
    is_told = "{got}" in words["expected"] + hint
    got = "" if is_told or not problem.got else fill.format(catalog["common"]["got"], **values)
    spot = find_spot(problem, source)
    where = problem.where
    if spot is not None:
        where = replace(where, line=spot.line, column=spot.start)
    return Message(
        visible(str(where)),
        fill.format(words["expected"], **values),
        got,
        fill.format(hint, **values),
        spot,
    )


def _short(text: str) -> str:
    return visible(text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…")
