"""One option for each of several, so that the chosen get on with each other at the least cost.

Options are tried depth first, the ones that leave the others most room first; the search ends
after a fixed number of steps, so that it always ends the same way.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

_STEPS = 400

GetsOn = Callable[[int, int, int, int], bool]


def choose(
    costs: Sequence[Sequence[float]], missing: Sequence[float], gets_on: GetsOn
) -> tuple[int | None, ...]:
    """Return the number of the chosen option of each, or None where that is cheaper.

    ``costs`` ascend within each, ``missing`` is what None costs; ``gets_on(i, a, j, b)`` says
    whether option a of i and option b of j can both be.
    """
    open_masks = [(1 << len(options)) - 1 for options in costs]
    search = _Search(costs, missing, _compatible(costs, gets_on))
    search.run(open_masks, (None,) * len(costs), frozenset(range(len(costs))), 0)
    return search.best


def _compatible(costs: Sequence[Sequence[float]], gets_on: GetsOn) -> list[list[list[int]]]:
    """For every option of every one: which options of each other remain, as bits."""
    count = range(len(costs))
    masks = [[[0] * len(costs) for _ in costs[i]] for i in count]
    for i in count:
        for j in range(i):
            for a in range(len(costs[i])):
                for b in range(len(costs[j])):
                    if gets_on(i, a, j, b):
                        masks[i][a][j] |= 1 << b
                        masks[j][b][i] |= 1 << a
    return masks


@dataclass
class _Search:
    costs: Sequence[Sequence[float]]
    missing: Sequence[float]
    masks: list[list[list[int]]]
    best: tuple[int | None, ...] = ()
    best_cost: float = float("inf")
    steps: int = field(default=0)

    def run(
        self, options: list[int], chosen: tuple[int | None, ...], left: frozenset[int], cost: float
    ) -> None:
        """Choose for the one with the fewest options left, then for the others."""
        if cost + self._least(options, left) >= self.best_cost or self.steps > _STEPS:
            return
        self.steps += 1
        if not left:
            self.best, self.best_cost = chosen, cost
            return
        here = min(left, key=lambda index: (options[index].bit_count(), index))
        rest = left - {here}
        moves = []
        for option in _bits(options[here]):
            narrowed = [
                options[other] & self.masks[here][option][other] if other in rest else 0
                for other in range(len(options))
            ]
            price = cost + self.costs[here][option]
            moves.append((price + self._least(narrowed, rest), option, price, narrowed))
        for _, option, price, narrowed in sorted(moves, key=lambda move: move[:2]):
            self.run(narrowed, _with(chosen, here, option), rest, price)
        self.run(options, chosen, rest, cost + self.missing[here])

    def _least(self, options: list[int], left: frozenset[int]) -> float:
        """What the rest costs at least: each its cheapest option that still gets on."""
        least = 0.0
        for index in left:
            cheapest = self.missing[index]
            if options[index]:
                cheapest = min(cheapest, self.costs[index][_lowest(options[index])])
            least += cheapest
        return least


def _with(chosen: tuple[int | None, ...], index: int, option: int) -> tuple[int | None, ...]:
    return (*chosen[:index], option, *chosen[index + 1 :])


def _lowest(mask: int) -> int:
    return (mask & -mask).bit_length() - 1


def _bits(mask: int) -> list[int]:
    return [bit for bit in range(mask.bit_length()) if mask >> bit & 1]
