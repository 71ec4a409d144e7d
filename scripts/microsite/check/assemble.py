"""Checked content to the site's model. Only what may be published goes in."""

from __future__ import annotations

from typing import Any

from microsite.check.content import Content
from microsite.check.translations import stale_names
from microsite.model.event import Event
from microsite.model.settings import Settings
from microsite.model.site import COLLECTIONS, Site


def assemble(content: Content, settings: Settings) -> Site:
    """Build the site out of content that has no problems."""
    published = [entry for entry in content.entries if not _is_held_back(entry.value)]
    collections: dict[str, Any] = {name: {} for name in COLLECTIONS}
    for entry in published:
        collections[entry.collection][entry.value.id] = entry.value
    return Site(
        settings=settings,
        pages=tuple(located.page for located in content.pages),
        origins={(entry.collection, entry.value.id): entry.file for entry in published},
        stale=stale_names(content),
        **collections,
    )


def _is_held_back(value: object) -> bool:
    return isinstance(value, Event) and value.status == "needs-check"
