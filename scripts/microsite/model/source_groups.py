"""The register of sources cut into pages: a page for each kind, for press also by years."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from microsite.model.source import Source

OPEN_END = 9999
# Press is split so that no page of the register grows heavy: sources up to and including each year
_PRESS_UNTIL = (2014, 2019, 2022, 2023, 2024)


@dataclass(frozen=True)
class SourceGroup:
    """One page of the register of sources: a kind, for press also a span of years."""

    id: str
    kind: str
    first: int | None
    last: int | None
    sources: tuple[Source, ...]


def group_sources(sources: Iterable[Source]) -> tuple[SourceGroup, ...]:
    """Put every source on its page, by kind, press by years."""
    gathered: dict[tuple[str, int | None, int | None], list[Source]] = {}
    for source in sources:
        span = _span(source) if source.kind == "press" else (None, None)
        gathered.setdefault((source.kind, *span), []).append(source)
    groups = [
        SourceGroup(
            _group_id(kind, first, last),
            kind,
            first,
            last,
            tuple(sorted(members, key=_by_date)),
        )
        for (kind, first, last), members in gathered.items()
    ]
    return tuple(
        sorted(groups, key=lambda group: (group.kind, group.last or 9998, group.first or 0))
    )


def _by_date(source: Source) -> tuple[date, str]:
    """Order of time; what has no date stands last."""
    return (source.date.first if source.date else date.max, source.id)


def _span(source: Source) -> tuple[int | None, int | None]:
    if source.date is None:
        return None, None
    year, first = source.date.first.year, None
    for last in _PRESS_UNTIL:
        if year <= last:
            return first, last
        first = last + 1
    return first, OPEN_END


def _group_id(kind: str, first: int | None, last: int | None) -> str:
    if last == OPEN_END:
        return f"{kind}-{first}"
    return f"{kind}-{last}" if last else (kind if kind != "press" else f"{kind}-0")
