"""Marks in a heard text to plain writing: figures with their readings, citations left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from microsite.marks import Citation, Figure, parse_inline
from microsite.model.bulletin import LOUDSPEAKER_LANG
from microsite.model.indicator import Indicator, Reading
from microsite.wording.catalog import load_words
from microsite.wording.numbers import format_number

ROUND = "round"
"""Option of a figure that is said: to which whole step its value is rounded."""


@dataclass(frozen=True)
class Exact:
    """A figure as its source gives it, for the note beside what is said."""

    indicator: str
    year: int
    written: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Plain:
    """A text without marks, the sources it cites, and the figures it names."""

    text: str
    sources: tuple[str, ...] = ()
    exact: tuple[Exact, ...] = ()


def write_plainly(text: str, find: Callable[[str], Indicator | None]) -> Plain:
    """Return ``text`` as people write it, each figure filled from its indicator.

    A mark that names nothing is left out; saying so is for the check of references.
    """
    pieces, sources, exact, at = list[str](), list[str](), list[Exact](), 0
    for mark in parse_inline(text):
        before = text[at : mark.start]
        pieces.append(before.rstrip() if isinstance(mark, Citation) else before)
        at = mark.end
        if isinstance(mark, Citation):
            sources += mark.sources
            continue
        indicator = find(mark.indicator)
        reading = _reading(mark, indicator)
        if indicator is None or reading is None:
            continue
        pieces.append(_said(mark, indicator, reading))
        sources += reading.cited
        exact.append(Exact(indicator.id, reading.year, _exact(indicator, reading), reading.cited))
    pieces.append(text[at:])
    return Plain("".join(pieces).strip(), tuple(dict.fromkeys(sources)), tuple(exact))


def are_filled(text: str, find: Callable[[str], Indicator | None]) -> bool:
    """Whether every figure in ``text`` has a reading."""
    return all(
        _reading(mark, find(mark.indicator)) is not None
        for mark in parse_inline(text)
        if isinstance(mark, Figure)
    )


def _reading(mark: Figure, indicator: Indicator | None) -> Reading | None:
    year = mark.options.get("year", "")
    return indicator.reading(int(year)) if indicator and year.isdecimal() else None


def _said(mark: Figure, indicator: Indicator, reading: Reading) -> str:
    words = load_words(LOUDSPEAKER_LANG)
    value, said = reading.value, words(f"qualifier.{reading.qualifier}")
    step = mark.options.get(ROUND, "")
    if step.isdecimal() and int(step):
        rounded = round(value / int(step)) * int(step)
        said = words("qualifier.about") if rounded != value else said
        value = rounded
    if mark.options.get("qualifier") == "no":
        said = ""
    number = format_number(value, LOUDSPEAKER_LANG, decimals=indicator.decimals)
    unit = "" if mark.options.get("unit") == "no" else indicator.unit.vi
    return " ".join(filter(None, (said, _joined(number, unit))))


def _exact(indicator: Indicator, reading: Reading) -> str:
    words = load_words(LOUDSPEAKER_LANG)
    number = format_number(reading.value, LOUDSPEAKER_LANG, decimals=indicator.decimals)
    said = words(f"qualifier.{reading.qualifier}")
    return " ".join(filter(None, (said, _joined(number, indicator.unit.vi))))


def _joined(number: str, unit: str) -> str:
    return f"{number}{unit}" if unit.startswith("%") else f"{number} {unit}".strip()
