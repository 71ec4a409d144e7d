"""The pages and anchors that data will make, before they are made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass

from microsite.check.content import Content
from microsite.model.places import built_path
from microsite.model.settings import Addresses
from microsite.model.source import Source
from microsite.model.source_groups import group_sources


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
    for group, sources in _source_pages(content).items():
        paths[f"{addresses.sources}/{group}.md"] = f"sources ({group})"
        anchors[f"{addresses.sources}/{group}.md"] |= sources
    if ids["sources"]:
        paths[f"{addresses.sources}/index.md"] = "sources"
    if ids["glossary"]:
        paths[addresses.glossary] = "glossary"
    paths[addresses.sitemap] = "sitemap"
    paths[addresses.search] = "search"
    paths[addresses.open_data] = "open data"
    paths |= _on_paper(content)
    return Generated(paths, anchors, _uncertain(content, addresses))


def site_addresses(content: Content) -> frozenset[str]:
    """Return the address of every page that the built site will have, in every language."""
    settings = content.settings
    if settings is None:
        return frozenset()
    default = settings.default_lang
    paths = {page.path for page in content.raw_pages if page.lang == default}
    paths |= set(generated(content).paths)
    return frozenset(
        built_path(path, lang, default) for path in paths for lang in settings.languages
    )


def _source_pages(content: Content) -> dict[str, set[str]]:
    sources = (entry.value for entry in content.of("sources") if isinstance(entry.value, Source))
    return {group.id: {one.id for one in group.sources} for group in group_sources(sources)}


def _on_paper(content: Content) -> dict[str, str]:
    """Return the pages that hold a whole section."""
    settings = content.settings
    if settings is None:
        return {}
    authored = {page.path for page in content.raw_pages if page.lang == settings.default_lang}
    sections = (section for section in settings.sections if section.on_paper(authored))
    return {section.paper: f"sections[{section.id}]" for section in sections}


def _uncertain(content: Content, addresses: Addresses) -> tuple[str, ...]:
    """Return the places of collections that could not be read; of some one broken entry is enough,
    because its page has not the name of its id.
    """
    grouped = {"questions": addresses.questions, "sources": addresses.sources}
    broken = content.unreadable | {collection for collection, _ in content.broken}
    found = [
        place
        for collection, place in {**_folders(addresses), **_pages(addresses)}.items()
        if collection in content.unreadable
    ]
    return (*found, *(f"{place}/" for collection, place in grouped.items() if collection in broken))


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
