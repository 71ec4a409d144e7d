"""Activities to totals by unit, channel or period; one measure at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from microsite.model.activity import MEASURES, Activity, Measure

Key = Callable[[Activity], str]


class MixedMeasuresError(Exception):
    """Quantities that cannot be added; carries the measures."""

    def __init__(self, measures: Iterable[Measure]) -> None:
        self.measures = tuple(sorted(set(measures), key=MEASURES.index))
        super().__init__(", ".join(self.measures))


@dataclass(frozen=True)
class Total:
    """What was done under ``key``, in one measure; people as counted and as estimated."""

    key: str
    measure: Measure
    quantity: float
    counted: int
    estimated: int
    rows: int


def add_up(key: str, activities: Sequence[Activity]) -> Total:
    """Return the sum of ``activities``.

    Raises MixedMeasuresError when they are counted in several measures, ValueError without any.
    """
    measures = {one.measure for one in activities}
    if len(measures) > 1:
        raise MixedMeasuresError(measures)
    if not activities:
        raise ValueError(key)
    return Total(
        key,
        activities[0].measure,
        sum(one.quantity for one in activities),
        people(activities, "counted"),
        people(activities, "estimated"),
        len(activities),
    )


def people(activities: Iterable[Activity], basis: str) -> int:
    """Return how many people were reached, of those numbers that rest on ``basis``."""
    return sum(
        one.audience.people for one in activities if one.audience and one.audience.basis == basis
    )


def totals_by(activities: Sequence[Activity], key: Key, order: Sequence[str]) -> tuple[Total, ...]:
    """Return a total for each key and measure: keys in ``order``, measures in theirs."""
    groups: dict[tuple[str, Measure], list[Activity]] = {}
    for one in activities:
        groups.setdefault((key(one), one.measure), []).append(one)
    found = [add_up(name, group) for (name, _), group in groups.items()]
    places = {name: place for place, name in enumerate(order)}
    return tuple(sorted(found, key=lambda one: (places[one.key], MEASURES.index(one.measure))))


def in_period(activities: Iterable[Activity], period: str) -> tuple[Activity, ...]:
    """Return the activities of a year, or of one quarter or month; of all without ``period``."""
    return tuple(
        one
        for one in activities
        if not period or one.period == period or one.period.startswith(f"{period}-")
    )
