"""The pages and anchors that data will make, before they are made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass

from microsite.check.content import Content
from microsite.model.settings import Addresses


@dataclass(frozen=True)
class Generated:
    """Generated pages by path, their anchors, and folders that cannot be known."""

    paths: Mapping[str, str]
    anchors: Mapping[str, Set[str]]
    uncertain: tuple[str, ...] = ()

    def has(self, path: str) -> bool:
        """Whether a page will be at ``path``, as far as unreadable files let us know."""
        return path in self.paths or path.startswith(self.uncertain)

    def has_anchor(self, path: str, anchor: str) -> bool:
        """Whether the page at ``path`` will have ``anchor``."""
        return anchor in self.anchors.get(path, ()) or path.startswith(self.uncertain)


def generated(content: Content) -> Generated:
    """Say which pages the entries of ``content`` will make, counting those that are broken."""
    if content.settings is None:
        return Generated({}, {})
    addresses = content.settings.addresses
    ids = defaultdict(set)
    for entry in content.entries:
        ids[entry.collection].add(entry.value.id)
    for collection, identifier in content.broken:
        ids[collection].add(identifier)
    anchors: dict[str, set[str]] = defaultdict(set)
    for collection, path in _pages(addresses).items():
        anchors[path] |= ids[collection]
    paths = {
        f"{folder}/{identifier}.md": f"{collection}[{identifier}]"
        for collection, folder in _folders(addresses).items()
        for identifier in ids[collection]
    }
    for entry in content.of("questions"):
        group = getattr(entry.value, "group", "")
        paths[f"{addresses.questions}/{group}.md"] = f"questions ({group})"
        anchors[f"{addresses.questions}/{group}.md"].add(entry.value.id)
    if ids["sources"]:
        paths[f"{addresses.sources}/index.md"] = "sources"
    if ids["glossary"]:
        paths[addresses.glossary] = "glossary"
    paths[addresses.sitemap] = "sitemap"
    paths[addresses.search] = "search"
    places = {**_folders(addresses), **_pages(addresses), "questions": addresses.questions}
    uncertain = [place for collection, place in places.items() if collection in content.unreadable]
    return Generated(paths, anchors, tuple(uncertain))


def _folders(addresses: Addresses) -> dict[str, str]:
    return {
        "indicators": addresses.indicators,
        "units": addresses.units,
        "models": addresses.models,
        "exemplars": addresses.exemplars,
        "culture": addresses.culture,
    }


def _pages(addresses: Addresses) -> dict[str, str]:
    return {
        "events": addresses.events,
        "voices": addresses.voices,
        "glossary": addresses.glossary,
    }
