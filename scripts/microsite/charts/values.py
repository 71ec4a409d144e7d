"""The values written at their points: which, how wide, and what they must keep off."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from microsite.charts.breaks import Cut
from microsite.charts.labels import Box, Obstacle, Spot, Wish, place
from microsite.charts.lettering import figures_width
from microsite.charts.plane import Plane
from microsite.charts.points import Point, Role, Series, telling, threads_of
from microsite.charts.spots import Mark, around_knot
from microsite.charts.theme import Sheet
from microsite.model.indicator import Reading

Labels = tuple[tuple[Point, Spot], ...]

_SAMPLE = 5
_CROSSING = 40
_CLEAR = 3
# what it costs to leave a value out; a thread costs about 20 to 50
_WORTH: dict[Role, float] = {"end": 900, "few": 500, "turn": 60, "edge": 24}


def place_values(series: Series, plane: Plane, sheet: Sheet, cuts: tuple[Cut, ...]) -> Labels:
    """Return the points that carry their value, each with its spot."""
    told = telling(series.points)
    obstacles = [
        *_drawn(series, plane, sheet),
        *(_other(plane, other, sheet) for other in series.others),
        *(_line(plane.x(cut.year), cut.top, plane.bottom) for cut in cuts),
        Obstacle(Box(plane.left, plane.y(0) - 1, plane.right, plane.y(0) + 1)),
    ]
    frame = Box(plane.left + 4, plane.head + 1, sheet.width - 1, plane.bottom)
    wishes = [Wish(_spots(point, series, plane, sheet), _WORTH[role]) for point, role in told]
    spots = place(wishes, obstacles, frame)
    return tuple((point, spot) for (point, _), spot in zip(told, spots, strict=True) if spot)


def _spots(point: Point, series: Series, plane: Plane, sheet: Sheet) -> tuple[Spot, ...]:
    is_standing = series.kind == "column"
    mark = Mark(
        x=plane.x(point.year),
        y=plane.y(point.value),
        knot=sheet.knot / 2,
        width=figures_width(point.label, sheet.figures),
        height=sheet.figures * 0.86,
        hangs=point.value < 0 if is_standing else _is_valley(point, series.points),
    )
    return around_knot(mark)


def _is_valley(point: Point, points: tuple[Point, ...]) -> bool:
    index = points.index(point)
    beside = [points[at].value for at in (index - 1, index + 1) if 0 <= at < len(points)]
    return all(value > point.value for value in beside)


def _drawn(series: Series, plane: Plane, sheet: Sheet) -> Iterator[Obstacle]:
    for point in series.points:
        x, y, zero = plane.x(point.year), plane.y(point.value), plane.y(0)
        yield _knot(plane, point.year, point.value, sheet.knot / 2)
        if series.kind == "column":
            yield Obstacle(Box(x - 2, min(y, zero), x + 2, max(y, zero)))
        if series.kind == "span":
            yield Obstacle(Box(plane.x(point.since), y - 2, x, y + 2))
    if series.kind == "line":
        for thread in threads_of(series.points):
            for before, after in pairwise(thread.points):
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


def _other(plane: Plane, other: Reading, sheet: Sheet) -> Obstacle:
    """A thread may pass behind it: it stands on the way from a knot to a label over both."""
    drawn = _knot(plane, other.year, other.value, sheet.knot / 2)
    return Obstacle(drawn.box, stops_threads=False)


def _line(x: float, top: float, bottom: float) -> Obstacle:
    return Obstacle(Box(x - _CLEAR, top, x + _CLEAR, bottom), _CROSSING)
