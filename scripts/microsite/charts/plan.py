"""An indicator to the plan of its chart: what stands where, in years, values and pixels."""

from __future__ import annotations

from dataclasses import dataclass

from microsite.charts.breaks import Cut, Note, mark_breaks
from microsite.charts.lettering import text_width
from microsite.charts.plane import Plane, lay_out
from microsite.charts.points import (
    Kind,
    Point,
    alternatives_of,
    breaks_of,
    kind_of,
    points_of,
    telling,
)
from microsite.charts.theme import Sheet
from microsite.charts.values import Labels, place_values
from microsite.model.indicator import Indicator, Reading
from microsite.wording.catalog import Words
from microsite.wording.numbers import format_number

_DECIMALS = 6
_APART = 9
_SPARE = (0, 1, 2, 3)
_BETWEEN_YEARS = 7


@dataclass(frozen=True)
class Plan:
    """All that is drawn of an indicator on one sheet."""

    sheet: Sheet
    kind: Kind
    plane: Plane
    points: tuple[Point, ...]
    others: tuple[Reading, ...]
    cuts: tuple[Cut, ...]
    notes: tuple[Note, ...]
    labels: Labels
    years: tuple[int, ...]


def plan_chart(indicator: Indicator, words: Words, sheet: Sheet) -> Plan:
    """Plan the chart of ``indicator`` on ``sheet``."""
    points, kind, breaks = points_of(indicator, words), kind_of(indicator), breaks_of(indicator)
    others = () if kind == "span" else alternatives_of(indicator)
    plans = []
    for spare in _SPARE:
        plane = lay_out(
            points,
            kind,
            sheet,
            others=tuple(other.value for other in others),
            rows_above=len(breaks[:2]),
            spare=spare * sheet.figures,
            write=lambda value: format_number(value, words.lang, decimals=_DECIMALS),
        )
        years = tuple(point.year for point in points)
        cuts, notes = mark_breaks(breaks, years, plane, sheet, words)
        top = len(breaks[:2]) * (sheet.letters + 6) + 1
        apart = _told_apart(others, indicator, plane)
        labels = place_values(points, kind, plane, sheet, others=apart, cuts=cuts, top=top)
        years = _years(points, plane, sheet)
        plans.append(Plan(sheet, kind, plane, points, apart, cuts, notes, labels, years))
        if len(labels) == len(telling(points)):
            break
    return max(plans, key=lambda plan: len(plan.labels))


def _told_apart(
    others: tuple[Reading, ...], indicator: Indicator, plane: Plane
) -> tuple[Reading, ...]:
    """Keep the readings that stand clear of what is drawn for their year already."""
    drawn: dict[int, list[float]] = {
        reading.year: [plane.y(reading.value)] for reading in indicator.preferred
    }
    kept = []
    for other in others:
        y = plane.y(other.value)
        if all(abs(y - taken) >= _APART for taken in drawn[other.year]):
            drawn[other.year].append(y)
            kept.append(other)
    return tuple(kept)


def _years(points: tuple[Point, ...], plane: Plane, sheet: Sheet) -> tuple[int, ...]:
    """Choose the years written under the plot: those of the readings, as far as they fit."""
    wanted = [points[-1].year, points[0].since]
    wanted += [point.year for point in telling(points)]
    wanted += [year for point in points for year in (point.year, point.since)]
    kept: list[int] = []
    for year in wanted:
        room = text_width(str(year), sheet.letters) + _BETWEEN_YEARS
        if all(abs(plane.x(year) - plane.x(other)) >= room for other in kept):
            kept.append(year)
    return tuple(sorted(kept))
