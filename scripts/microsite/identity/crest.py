"""A seed to the crest line of a ridge: straight segments between whole numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from hashlib import blake2b
from math import floor

from microsite.identity.svg import Point

Level = Callable[[float], float]

_OCTAVES = 5
_FREQUENCY = 2.1
_WEIGHT = 0.46


@dataclass(frozen=True)
class Span:
    """How far a drawing reaches: from ``left`` to ``right``, in steps of about ``step``."""

    left: float
    right: float
    step: float


def crest(seed: str, span: Span, level: Level, *, relief: float, grain: float) -> list[Point]:
    """Return a crest that swings by ``relief`` around ``level``; ``grain`` is its longest wave.

    Equal seeds give equal crests, so a page keeps its skyline.
    """
    noise = _noise(seed)
    points: list[Point] = []
    x = span.left
    while x < span.right + span.step:
        y = level(x) - relief * (noise(x / grain) - 0.5)
        points.append((round(x), round(y)))
        x += span.step * (0.7 + 0.6 * chance(f"{seed}/x", len(points)))
    return points


def lowered(points: list[Point], left: float, right: float, limit: float) -> list[Point]:
    """Return ``points`` moved down until none between ``left`` and ``right`` is above ``limit``."""
    over = max((limit - y for x, y in points if left <= x <= right), default=0)
    return [(x, y + max(0, round(over))) for x, y in points]


def rising(low: float, high: float, start: float, end: float) -> Level:
    """Return a level that goes from ``low`` to ``high`` in a smooth step between two places."""

    def level(x: float) -> float:
        t = min(1.0, max(0.0, (x - start) / (end - start)))
        return low + (high - low) * t * t * (3 - 2 * t)

    return level


@lru_cache(maxsize=4096)
def chance(seed: str, index: int) -> float:
    """Return a number from 0 to 1 that looks random and is the same for ever."""
    digest = blake2b(f"{seed}/{index}".encode(), digest_size=4).digest()
    return int.from_bytes(digest, "big") / 2**32


def _noise(seed: str) -> Level:
    """Sum five octaves of value noise; after the first they are folded into sharp shoulders."""
    total = sum(_WEIGHT**octave for octave in range(_OCTAVES))
    lattices = [cache(partial(chance, f"{seed}/{octave}")) for octave in range(_OCTAVES)]

    def noise(t: float) -> float:
        value = 0.0
        for octave, lattice in enumerate(lattices):
            n = _between(lattice, t * _FREQUENCY**octave)
            value += _WEIGHT**octave * (1 - abs(2 * n - 1) if octave else n)
        return value / total

    return noise


def _between(lattice: Callable[[int], float], t: float) -> float:
    cell = floor(t)
    part = t - cell
    before, after = lattice(cell), lattice(cell + 1)
    return before + (after - before) * part * part * (3 - 2 * part)
