"""Years and values to pixels: where the plot lies on its sheet, from zero, with few gridlines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, floor, log10

from microsite.charts.lettering import figures_width, text_width
from microsite.charts.points import Series
from microsite.charts.theme import Sheet

MOST_GRIDLINES = 4
_LEAST_GRIDLINES = 2
_ROOM = 8
_MOST_ROOM = 1 / 11


@dataclass(frozen=True)
class Plane:
    """The plot's edges in pixels of the sheet, and the years and values at those edges.

    Labels may rise over the plot up to ``head``.
    """

    left: float
    right: float
    head: float
    top: float
    bottom: float
    first: float
    last: float
    low: float
    high: float
    step: float

    def x(self, year: float) -> float:
        """Return the pixel of ``year``."""
        return self.left + (year - self.first) * self.year_width

    def y(self, value: float) -> float:
        """Return the pixel of ``value``."""
        return self.bottom - (value - self.low) * (self.bottom - self.top) / (self.high - self.low)

    def year(self, x: float) -> float:
        """Return the year at a pixel, with its part of a year."""
        return self.first + (x - self.left) / self.year_width

    def value(self, y: float) -> float:
        """Return the value at a pixel."""
        return self.low + (self.bottom - y) * (self.high - self.low) / (self.bottom - self.top)

    @property
    def year_width(self) -> float:
        """How many pixels a year takes."""
        return (self.right - self.left) / (self.last - self.first)

    @property
    def gridlines(self) -> tuple[float, ...]:
        """The round values that get a line, zero among them."""
        lines = range(ceil(self.low / self.step), floor(self.high / self.step + 0.001) + 1)
        return tuple(round(line * self.step, 9) for line in lines)


def lay_out(
    series: Series, sheet: Sheet, write: Callable[[float], str], *, spare: float = 0
) -> Plane:
    """Return the plane for ``series``, with ``spare`` pixels more above the plot for labels.

    ``write`` writes a value, to know how wide the axis is.
    """
    values = [*(point.value for point in series.points), *(r.value for r in series.others)]
    least, highest = min(0.0, *values), max(0.0, *values)
    step, high = _round_step(least, highest if least < highest else 1.0)
    head = min(len(series.breaks), 2) * row_height(sheet)
    top = head + sheet.figures + 10 + spare
    bottom = sheet.height - sheet.letters - 14
    below = sheet.figures + _ROOM if least < 0 else 0
    low = least - (high - least) * below / (bottom - top - below)
    lines = [index * step for index in range(round(high / step) + 1)]
    left = round(max(text_width(write(line), sheet.letters) for line in lines)) + 10
    right = sheet.width - 4
    first, last = _years(series, sheet, right - left)
    return Plane(left, right, head, top, bottom, first, last, low, high, step)


def row_height(sheet: Sheet) -> int:
    """Return how much a row of words above the plot takes."""
    return sheet.letters + 6


def _years(series: Series, sheet: Sheet, width: float) -> tuple[float, float]:
    """Return the years at both edges, with room for the outermost labels."""
    points = series.points
    first, last = min(point.since for point in points), points[-1].year
    reach = sheet.knot / 2 + _ROOM
    most = sheet.width * _MOST_ROOM
    before, after = (
        max(reach, min(most, figures_width(points[end].label, sheet.figures) / 2 + 5))
        for end in (0, -1)
    )
    year_width = (width - before - after) / (last - first)
    return first - before / year_width, last + after / year_width


def _round_step(least: float, highest: float) -> tuple[float, float]:
    """Choose the round step that leaves the least air above ``highest``, then the most lines."""
    scale = 10 ** floor(log10(highest - least))
    found = []
    for factor in (0.2, 0.25, 0.5, 1, 2, 2.5, 5):
        step = factor * scale
        above = max(ceil(highest / step - 1e-9), int(least == 0))
        lines = above + floor(-least / step)
        if _LEAST_GRIDLINES <= lines <= MOST_GRIDLINES:
            found.append((above * step, -lines, step))
    high, _, step = min(found)
    return step, high
