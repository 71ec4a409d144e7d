"""The pages of a site to ``sitemap.xml`` (sitemaps.org 0.9) with their real translations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from microsite.model.places import built_path
from microsite.model.settings import Settings
from microsite.render.page import Page

_NAMES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
)
_ANY = "x-default"


def write_sitemap(settings: Settings, pages: Iterable[Page]) -> str | None:
    """Return a sitemap of every page that search engines may list; a fallback page is not one.

    ``lastmod`` is the day on which an authored page was last reviewed; pages made from data have
    none. None for a site without an address.
    """
    if not settings.address:
        return None
    versions: dict[str, dict[str, Page]] = {}
    for page in pages:
        if page.is_listed:
            versions.setdefault(page.path, {})[page.lang] = page
    entries = [
        _entry(settings, page, versions[path])
        for path in sorted(versions)
        for _, page in sorted(versions[path].items())
    ]
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {_NAMES}>\n'
    return head + "\n".join(entries) + "\n</urlset>\n"


def _entry(settings: Settings, page: Page, versions: Mapping[str, Page]) -> str:
    parts = [f"<loc>{escape(_address(settings, page.path, page.lang))}</loc>"]
    if "reviewed" in page.meta:
        parts.append(f"<lastmod>{page.meta['reviewed']}</lastmod>")
    if len(versions) > 1:
        parts += _alternates(settings, page.path, versions)
    return "<url>" + "".join(parts) + "</url>"


def _alternates(settings: Settings, path: str, versions: Mapping[str, Page]) -> Iterator[str]:
    default = settings.default_lang
    named = [(lang, lang) for lang in sorted(versions)]
    for name, lang in [*named, (_ANY, default)]:
        href = quoteattr(_address(settings, path, lang))
        yield f'<xhtml:link rel="alternate" hreflang="{name}" href={href}/>'


def _address(settings: Settings, path: str, lang: str) -> str:
    return settings.web_address(built_path(path, lang, settings.default_lang)) or ""
