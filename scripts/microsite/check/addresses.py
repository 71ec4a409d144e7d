"""The addresses that exist once the site is built: authored pages and the generated ones with their anchors."""

from __future__ import annotations

from microsite.check.content import Content

RESERVED_ANCHORS = frozenset({"nguon-trang-nay"})


def generated_paths(content: Content) -> dict[str, str]:
    """Return each generated page's path in a language folder, and the key path of the entry it shows."""
    if content.settings is None:
        return {}
    addresses = content.settings.addresses
    folders = {
        "indicators": addresses.indicators, "units": addresses.units, "models": addresses.models,
        "exemplars": addresses.exemplars, "culture": addresses.culture,
    }
    paths = {
        f"{folder}/{entry.value.id}.md": f"{collection}[{entry.value.id}]"
        for collection, folder in folders.items()
        for entry in content.of(collection)
    }
    for entry in content.of("questions"):
        group = getattr(entry.value, "group", "")
        paths[f"{addresses.questions}/{group}.md"] = f"questions ({group})"
    if content.ids("sources"):
        paths[f"{addresses.sources}/index.md"] = "sources"
    if content.ids("glossary"):
        paths[addresses.glossary] = "glossary"
    paths[addresses.sitemap] = "sitemap"
    return paths


def generated_anchors(content: Content) -> dict[str, set[str]]:
    """Return the anchors that directives and generated pages make, by path."""
    if content.settings is None:
        return {}
    addresses = content.settings.addresses
    anchors: dict[str, set[str]] = {
        addresses.events: set(content.ids("events")),
        addresses.voices: set(content.ids("voices")),
        addresses.glossary: set(content.ids("glossary")),
    }
    for entry in content.of("questions"):
        path = f"{addresses.questions}/{getattr(entry.value, 'group', '')}.md"
        anchors.setdefault(path, set()).add(entry.value.id)
    return anchors
