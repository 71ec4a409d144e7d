"""A series to the points that are drawn: hollow or filled, before or after a break, labelled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

from microsite.model.indicator import Indicator, Reading
from microsite.wording.catalog import Words
from microsite.wording.numbers import format_number

Kind = Literal["line", "column", "span"]
Role = Literal["end", "few", "turn", "edge"]

MIN_POINTS = 3
FEW = 7
FAR_APART = 3
_ROLES: tuple[Role, ...] = ("end", "few", "turn", "edge")
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


@dataclass(frozen=True)
class Series:
    """What is drawn of an indicator: averages of several years are spans, whatever was asked.

    ``others`` are the readings another reading of their year was preferred to; ``breaks`` the
    years of breaks that have a reading on either side.
    """

    kind: Kind
    points: tuple[Point, ...]
    others: tuple[Reading, ...]
    breaks: tuple[int, ...]


def series_of(indicator: Indicator, words: Words, *, percent: bool = False) -> Series:
    """Return the preferred readings as points in order of years, and what stands beside them.

    With ``percent``, labels of shares carry their sign.
    """
    points = tuple(
        Point(
            year=reading.year,
            value=reading.value,
            since=_since(reading),
            part=sum(reading.year >= cut.year for cut in indicator.breaks),
            is_hollow=reading.qualifier in _HOLLOW,
            label=_label(indicator, reading, words, percent=percent),
        )
        for reading in indicator.preferred
    )
    first, last = points[0].year, points[-1].year
    breaks = sorted({cut.year for cut in indicator.breaks if first < cut.year <= last})
    if any(point.since < point.year for point in points):
        return Series("span", points, (), tuple(breaks))
    kind: Kind = "line" if indicator.chart == "line" else "column"
    return Series(kind, points, _others(indicator), tuple(breaks))


def drawn_years(indicator: Indicator, words: Words) -> tuple[int, int]:
    """Return the first and the last year that the readings speak of."""
    points = series_of(indicator, words).points
    return min(point.since for point in points), points[-1].year


@dataclass(frozen=True)
class Thread:
    """Points joined by one line; ``is_loose`` where years on end between them have no reading."""

    points: tuple[Point, ...]
    is_loose: bool


def threads_of(points: tuple[Point, ...]) -> tuple[Thread, ...]:
    """Join points that can be compared: firmly over a year or two, loosely over more."""
    return tuple(_threads(points))


def _threads(points: tuple[Point, ...]) -> Iterator[Thread]:
    steps = [step for step in pairwise(points) if step[0].part == step[1].part]
    for (_, is_loose), run in groupby(
        steps, key=lambda step: (step[0].part, step[1].year - step[0].year >= FAR_APART)
    ):
        joined = list(run)
        yield Thread((joined[0][0], *(after for _, after in joined)), is_loose)


def telling(points: tuple[Point, ...]) -> tuple[tuple[Point, Role], ...]:
    """Return the points that carry their value and why, the weightiest first.

    All of a few; of many, both ends of the series, its turns and both sides of a break.
    """
    is_few = len(points) <= FEW or any(point.since < point.year for point in points)
    told: list[tuple[Point, Role]] = [(points[-1], "end"), (points[0], "end")]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        if is_few:
            told.append((here, "few"))
        elif (here.value - before.value) * (after.value - here.value) < 0:
            told.append((here, "turn"))
        elif not before.part == here.part == after.part:
            told.append((here, "edge"))
    return tuple(sorted(told, key=lambda item: (_ROLES.index(item[1]), -abs(item[0].value))))


def _others(indicator: Indicator) -> tuple[Reading, ...]:
    chosen = {reading.year: reading.value for reading in indicator.preferred}
    return tuple(reading for reading in indicator.series if reading.value != chosen[reading.year])


def _since(reading: Reading) -> int:
    """A period within one year is that year."""
    if reading.period is None or reading.period.start is None:
        return reading.year
    return min(reading.period.start.year, reading.year)


def _label(indicator: Indicator, reading: Reading, words: Words, *, percent: bool) -> str:
    written = format_number(reading.value, words.lang, decimals=indicator.decimals)
    sign = "%" if percent and indicator.unit.vi == "%" else ""
    return words(f"chart.signed.{reading.qualifier}", value=written + sign)
