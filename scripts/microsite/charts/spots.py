"""The places a value could stand: around its knot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from microsite.charts.labels import Box, Spot

_GAP = 4
_LIFTS = (0, 6, 14, 22, 30, 38, 46, 54, 66, 78)
_NEAR = 6


@dataclass(frozen=True)
class Mark:
    """What a label belongs to: its place, how far its knot reaches, and the label's size."""

    x: float
    y: float
    knot: float
    width: float
    height: float
    hangs: bool = False

    def box(self, x: float, y: float) -> Box:
        """Return the ground of the label when its middle stands at ``x``, ``y``."""
        half, rise = self.width / 2, self.height / 2
        return Box(x - half, y - rise, x + half, y + rise)


def around_knot(mark: Mark) -> tuple[Spot, ...]:
    """Return spots around a knot: above first, below first for one that hangs, then beside."""
    return tuple(_around(mark))


def _around(mark: Mark) -> Iterator[Spot]:
    off = mark.knot + _GAP - 1
    rise = off + mark.height / 2
    aside = off + mark.width / 2
    up, down = (5, 0) if mark.hangs else (0, 4)
    for lift in _LIFTS:
        for side, cost in ((-1, up), (1, down)):
            for shift in (0.0, -mark.width / 4, mark.width / 4, -mark.width / 2, mark.width / 2):
                y = mark.y + side * (rise + lift)
                yield _spot(mark, mark.x + shift, y, cost + abs(shift) / 8 + _effort(lift), lift)
    for side in (-1, 1):
        for dy in (0.0, -mark.height / 2, mark.height / 2):
            yield Spot(mark.box(mark.x + side * aside, mark.y + dy), 7)


def _spot(mark: Mark, x: float, y: float, cost: float, lift: float) -> Spot:
    box = mark.box(x, y)
    above = y < mark.y
    top = box.bottom if above else mark.y + mark.knot
    foot = mark.y - mark.knot if above else box.top
    way = Box(mark.x - 0.5, top, mark.x + 0.5, foot)
    return Spot(box, cost, way, is_far=lift > _NEAR)


def _effort(lift: float) -> float:
    return 8 + lift / 2 if lift > _NEAR else lift / 2
