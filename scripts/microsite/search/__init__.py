"""Finished pages to the search files of one language: an index, and the texts behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from microsite.model.places import built_path
from microsite.render.page import Asset, Page
from microsite.search.index import write_index
from microsite.search.pages import FoundPage, read_page
from microsite.search.scope import Scope, scope_of
from microsite.search.texts import cut_shelves, write_shelf

__all__ = ["Scope", "scope_of", "search_files"]

# pages about pages: whoever searches wants what they list, not the list
_LEFT_OUT = {"robots"}


def search_files(site: Path, pages: Iterable[Page], scope: Scope) -> Iterator[Asset]:
    """Yield the search files of the language of ``scope``.

    ``site`` is the built tree, ``pages`` are the staged ones. The texts lie in shelves of some
    pages each, at addresses that never mean other texts; the index that leads to them keeps its
    address, so that a new one changes no page. The same tree gives the same bytes.
    """
    found = tuple(_read(site, pages, scope))
    shelves: list[tuple[str, int]] = []
    for shelf in cut_shelves(found):
        name, text = write_shelf(scope.lang, shelf)
        shelves.append((name, len(shelf)))
        yield Asset(f"assets/search/{name}.js", text.encode())
    yield Asset(f"search/{scope.lang}.js", write_index(found, shelves, scope).encode())


def _read(site: Path, pages: Iterable[Page], scope: Scope) -> Iterator[FoundPage]:
    wanted = (page for page in pages if page.lang == scope.lang and page.path not in scope.unlisted)
    for page in sorted(wanted, key=lambda page: page.path):
        if page.meta.keys() & _LEFT_OUT:
            continue
        address = built_path(page.path, scope.lang, scope.default_lang)
        if not (site / address).is_file():
            continue  # the last look at the tree says so
        html = (site / address).read_text(encoding="utf-8")
        kind, section = str(page.meta.get("kind", "")), str(page.meta.get("section", ""))
        yield read_page(html, address, kind, section)
