"""What the page about open data shows: files, feeds, frames, the licence, how to cite."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin

from microsite.render.context import Context
from microsite.render.offered import (
    CATALOG,
    DATA_PACKAGE,
    FEED_TYPES,
    TABLES,
    WHOLE,
    WORKBOOK,
    Frame,
    api_address,
    feed_address,
    frame_code,
    frame_of,
    may_embed,
    offered_collections,
    page_address,
    question_frame,
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
                len(getattr(context.site, name)),
                context.asset_url(api_address(name)),
                context.asset_url(schema_address(name)),
            )
            for name in offered_collections(context.site)
        ],
        "catalog": context.asset_url(CATALOG),
        "feeds": _feeds(context),
        "frames": _frames(context) if may_embed(context) else [],
    }


def _own_address(context: Context) -> str:
    address = context.site.settings.address
    return urljoin(address, page_address(context, context.path)) if address else ""


def _files(context: Context) -> list[tuple[str, str]]:
    """Return what each file of figures is, and the way to it."""
    if not context.site.indicators:
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
    """Return the title of each frame worth showing here, the way to it, and its code."""
    settings, lang, site = context.site.settings, context.words.lang, context.site
    wanted: list[tuple[str, Frame]] = []
    if site.indicators:
        wanted.append(("figure", frame_of(site, lang, "figure")))
        first = next(iter(site.indicators))
        wanted.append(("indicator", frame_of(site, lang, "indicator", first)))
    if site.events:
        wanted.append(("timeline", frame_of(site, lang, "timeline")))
    for question in list(site.questions.values())[:1]:
        wanted.append(("question", question_frame(site, lang, question.id)))
    return [
        (
            context.words(f"open_data.frame_{kind}"),
            context.asset_url(frame.address),
            frame_code(settings, frame, context.words(f"open_data.frame_{kind}")),
        )
        for kind, frame in wanted
    ]
