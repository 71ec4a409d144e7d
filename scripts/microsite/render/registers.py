"""Where each entry can be read: the page and anchor of every id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from microsite.model.site import Site
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


@dataclass(frozen=True)
class Registers:
    """Places of entries: ``places[collection, id]`` is (page path, anchor)."""

    places: Mapping[tuple[str, str], tuple[str, str]]
    source_groups: tuple[SourceGroup, ...]

    def place(self, collection: str, identifier: str) -> tuple[str, str]:
        """Return (path, anchor) of an entry."""
        return self.places[collection, identifier]


def build_registers(site: Site) -> Registers:
    """Give every entry its place."""
    addresses = site.settings.addresses
    groups = _source_groups(site)
    places: dict[tuple[str, str], tuple[str, str]] = {}
    folders = {
        "indicators": addresses.indicators,
        "units": addresses.units,
        "models": addresses.models,
        "exemplars": addresses.exemplars,
        "culture": addresses.culture,
    }
    for collection, folder in folders.items():
        for identifier in getattr(site, collection):
            places[collection, identifier] = (f"{folder}/{identifier}.md", "")
    pages = {"events": addresses.events, "voices": addresses.voices, "glossary": addresses.glossary}
    for collection, path in pages.items():
        for identifier in getattr(site, collection):
            places[collection, identifier] = (path, identifier)
    for identifier, question in site.questions.items():
        places["questions", identifier] = (f"{addresses.questions}/{question.group}.md", identifier)
    for group in groups:
        for source in group.sources:
            places["sources", source.id] = (f"{addresses.sources}/{group.id}.md", source.id)
    return Registers(places, groups)


def _source_groups(site: Site) -> tuple[SourceGroup, ...]:
    gathered: dict[tuple[str, int | None, int | None], list[Source]] = {}
    for source in site.sources.values():
        span = _span(source) if source.kind == "press" else (None, None)
        gathered.setdefault((source.kind, *span), []).append(source)
    groups = [
        SourceGroup(
            _group_id(kind, first, last),
            kind,
            first,
            last,
            tuple(sorted(sources, key=_by_date)),
        )
        for (kind, first, last), sources in gathered.items()
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
