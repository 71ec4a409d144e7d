"""The feeds of every language: one for the whole site and one for each section, in three forms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import urljoin

from microsite.model.places import built_path
from microsite.offer.articles import Articles
from microsite.offer.atom import write_atom
from microsite.offer.feed import Feed
from microsite.offer.items import Item, feed_items
from microsite.offer.json_feed import write_json_feed
from microsite.offer.rss import write_rss
from microsite.render.context import Context, Shared
from microsite.render.offered import WHOLE, FeedKind, feed_address
from microsite.render.page import Asset, Page
from microsite.wording.catalog import load_words

_LATEST = 15


_WRITERS: Mapping[FeedKind, Callable[[Feed], bytes]] = {
    "rss": write_rss,
    "atom": write_atom,
    "json": write_json_feed,
}


def feed_files(shared: Shared, pages: Iterable[Page], tree: Path) -> Iterator[Asset]:
    """Yield every feed, with the articles of the site that is built in ``tree``."""
    settings = shared.site.settings
    articles, pages = Articles(tree, settings.address or ""), tuple(pages)
    for lang in settings.languages:
        items = feed_items(shared, pages, articles, lang)
        for section in (WHOLE, *(one.id for one in settings.sections)):
            for kind, write in _WRITERS.items():
                address = feed_address(lang, section, kind)
                yield Asset(address, write(_feed(shared, lang, section, items, address)))


def _feed(shared: Shared, lang: str, section: str, items: tuple[Item, ...], address: str) -> Feed:
    """Return the feed of a section, or of the whole site, in which only the latest stand."""
    site, settings = shared.site, shared.site.settings
    context = Context(shared, "index.md", load_words(lang), lang)
    found = settings.section(section)
    page = found.pages[0] if found and found.pages else "index.md"
    chosen = tuple(one for one in items if found is None or one.section == section)
    name = context.plain(settings.short_name)
    root = settings.address or ""
    return Feed(
        id=urljoin(root, feed_address(lang, section, "atom")),
        lang=lang,
        title=context.words("open_data.feed_title", site=name, section=context.plain(found.title))
        if found
        else name,
        description=context.plain(
            (found.door if found and found.door else None) or settings.description
        ),
        publisher=context.plain(settings.owner.name),
        licence=f"{context.plain(settings.licence.title)}: {settings.licence.url}"
        if settings.licence
        else "",
        page=urljoin(root, built_path(page, lang, settings.default_lang)),
        own=urljoin(root, address),
        updated=max((one.updated for one in chosen), default=site.edition),
        sections={one.id: context.plain(one.title) for one in settings.sections},
        items=chosen[:_LATEST] if found is None else chosen,
    )
