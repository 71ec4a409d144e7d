"""Where each entry can be read: the page and anchor of every id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from microsite.model.site import Site
from microsite.model.source_groups import SourceGroup, group_sources


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
    groups = group_sources(site.sources.values())
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
