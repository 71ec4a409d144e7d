"""Values to a few classes with round bounds, so that the eye can tell units apart.

Equal steps serve values that lie close together. Where the highest is many times the lowest they
would put all but one into the lowest class; then the steps grow: 10, 20, 50, 100, 200.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from math import ceil, floor, log10

CLASSES = 5


@dataclass(frozen=True)
class Scale:
    """Classes between ascending ``edges``; each holds its lower edge and not its upper."""

    edges: tuple[float, ...]

    def level(self, value: float) -> int:
        """Return the class of ``value``, 0 for the lowest."""
        return min(max(bisect_right(self.edges, value) - 1, 0), len(self.edges) - 2)


def round_classes(values: Sequence[float]) -> Scale:
    """Return the scale of at most five classes that tells the most ``values`` apart."""
    scales = [Scale(edges) for edges in _candidates(min(values), max(values))]
    return max(scales, key=lambda scale: len({scale.level(value) for value in values}))


def _candidates(low: float, high: float) -> Iterator[tuple[float, ...]]:
    """Yield edges that hold ``low`` to ``high``: equal round steps first, then growing ones."""
    yield _equal(low, high)
    if low > 0:
        for ladder in ((1, 2, 5), (1, 3), (1,)):
            edges = _growing(low, high, ladder)
            if len(edges) <= CLASSES + 1:
                yield edges


def _equal(low: float, high: float) -> tuple[float, ...]:
    power = 10 ** floor(log10((high - low or abs(high) or 1) / CLASSES))
    for step in (factor * power for factor in (1, 2, 2.5, 5, 10, 20, 25)):
        first = floor(low / step)
        last = max(ceil((high + step * 1e-6) / step), first + 1)
        if last - first <= CLASSES:
            break
    return tuple(round(edge * step, 9) for edge in range(first, last + 1))


def _growing(low: float, high: float, ladder: tuple[int, ...]) -> tuple[float, ...]:
    edges: list[float] = []
    for power in count(floor(log10(low))):
        for factor in ladder:
            edge = factor * 10.0**power
            edges = [edge] if edge <= low else [*edges, edge]
            if edge > high:
                return tuple(edges)
    raise AssertionError
