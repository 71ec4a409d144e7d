"""Where labels go: each at its best free spot, none over another, none off the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_HARD = 1000.0
_SWEEPS = 6


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two share ground."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        """Whether ``other`` lies wholly inside."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )

    def grown(self, by: float) -> Box:
        """Return the box with a margin."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


@dataclass(frozen=True)
class Obstacle:
    """Ground that labels keep off; crossing it costs ``cost``."""

    box: Box
    cost: float = _HARD


@dataclass(frozen=True)
class Spot:
    """A place a label could take, and the thread that ties it to its mark when it stands off."""

    box: Box
    cost: float
    thread: Box | None = None

    @property
    def middle(self) -> tuple[float, float]:
        """The centre of the text."""
        return (self.box.left + self.box.right) / 2, (self.box.top + self.box.bottom) / 2


def place(
    wishes: Sequence[Sequence[Spot]], obstacles: Sequence[Obstacle], frame: Box
) -> tuple[Spot | None, ...]:
    """Choose a spot for each label, the weightiest first; None where none is free."""
    open_spots = [_open(spots, obstacles, frame) for spots in wishes]
    chosen: list[Spot | None] = [None] * len(wishes)
    for _ in range(_SWEEPS):
        before = list(chosen)
        for index, spots in enumerate(open_spots):
            others = [spot for spot in chosen if spot is not None and spot is not chosen[index]]
            chosen[index] = min(
                spots, key=lambda spot: spot.cost + _quarrels(spot, others), default=None
            )
        if chosen == before:
            break
    return _peaceful(chosen)


def _open(spots: Sequence[Spot], obstacles: Sequence[Obstacle], frame: Box) -> list[Spot]:
    found = []
    for spot in spots:
        cost = spot.cost + sum(
            obstacle.cost
            for obstacle in obstacles
            if obstacle.box.meets(spot.box) or (spot.thread and obstacle.box.meets(spot.thread))
        )
        if cost < _HARD and frame.holds(spot.box):
            found.append(Spot(spot.box, cost, spot.thread))
    return found


def _quarrels(spot: Spot, others: Sequence[Spot]) -> float:
    return sum(_HARD for other in others if _collide(spot, other))


def _collide(one: Spot, two: Spot) -> bool:
    return bool(
        one.box.grown(2).meets(two.box)
        or (one.thread and one.thread.meets(two.box.grown(1)))
        or (two.thread and two.thread.meets(one.box.grown(1)))
    )


def _peaceful(chosen: list[Spot | None]) -> tuple[Spot | None, ...]:
    """Drop the lighter of two that still collide: a missing label is better than two unread."""
    kept: list[Spot | None] = []
    for spot in chosen:
        clash = spot and any(other and _collide(spot, other) for other in kept)
        kept.append(None if clash else spot)
    return tuple(kept)
