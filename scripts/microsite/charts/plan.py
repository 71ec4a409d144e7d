"""An indicator to the plan of its chart: what stands where, in years, values and pixels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from microsite.charts.breaks import Cut, Note, mark_breaks
from microsite.charts.lettering import text_width
from microsite.charts.plane import Plane, lay_out
from microsite.charts.points import Point, Series, series_of, telling
from microsite.charts.theme import Sheet
from microsite.charts.values import Labels, place_values
from microsite.model.indicator import Indicator, Reading
from microsite.wording.catalog import Words
from microsite.wording.numbers import format_number

_DECIMALS = 6
_APART = 9
_MOST_SPARE = 3
_BETWEEN_YEARS = 7


@dataclass(frozen=True)
class Plan:
    """All that is drawn of an indicator on one sheet; ``years`` are those written below."""

    sheet: Sheet
    plane: Plane
    series: Series
    cuts: tuple[Cut, ...]
    notes: tuple[Note, ...]
    labels: Labels
    years: tuple[int, ...]


def plan_chart(indicator: Indicator, words: Words, sheet: Sheet) -> Plan:
    """Plan the chart of ``indicator``, with as much air above the plot as its labels need."""
    series = series_of(indicator, words, percent=sheet.writes_percent)
    plans = []
    for lines in range(_MOST_SPARE + 1):
        plans.append(_plan(series, words, sheet, lines * sheet.figures))
        if len(plans[-1].labels) == len(telling(series.points)):
            break
    return max(plans, key=lambda plan: len(plan.labels))


def drawn_series(indicator: Indicator, words: Words, sheet: Sheet) -> Series:
    """Return what is drawn of ``indicator``, before any label is placed: enough for a legend."""
    series = series_of(indicator, words, percent=sheet.writes_percent)
    return replace(series, others=_told_apart(series, lay_out(series, sheet, _writer(words))))


def _plan(series: Series, words: Words, sheet: Sheet, spare: int) -> Plan:
    plane = lay_out(series, sheet, _writer(words), spare=spare)
    cuts, notes = mark_breaks(series, plane, sheet, words)
    series = replace(series, others=_told_apart(series, plane))
    labels = place_values(series, plane, sheet, cuts)
    return Plan(sheet, plane, series, cuts, notes, labels, _years(series.points, plane, sheet))


def _writer(words: Words) -> Callable[[float], str]:
    return partial(format_number, lang=words.lang, decimals=_DECIMALS)


def _told_apart(series: Series, plane: Plane) -> tuple[Reading, ...]:
    """Keep the other readings that stand clear of what is drawn for their year already."""
    drawn = {point.year: [plane.y(point.value)] for point in series.points}
    kept = []
    for other in series.others:
        y = plane.y(other.value)
        if all(abs(y - taken) >= _APART for taken in drawn[other.year]):
            drawn[other.year].append(y)
            kept.append(other)
    return tuple(kept)


def _years(points: tuple[Point, ...], plane: Plane, sheet: Sheet) -> tuple[int, ...]:
    """Choose the years written under the plot: those of the readings, as far as they fit."""
    wanted = [points[-1].year, points[0].since]
    wanted += [point.year for point, _ in telling(points)]
    wanted += [year for point in points for year in (point.year, point.since)]
    kept: list[int] = []
    for year in wanted:
        room = text_width(str(year), sheet.letters) + _BETWEEN_YEARS
        if all(abs(plane.x(year) - plane.x(other)) >= room for other in kept):
            kept.append(year)
    return tuple(sorted(kept))
