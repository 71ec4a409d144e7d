"""What the page about open data shows: files, feeds, frames, the licence, how to cite."""

from __future__ import annotations

from typing import Any

from microsite.render.context import Context
from microsite.render.frames import plan_frames
from microsite.render.offered import (
    CATALOG,
    DATA_PACKAGE,
    FEED_TYPES,
    KEPT_BACK,
    TABLES,
    WHOLE,
    WORKBOOK,
    Frame,
    api_address,
    feed_address,
    frame_code,
    may_embed,
    offered_collections,
    offers_figures,
    page_address,
    schema_address,
    table_address,
)


def open_data(context: Context) -> dict[str, Any]:
    """Return what the page is made of; without the files beside it, it only describes them."""
    offers = context.shared.offers
    return {
        "offers": offers,
        "address": context.site.settings.address or "",
        "own_address": _own_address(context),
        "files": _files(context),
        "collections": [
            (
                context.words(f"admin.collection.{name}"),
                len(entries),
                context.asset_url(api_address(name)),
                context.asset_url(schema_address(name)),
            )
            for name, entries in offered_collections(context).items()
        ],
        "kept": [
            context.words(f"open_data.kept.{why}") for why in dict.fromkeys(KEPT_BACK.values())
        ],
        "catalog": context.asset_url(CATALOG),
        "feeds": _feeds(context),
        "frames": _frames(context) if may_embed(context) else [],
    }


def _own_address(context: Context) -> str:
    return context.site.settings.web_address(page_address(context, context.path)) or ""


def _files(context: Context) -> list[tuple[str, str]]:
    """Return what each file of figures is, and the way to it."""
    if not offers_figures(context.site):
        return []
    names = {name: table_address(name) for name in TABLES}
    names |= {"workbook": WORKBOOK, "package": DATA_PACKAGE}
    return [
        (context.words(f"open_data.{name}"), context.asset_url(path))
        for name, path in names.items()
    ]


def _feeds(context: Context) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the feed of the whole site and of each section, in every form."""
    settings, lang = context.site.settings, context.words.lang
    if not settings.address:
        return []
    titles = {WHOLE: context.words("open_data.whole_site")}
    titles |= {one.id: context.plain(one.title) for one in settings.sections}
    return [
        (
            title,
            [
                (
                    context.words(f"open_data.{kind}"),
                    context.asset_url(feed_address(lang, name, kind)),
                )
                for kind in FEED_TYPES
            ],
        )
        for name, title in titles.items()
    ]


def _frames(context: Context) -> list[tuple[str, str, str]]:
    """Return the title, the way to it and the code of the first frame of each kind."""
    settings, lang = context.site.settings, context.words.lang
    first: dict[str, Frame] = {}
    for frame in plan_frames(context.site):
        if frame.lang == lang:
            first.setdefault(frame.kind, frame)
    titles = {kind: context.words(f"open_data.frame_{kind}") for kind in first}
    return [
        (
            titles[kind],
            context.asset_url(frame.address),
            frame_code(settings, frame, titles[kind]),
        )
        for kind, frame in first.items()
    ]
