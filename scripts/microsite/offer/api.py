"""Every collection as one JSON file with its schema, and a catalogue of all files."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from microsite.model.site import Site
from microsite.offer.published import publish
from microsite.offer.schemas import catalog_schema, collection_schema
from microsite.render.context import Context, Shared
from microsite.render.offered import (
    CATALOG,
    DATA_PACKAGE,
    FEED_TYPES,
    TABLES,
    WHOLE,
    WORKBOOK,
    api_address,
    feed_address,
    offered_collections,
    offers_figures,
    page_address,
    schema_address,
    table_address,
)
from microsite.render.page import Asset
from microsite.wording.catalog import load_words


def api_files(shared: Shared) -> Iterator[Asset]:
    """Yield the file and the schema of every collection that has entries, and the catalogue."""
    contexts = language_contexts(shared)
    collections = offered_collections(next(iter(contexts.values())))
    for name, entries in collections.items():
        data = {
            "$schema": f"schema/{name}.json",
            **about(shared.site),
            "entries": [_entry(name, entry, contexts) for entry in entries],
        }
        yield Asset(api_address(name), _json(data))
        yield Asset(schema_address(name), _json(collection_schema(name)))
    counts = {name: len(entries) for name, entries in collections.items()}
    yield Asset(CATALOG, _json(_catalog(shared, counts)))
    yield Asset(schema_address("index"), _json(catalog_schema()))


def language_contexts(shared: Shared) -> dict[str, Context]:
    """Return a context for each language, to write texts out in."""
    page = shared.site.settings.addresses.open_data
    return {
        lang: Context(shared, page, load_words(lang), lang)
        for lang in shared.site.settings.languages
    }


def about(site: Site) -> dict[str, Any]:
    """Return what stands at the head of every file: whose it is, of which day, how it may be used.

    Where nobody has decided on a licence, none is named.
    """
    settings = site.settings
    head: dict[str, Any] = {
        "publisher": settings.owner.name.model_dump(exclude_none=True),
        "site": settings.name.model_dump(exclude_none=True),
        "date": site.edition.isoformat(),
    }
    if settings.address:
        head["address"] = settings.address
    if settings.licence:
        head["licence"] = settings.licence.model_dump(exclude_none=True)
    return head


def _entry(name: str, entry: Any, contexts: Mapping[str, Context]) -> dict[str, Any]:
    """Return an entry with the address of its page in every language, where it has one."""
    published: dict[str, Any] = publish(entry, contexts)
    links = {}
    for lang, context in contexts.items():
        place = context.shared.registers.places.get((name, entry.id))
        if place:
            links[lang] = context.site.settings.address_of(page_address(context, *place))
    return {"id": published.pop("id"), **({"links": links} if links else {}), **published}


def _catalog(shared: Shared, counts: Mapping[str, int]) -> dict[str, Any]:
    site, words = shared.site, {lang: load_words(lang) for lang in shared.site.settings.languages}
    files = [*map(table_address, TABLES), WORKBOOK, DATA_PACKAGE] if offers_figures(site) else []
    sections = [WHOLE, *(one.id for one in site.settings.sections)]
    feeds = [
        feed_address(lang, section, kind)
        for lang in words
        for section in sections
        for kind in FEED_TYPES
    ]
    return {
        "$schema": "schema/index.json",
        **about(site),
        "collections": [
            {
                "id": name,
                "title": {lang: say(f"admin.collection.{name}") for lang, say in words.items()},
                "entries": count,
                "data": api_address(name),
                "schema": schema_address(name),
            }
            for name, count in counts.items()
        ],
        "files": files,
        "feeds": feeds if site.settings.address else [],
    }


def _json(data: object) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
