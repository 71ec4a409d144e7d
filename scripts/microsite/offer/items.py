"""What stands in the feeds: articles, and entries that somebody approved on a day.

Dates are those that the content names. Entries of the founding stock have none and are no news.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any
from urllib.parse import urlsplit

from microsite.model.page import AuthoredPage
from microsite.model.places import built_path, page_path, split_language
from microsite.model.site import Site
from microsite.offer.articles import Articles
from microsite.render.context import Context, Shared
from microsite.render.lookups import entry_title
from microsite.render.offered import OFFERED
from microsite.render.page import Page
from microsite.wording.catalog import load_words

# the kinds of page that are read from beginning to end; others lead to many entries
_READ = ("article", "landing")


@dataclass(frozen=True)
class Item:
    """One article or entry in one language; ``id`` stays when its title or address changes."""

    id: str
    address: str
    section: str
    title: str
    summary: str
    author: str
    published: date
    updated: date
    content: str


def feed_items(
    shared: Shared, pages: Iterable[Page], articles: Articles, lang: str
) -> tuple[Item, ...]:
    """Return every item of a language, the newest first.

    A page that is not translated, is withdrawn, or is the home page is none.
    """
    built = {
        page.path: page
        for page in pages
        if page.lang == lang and page.is_listed and "withdrawn" not in page.meta
    }
    found = [*_articles(shared, built, articles, lang), *_entries(shared, articles, lang)]
    kept = (item for item in found if item.content)
    return tuple(sorted(kept, key=lambda one: (-one.updated.toordinal(), one.address)))


def _articles(
    shared: Shared, built: dict[str, Page], articles: Articles, lang: str
) -> Iterator[Item]:
    site = shared.site
    default, words = site.settings.default_lang, load_words(lang)
    authors = {author.id: author.name for author in site.settings.authors}
    for page in site.pages:
        if page.lang != lang or page.path not in built or built[page.path].meta["kind"] == "home":
            continue
        context = Context(shared, page.path, words, lang)
        meta, address = page.meta, built_path(page.path, lang, default)
        yield Item(
            _id(site, lang, page.path),
            site.settings.address_of(address),
            page.path.partition("/")[0],
            meta.title,
            context.said(meta.summary),
            context.plain(authors[meta.author]),
            meta.published,
            _day_of_change(page),
            articles.of(address, prose=built[page.path].meta["kind"] not in _READ)
            or f"<p>{escape(context.said(meta.summary))}</p>",
        )


def _day_of_change(page: AuthoredPage) -> date:
    return max(page.meta.published, page.meta.reviewed)


def _entries(shared: Shared, articles: Articles, lang: str) -> Iterator[Item]:
    site = shared.site
    default = site.settings.default_lang
    for name in OFFERED:
        for entry in getattr(site, name).values():
            day: date | None = getattr(entry, "approved_on", None)
            place = shared.registers.places.get((name, entry.id))
            if day is None or place is None or site.settings.withdraws(place[0]):
                continue
            path, anchor = place
            context = Context(shared, path, load_words(lang), lang)
            address = built_path(path, lang, default)
            hash_ = f"#{anchor}" if anchor else ""
            yield Item(
                _id(site, lang, f"{name}/{entry.id}"),
                site.settings.address_of(address + hash_),
                path.partition("/")[0],
                entry_title(context, entry),
                _summary(context, entry),
                context.plain(site.settings.owner.name),
                day,
                day,
                articles.of(address, anchor),
            )


def _summary(context: Context, entry: Any) -> str:
    for name in ("summary", "definition", "text", "answer"):
        if text := getattr(entry, name, None):
            return context.say(text)
    return entry_title(context, entry)


def _id(site: Site, lang: str, name: str) -> str:
    """Return a tag URI (RFC 4151) made of the host and of the first name that the page had.

    A page that moved keeps the id of its old address, as ``data/redirects.yml`` tells it.
    """
    host = urlsplit(site.settings.address or "").netloc
    return f"tag:{host},{site.settings.anchor.first.year}:{lang}/{_first_name(site, name)}"


def _first_name(site: Site, path: str) -> str:
    others = site.settings.languages[1:]
    former: dict[str, str] = {}
    for redirect in site.redirects:
        new = page_path(split_language(redirect.new, others)[1])
        former.setdefault(new, page_path(split_language(redirect.old, others)[1]))
    seen = {path}
    while (before := former.get(path)) and before not in seen:
        path = before
        seen.add(path)
    return path.removesuffix(".md")
