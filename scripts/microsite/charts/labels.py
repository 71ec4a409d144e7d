"""Where labels go: each at its best free spot, none over another, none off the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from microsite.charts.choose import choose

_HARD = 1000.0
_BREATH = 2
# free spots looked at for one label: the search grows with their square
_ENOUGH = 24


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box, *, margin: float = 0) -> bool:
        """Whether the two share ground, or come nearer than ``margin``."""
        return (
            self.left - margin < other.right
            and other.left < self.right + margin
            and self.top - margin < other.bottom
            and other.top < self.bottom + margin
        )

    def holds(self, other: Box) -> bool:
        """Whether ``other`` lies wholly inside."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


@dataclass(frozen=True)
class Obstacle:
    """Ground that labels keep off; crossing it costs ``cost``. Threads may pass behind some."""

    box: Box
    cost: float = _HARD
    stops_threads: bool = True


@dataclass(frozen=True)
class Spot:
    """A place a label could take, and the way from there to its mark, drawn when it is far."""

    box: Box
    cost: float
    way: Box | None = None
    is_far: bool = False

    @property
    def middle(self) -> tuple[float, float]:
        """The centre of the text."""
        return (self.box.left + self.box.right) / 2, (self.box.top + self.box.bottom) / 2


@dataclass(frozen=True)
class Wish:
    """A label: the spots it could take, and how much is lost when it takes none."""

    spots: Sequence[Spot]
    worth: float


def place(
    wishes: Sequence[Wish], obstacles: Sequence[Obstacle], frame: Box
) -> tuple[Spot | None, ...]:
    """Choose a spot for each label; None where none is free or none is worth it."""
    spots = [_open(wish, obstacles, frame) for wish in wishes]
    chosen: list[Spot | None] = [None] * len(wishes)
    for group in _groups(spots):
        options = [spots[index] for index in group]
        picked = choose(
            [[spot.cost for spot in each] for each in options],
            [wishes[index].worth for index in group],
            partial(_get_on, options),
        )
        for index, each, number in zip(group, options, picked, strict=True):
            chosen[index] = None if number is None else each[number]
    return tuple(chosen)


def _open(wish: Wish, obstacles: Sequence[Obstacle], frame: Box) -> list[Spot]:
    """Return what is free for a label, the cheapest first; the worthier, the dearer a poor spot."""
    spots = [spot for spot in wish.spots if frame.holds(spot.box)]
    ground = [spot.way for spot in spots if spot.way] + [spot.box for spot in spots]
    if not ground:
        return []
    reach = Box(
        min(box.left for box in ground),
        min(box.top for box in ground),
        max(box.right for box in ground),
        max(box.bottom for box in ground),
    )
    near = [obstacle for obstacle in obstacles if obstacle.box.meets(reach)]
    found = []
    for spot in sorted(spots, key=lambda spot: spot.cost):
        cost = spot.cost * (1 + wish.worth / _HARD)
        for obstacle in near:
            if _hits(spot, obstacle):
                cost += obstacle.cost
                if cost >= _HARD:
                    break
        else:
            found.append(replace(spot, cost=cost))
            if len(found) == _ENOUGH:
                break
    return sorted(found, key=lambda spot: spot.cost)


def _hits(spot: Spot, obstacle: Obstacle) -> bool:
    way = spot.way if obstacle.stops_threads else None
    return obstacle.box.meets(spot.box) or bool(way and obstacle.box.meets(way))


def _get_on(options: Sequence[Sequence[Spot]], i: int, a: int, j: int, b: int) -> bool:
    one, two = options[i][a], options[j][b]
    return not (
        one.box.meets(two.box, margin=_BREATH)
        or (one.way and one.way.meets(two.box, margin=1))
        or (two.way and two.way.meets(one.box, margin=1))
    )


def _groups(spots: list[list[Spot]]) -> list[list[int]]:
    """Part the labels into groups that can never meet."""
    reach = [_reach(each) for each in spots]
    groups: list[list[int]] = []
    for index in range(len(spots)):
        near = [group for group in groups if any(_near(reach[index], reach[at]) for at in group)]
        groups = [group for group in groups if group not in near]
        groups.append(sorted([index, *(at for group in near for at in group)]))
    return groups


def _reach(spots: list[Spot]) -> tuple[float, float]:
    return (
        min((spot.box.left for spot in spots), default=0),
        max((spot.box.right for spot in spots), default=0),
    )


def _near(one: tuple[float, float], two: tuple[float, float]) -> bool:
    return one[0] < two[1] + _BREATH and two[0] < one[1] + _BREATH
