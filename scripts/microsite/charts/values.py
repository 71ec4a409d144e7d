"""The values written at their points: which, how wide, and what they must keep off."""

from __future__ import annotations

from collections.abc import Iterator

from microsite.charts.breaks import Cut
from microsite.charts.labels import Box, Obstacle, Spot, place
from microsite.charts.lettering import figures_width
from microsite.charts.plane import Plane
from microsite.charts.points import Kind, Point, telling
from microsite.charts.spots import Mark, around_knot, over_column
from microsite.charts.theme import Sheet
from microsite.model.indicator import Reading

Labels = tuple[tuple[Point, Spot], ...]

_SAMPLE = 5
_CROSSING = 40


def place_values(
    points: tuple[Point, ...],
    kind: Kind,
    plane: Plane,
    sheet: Sheet,
    *,
    others: tuple[Reading, ...],
    cuts: tuple[Cut, ...],
    top: float,
) -> Labels:
    """Return the points that carry their value, each with its spot below the pixel ``top``."""
    chosen = telling(points)
    obstacles = [
        *_drawn(points, kind, plane, sheet),
        *(_knot(plane, other.year, other.value, sheet.knot / 3 + 1) for other in others),
        *(_line(plane.x(cut.year), cut.top, plane.bottom) for cut in cuts),
        Obstacle(Box(plane.left, plane.y(0) - 1, plane.right, plane.y(0) + 1)),
    ]
    frame = Box(plane.left + 1, top, sheet.width - 1, plane.bottom)
    spread = over_column if kind == "column" else around_knot
    wishes = [spread(_mark(point, points, kind, plane, sheet)) for point in chosen]
    spots = place(wishes, obstacles, frame)
    return tuple((point, spot) for point, spot in zip(chosen, spots, strict=True) if spot)


def _mark(
    point: Point, points: tuple[Point, ...], kind: Kind, plane: Plane, sheet: Sheet
) -> Mark:
    knot = 0.0 if kind == "column" else sheet.knot / 2
    hangs = point.value < 0 if kind == "column" else _is_valley(point, points)
    return Mark(
        x=plane.x(point.year),
        y=plane.y(point.value),
        reach=plane.bar / 2 if kind == "column" else knot,
        knot=knot,
        width=figures_width(point.label, sheet.figures),
        height=sheet.figures * 0.86,
        hangs=hangs,
    )


def _is_valley(point: Point, points: tuple[Point, ...]) -> bool:
    index = points.index(point)
    beside = [points[at].value for at in (index - 1, index + 1) if 0 <= at < len(points)]
    return all(value > point.value for value in beside)


def _drawn(
    points: tuple[Point, ...], kind: Kind, plane: Plane, sheet: Sheet
) -> Iterator[Obstacle]:
    for point in points:
        x, y, zero = plane.x(point.year), plane.y(point.value), plane.y(0)
        if kind == "column":
            half = plane.bar / 2
            yield Obstacle(Box(x - half, min(y, zero), x + half, max(y, zero)))
        else:
            yield _knot(plane, point.year, point.value, sheet.knot / 2)
        if kind == "span":
            yield Obstacle(Box(plane.x(point.since), y - 2, x, y + 2))
    if kind == "line":
        for before, after in zip(points, points[1:], strict=False):
            if before.part == after.part:
                yield from _thread(before, after, plane)


def _thread(before: Point, after: Point, plane: Plane) -> Iterator[Obstacle]:
    """A slanting line as small boxes along it."""
    x, y = plane.x(before.year), plane.y(before.value)
    run, rise = plane.x(after.year) - x, plane.y(after.value) - y
    steps = max(1, round(max(abs(run), abs(rise)) / _SAMPLE))
    for step in range(steps + 1):
        at_x, at_y = x + run * step / steps, y + rise * step / steps
        yield Obstacle(Box(at_x - 3, at_y - 3, at_x + 3, at_y + 3))


def _knot(plane: Plane, year: int, value: float, half: float) -> Obstacle:
    x, y = plane.x(year), plane.y(value)
    return Obstacle(Box(x - half, y - half, x + half, y + half))


def _line(x: float, top: float, bottom: float) -> Obstacle:
    return Obstacle(Box(x - 1, top, x + 1, bottom), _CROSSING)
