"""Finished pages to the search files of one language: an index, and the texts behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from microsite.kept import Kept, key_of
from microsite.model.places import built_path
from microsite.render.page import Asset, Page
from microsite.search.index import write_index
from microsite.search.pages import FoundPage, read_page
from microsite.search.scope import Scope, scope_of
from microsite.search.texts import cut_shelves, write_shelf

__all__ = ["Scope", "scope_of", "search_files"]

_Told = tuple[str, str, str]  # a page's address, kind and section

# pages about pages: whoever searches wants what they list, not the list
_LEFT_OUT = {"robots"}


def search_files(site: Path, pages: Iterable[Page], scope: Scope, kept: Kept) -> Iterator[Asset]:
    """Yield the search files of the language of ``scope``.

    ``site`` is the built tree, ``pages`` are the staged ones. The texts lie in shelves of some
    pages each, at addresses that never mean other texts; the index that leads to them keeps its
    address, so that a new one changes no page. The same tree gives the same bytes.
    ``kept`` holds what was read of pages before.
    """
    told = _told(site, pages, scope)
    whole = {key_of(repr(scope), *told): told}

    def read(told: _Told) -> FoundPage:
        return read_page((site / told[0]).read_text(encoding="utf-8"), *told)

    def write(pages: Mapping[bytes, _Told]) -> list[Asset]:
        return list(_write(tuple(kept.each(pages, read, 1).values()), scope))

    yield from kept.beside("index").each(whole, write, 1)[next(iter(whole))]


def _write(pages: tuple[FoundPage, ...], scope: Scope) -> Iterator[Asset]:
    shelves: list[tuple[str, int]] = []
    for shelf in cut_shelves(pages):
        name, text = write_shelf(scope.lang, shelf)
        shelves.append((name, len(shelf)))
        yield Asset(f"assets/search/{name}.js", text.encode())
    yield Asset(f"search/{scope.lang}.js", write_index(pages, shelves, scope).encode())


def _told(site: Path, pages: Iterable[Page], scope: Scope) -> dict[bytes, _Told]:
    """Return every page that can be found, by the hash of all that search reads of it."""
    wanted = (page for page in pages if page.lang == scope.lang and page.path not in scope.unlisted)
    found: dict[bytes, _Told] = {}
    for page in sorted(wanted, key=lambda page: page.path):
        address = built_path(page.path, scope.lang, scope.default_lang)
        # where a page is missing, the last look at the tree says so
        if page.meta.keys() & _LEFT_OUT or not (site / address).is_file():
            continue
        told = (address, str(page.meta.get("kind", "")), str(page.meta.get("section", "")))
        found[key_of(*told, (site / address).read_bytes())] = told
    return found
