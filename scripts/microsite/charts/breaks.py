"""Breaks in a series: a dotted line just before the year, and the words that stand over it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from microsite.charts.lettering import text_width
from microsite.charts.plane import Plane, row_height
from microsite.charts.points import Series
from microsite.charts.theme import Sheet
from microsite.wording.catalog import Words

_BESIDE = 6
_BETWEEN = 6
_EDGE = 3
_WIDEST = 1.12  # letters of a reader's system, against those we measure


@dataclass(frozen=True)
class Cut:
    """The dotted line of a break: shortly before its first year, up to the pixel ``top``."""

    year: float
    top: float


@dataclass(frozen=True)
class Note:
    """Words on the plot, at a pixel."""

    text: str
    x: float
    y: float
    align: Literal["left", "right", "center"]


def mark_breaks(
    series: Series, plane: Plane, sheet: Sheet, words: Words
) -> tuple[tuple[Cut, ...], tuple[Note, ...]]:
    """Return the dotted lines and their words: one says all, several say their years."""
    breaks, row = series.breaks, row_height(sheet)
    cuts = tuple(Cut(_between(year, series, plane, sheet), 2 * row) for year in breaks)
    if not breaks:
        return (), ()
    if len(breaks) == 1:
        return _one_break(cuts[0].year, plane, sheet, words("chart.break", year=breaks[0]))
    general = words("chart.breaks")
    width = text_width(general, sheet.letters)
    notes = [_general(general, width, plane, sheet)]
    reached = 0.0
    for year, cut in zip(breaks, cuts, strict=True):
        half = text_width(str(year), sheet.letters) / 2
        x = min(plane.x(cut.year), sheet.width - _EDGE - half)
        if x - half > reached:
            notes.append(Note(str(year), x, 1.5 * row, "center"))
            reached = x + half + _BETWEEN
    return cuts, tuple(notes)


def _general(text: str, width: float, plane: Plane, sheet: Sheet) -> Note:
    """Over the plane; where it would be too long, to the edge that cannot cut it, however wide the
    reader's letters are.
    """
    y = row_height(sheet) / 2 + 1
    if plane.left + width * _WIDEST <= sheet.width - _EDGE:
        return Note(text, plane.left, y, "left")
    return Note(text, sheet.width - _EDGE, y, "right")


def _between(year: int, series: Series, plane: Plane, sheet: Sheet) -> float:
    """Half a year before ``year``, farther where its knot is wide, never past the middle."""
    years = [point.year for point in series.points]
    here = min(other for other in years if other >= year)
    gap = here - max(other for other in years if other < year)
    clear = (sheet.knot / 2 + _BESIDE) / plane.year_width
    return min(year - 0.5, here - min(clear, gap / 2))


def _one_break(
    cut: float, plane: Plane, sheet: Sheet, text: str
) -> tuple[tuple[Cut, ...], tuple[Note, ...]]:
    """Beside the line where there is room, else over it."""
    row = row_height(sheet)
    x, width = plane.x(cut), text_width(text, sheet.letters)
    if x + _BESIDE + width <= sheet.width - _EDGE:
        return (Cut(cut, _EDGE),), (Note(text, x + _BESIDE, row / 2 + 1, "left"),)
    if x - _BESIDE - width >= _EDGE:
        return (Cut(cut, _EDGE),), (Note(text, x - _BESIDE, row / 2 + 1, "right"),)
    middle = min(max(x, width / 2 + _EDGE), sheet.width - _EDGE - width / 2)
    return (Cut(cut, row),), (Note(text, middle, row / 2 + 1, "center"),)
