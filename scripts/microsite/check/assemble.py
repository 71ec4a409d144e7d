"""Checked content to the site's model."""

from __future__ import annotations

from typing import Any

from microsite.check.content import Content
from microsite.check.translations import stale_names
from microsite.model.settings import Settings
from microsite.model.site import COLLECTIONS, Site


def assemble(content: Content, settings: Settings) -> Site:
    """Build the site out of content that has no problems."""
    collections: dict[str, Any] = {name: {} for name in COLLECTIONS}
    for entry in content.entries:
        collections[entry.collection][entry.value.id] = entry.value
    return Site(
        settings=settings,
        pages=tuple(located.page for located in content.pages),
        redirects=content.redirects.redirects if content.redirects else (),
        origins={(entry.collection, entry.value.id): entry.file for entry in content.entries},
        stale=stale_names(content),
        **collections,
    )
