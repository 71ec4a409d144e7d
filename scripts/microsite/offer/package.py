"""The tables as files, and their description as a Frictionless Data Package.

The descriptor follows the Data Package standard (https://specs.frictionlessdata.io/), profile
``tabular-data-package``.
"""

from __future__ import annotations

import hashlib
import json
import posixpath
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from microsite.offer.api import language_contexts
from microsite.offer.tables import Column, Table, make_tables, write_csv
from microsite.offer.workbook import write_workbook
from microsite.render.context import Context, Shared
from microsite.render.offered import (
    DATA_PACKAGE,
    WORKBOOK,
    offers_figures,
    page_address,
    table_address,
)
from microsite.render.page import Asset
from microsite.wording.fold import slugify


def table_files(shared: Shared) -> Iterator[Asset]:
    """Yield the tables as CSV, as one workbook, and their description; nothing without figures."""
    if not offers_figures(shared.site):
        return
    contexts = language_contexts(shared)
    tables = make_tables(contexts)
    written = {table.name: write_csv(table) for table in tables}
    for name, content in written.items():
        yield Asset(table_address(name), content)
    words = {lang: context.words for lang, context in contexts.items()}
    lines = [line for context in contexts.values() for line in _read_me(context)]
    yield Asset(WORKBOOK, write_workbook(tables, lines, words, shared.site.edition))
    described = _describe(contexts, tables, written)
    text = json.dumps(described, ensure_ascii=False, indent=1)
    yield Asset(DATA_PACKAGE, f"{text}\n".encode())


def _read_me(context: Context) -> list[str]:
    """Return what must be read before the figures, in one language."""
    settings, words = context.site.settings, context.words
    owner = context.plain(settings.owner.name)
    if settings.licence:
        title, url = context.plain(settings.licence.title), settings.licence.url
        licence = f"{words('open_data.licensed', owner=owner)} {title} ({url})."
    else:
        licence = words("open_data.unlicensed", owner=owner)
    where = settings.web_address(page_address(context, context.path))
    return [
        context.plain(settings.name),
        words("open_data.figures_text"),
        licence,
        f"{words('open_data.cite_text')} {cite(context)}",
        *([where] if where else []),
    ]


def cite(context: Context) -> str:
    """Return the line by which the dataset is cited."""
    settings = context.site.settings
    return context.words(
        "open_data.cite_data",
        owner=context.plain(settings.owner.name),
        site=context.plain(settings.name),
        date=context.day(context.site.edition),
    )


def _describe(
    contexts: Mapping[str, Context], tables: Sequence[Table], written: Mapping[str, bytes]
) -> dict[str, Any]:
    context = next(iter(contexts.values()))
    site, settings = context.site, context.site.settings
    described: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": slugify(settings.short_name.vi),
        "title": context.plain(settings.name),
        "description": "\n\n".join(
            f"{each.plain(settings.name)}. {each.words('open_data.figures_text')} {cite(each)}"
            for each in contexts.values()
        ),
        "version": site.edition.isoformat(),
        "created": f"{site.edition.isoformat()}T00:00:00Z",
        "contributors": [{"title": context.plain(settings.owner.name), "role": "publisher"}],
    }
    if homepage := settings.web_address(page_address(context, context.path)):
        described["homepage"] = homepage
    if settings.licence:
        title = context.plain(settings.licence.title)
        described["licenses"] = [
            {"name": settings.licence.id, "path": settings.licence.url, "title": title}
        ]
    described["sources"] = [
        {"title": f"{row[2]}: {row[1]}"} | ({"path": row[5]} if row[5] else {})
        for row in tables[-1].rows
    ]
    described["resources"] = [_resource(one, written[one.name], contexts) for one in tables]
    return described


def _resource(table: Table, content: bytes, contexts: Mapping[str, Context]) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(one, contexts) for one in table.columns]}
    if table.key:
        schema["primaryKey"] = [table.key]
    if table.refers:
        column, other = table.refers
        reference = {"resource": other, "fields": ["id"]}
        schema["foreignKeys"] = [{"fields": [column], "reference": reference}]
    return {
        "name": table.name,
        "title": next(iter(contexts.values())).words(f"open_data.{table.name}"),
        "profile": "tabular-data-resource",
        "path": posixpath.basename(table_address(table.name)),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": schema,
    }


def _field(column: Column, contexts: Mapping[str, Context]) -> dict[str, Any]:
    said = [contexts[column.lang]] if column.lang else list(contexts.values())
    described: dict[str, Any] = {
        "name": column.name,
        "type": column.type,
        "description": "\n".join(context.words(column.meaning) for context in said),
    }
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.choices:
        constraints["enum"] = list(column.choices)
    return described | ({"constraints": constraints} if constraints else {})
