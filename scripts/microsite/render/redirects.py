"""Pages that lead on: one at each old address, for any server and for ``file://``."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator

from microsite.model.places import built_path
from microsite.model.redirect import Move
from microsite.model.site import Site
from microsite.render.environment import fill
from microsite.render.page import Asset, Page
from microsite.wording.catalog import load_words


def redirect_files(site: Site, pages: Iterable[Page]) -> Iterator[Asset]:
    """Yield the page at every old address; ``pages`` are those of the site."""
    known = {(page.lang, page.path): page for page in pages}
    for redirect in site.redirects:
        for move in redirect.moves(site.settings.languages):
            yield Asset(move.address, _page(site, move, known[move.lang, move.page]).encode())


def _page(site: Site, move: Move, page: Page) -> str:
    settings = site.settings
    folder = posixpath.dirname(move.address) or "."
    target = built_path(move.page, move.lang, settings.default_lang)
    anchor = f"#{move.anchor}" if move.anchor else ""
    others = [lang for lang in settings.languages if lang != move.lang]
    return fill(
        "redirect.html",
        lang=move.lang,
        words=[load_words(lang) for lang in (move.lang, *others)],
        name=settings.short_name.told(move.lang),
        title=page.title,
        text_lang=page.meta.get("fallback", page.lang),
        href=posixpath.relpath(target, folder) + anchor,
        canonical=settings.web_address(target) or posixpath.relpath(target, folder),
        assets=posixpath.relpath("assets", folder),
    )
