"""A series to the points that are drawn: hollow or filled, before or after a break, labelled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from microsite.model.indicator import Indicator, Reading
from microsite.wording.catalog import Words
from microsite.wording.numbers import format_number

Kind = Literal["line", "column", "span"]

MIN_POINTS = 3
FEW = 7
_HOLLOW = ("estimate", "target")


@dataclass(frozen=True)
class Point:
    """One preferred reading. ``since`` is the first year of a value that covers several."""

    year: int
    value: float
    since: int
    part: int
    is_hollow: bool
    label: str


def kind_of(indicator: Indicator) -> Kind:
    """Return how a series is drawn: averages of several years are spans, whatever was asked."""
    if any(_since(reading) < reading.year for reading in indicator.preferred):
        return "span"
    return "line" if indicator.chart == "line" else "column"


def points_of(indicator: Indicator, words: Words) -> tuple[Point, ...]:
    """Return the preferred readings as points, in order of years."""
    return tuple(
        Point(
            year=reading.year,
            value=reading.value,
            since=_since(reading),
            part=sum(reading.year >= cut.year for cut in indicator.breaks),
            is_hollow=reading.qualifier in _HOLLOW,
            label=_label(indicator, reading, words),
        )
        for reading in indicator.preferred
    )


def alternatives_of(indicator: Indicator) -> tuple[Reading, ...]:
    """Return the readings that another reading of the same year was preferred to."""
    chosen = {reading.year: reading for reading in indicator.preferred}
    return tuple(
        reading
        for reading in indicator.series
        if reading is not chosen[reading.year] and reading.value != chosen[reading.year].value
    )


def breaks_of(indicator: Indicator) -> tuple[int, ...]:
    """Return the years of breaks that have a reading on either side."""
    years = [reading.year for reading in indicator.preferred]
    return tuple(sorted(cut.year for cut in indicator.breaks if years[0] < cut.year <= years[-1]))


def telling(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Return the points that carry their value, the weightiest first.

    All of a few; of many, both ends of the series, its turns and both sides of a break.
    """
    ends, middle = (points[-1], points[0]), points[1:-1]
    turns = [point for point in middle if _turns(point, points)]
    turns.sort(key=lambda point: -abs(point.value))
    is_all = len(points) <= FEW or any(point.since < point.year for point in points)
    return (*ends, *turns, *(point for point in middle if is_all and point not in turns))


def _turns(point: Point, points: tuple[Point, ...]) -> bool:
    at = points.index(point)
    before, after = points[at - 1], points[at + 1]
    is_turn = (point.value - before.value) * (after.value - point.value) < 0
    return is_turn or not before.part == point.part == after.part


def _since(reading: Reading) -> int:
    """A period within one year is that year."""
    if reading.period is None or reading.period.start is None:
        return reading.year
    return min(reading.period.start.year, reading.year)


def _label(indicator: Indicator, reading: Reading, words: Words) -> str:
    written = format_number(reading.value, words.lang, decimals=indicator.decimals)
    percent = "%" if indicator.unit.vi == "%" else ""
    return words(f"chart.signed.{reading.qualifier}", value=written + percent)
