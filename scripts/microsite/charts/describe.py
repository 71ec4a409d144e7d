"""What a chart shows, in sentences: both ends, where it goes, and what cannot be compared."""

from __future__ import annotations

from itertools import groupby, pairwise

from microsite.charts.points import Point, series_of
from microsite.model.indicator import Indicator, Reading
from microsite.wording.catalog import Words
from microsite.wording.numbers import format_number


def describe(indicator: Indicator, words: Words) -> str:
    """Return the description of the chart of ``indicator`` for those who do not see it."""
    series, readings = series_of(indicator, words), indicator.preferred
    points = series.points
    said = [_end(points[at], readings[at], indicator, words) for at in (0, -1)]
    if series.kind == "span":
        return " ".join([*said, words("chart.legend.span") + "."])
    for _, group in groupby(points, key=lambda point: point.part):
        run = tuple(group)
        crossed = [year for year in series.breaks if _before(run[0], points) < year <= run[0].year]
        said += [words("chart.said.break", year=year) for year in crossed]
        if len(run) > 1:
            said.append(words(f"chart.said.{_trend(run)}", first=run[0].year, last=run[-1].year))
    return " ".join(said)


def _before(point: Point, points: tuple[Point, ...]) -> int:
    """The year of the reading before ``point``, or its own when it is the first."""
    index = points.index(point)
    return points[max(index - 1, 0)].year


def _end(point: Point, reading: Reading, indicator: Indicator, words: Words) -> str:
    value = _value(reading, indicator, words)
    if point.since < point.year:
        return words("chart.said.period", since=point.since, year=point.year, value=value)
    return words("chart.said.year", year=point.year, value=value)


def _value(reading: Reading, indicator: Indicator, words: Words) -> str:
    number = format_number(reading.value, words.lang, decimals=indicator.decimals)
    unit = indicator.unit.told(words.lang)
    parts = [words(f"qualifier.{reading.qualifier}")]
    parts += [number + unit] if unit.startswith("%") else [number, unit]
    return " ".join(part for part in parts if part)


def _trend(run: tuple[Point, ...]) -> str:
    steps = [after.value - before.value for before, after in pairwise(run)]
    change = run[-1].value - run[0].value
    if change == 0:
        return "level"
    direction = "up" if change > 0 else "down"
    is_steady = all(step * change >= 0 for step in steps)
    return direction if is_steady else f"mostly_{direction}"
