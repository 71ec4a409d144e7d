"""The finished tree as a browser meets it: dead links, lone pages, foreign requests."""

from __future__ import annotations

import posixpath
import re
from collections import Counter, deque
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml.etree import XPath
from lxml.html import HTMLParser, document_fromstring

from microsite.kept import NOTHING, Kept, key_of
from microsite.model.places import resolve
from microsite.placing import names_in

_every = partial(XPath, smart_strings=False)
_IDS, _LINKS, _SETS = _every("//@id"), _every("//a/@href"), _every("//@srcset")
_HEAD_LINKS = _every("//link[@href]")
# attributes that make a browser fetch something
_FETCHED = _every("//@src | //@poster | //@data | //@data-index")
_FETCHING_RELS = {
    "stylesheet",
    "icon",
    "preload",
    "modulepreload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
    "manifest",
}
# browsers show what comes after these; the parser would leave it out
_LAST = re.compile(rb"</(?:body|html)\s*>", re.IGNORECASE)


@dataclass(frozen=True, order=True)
class Fault:
    """Something wrong with the built site."""

    file: str
    kind: str
    target: str

    def __str__(self) -> str:
        return f"{self.file}: {self.kind}: {self.target}"


@dataclass(frozen=True)
class _Look:
    """What one page offers and refers to. Links are (file, anchor, as it is written), what it makes
    browsers fetch from the site (file, as it is written), both each once.
    """

    ids: frozenset[str]
    doubled: tuple[str, ...]
    links: tuple[tuple[str, str, str], ...]
    fetched: tuple[tuple[str, str], ...]
    foreign: tuple[str, ...]


def find_faults(  # noqa: PLR0913 — what a tree is judged by
    site: Path,
    languages: tuple[str, ...],
    *,
    kept: Kept = NOTHING,
    workers: int = 1,
    address: str = "",
    apart: Set[str] = frozenset(),
    withdrawn: Set[str] = frozenset(),
) -> tuple[Fault, ...]:
    """Return every fault of the site in ``site``; an empty tuple means it may be published.

    ``languages`` begins with the one at the root. ``address`` is where the site will lie: links
    that start at the host's root (the 404 page has them) are read from there. No page needs to lead
    to those that stand ``apart``, nor need they be in every language. ``withdrawn`` pages have lost
    their anchors, and lists the pages in them, so that nothing is said of what cannot be reached.
    ``kept`` holds what was read of pages before.
    """
    root = urlsplit(address).path or "/"
    files = frozenset(names_in(site))
    names = sorted(name for name in files if name.endswith(".html"))
    # a large site is not held as a whole: what has to be looked at is read once more
    keys = {name: key_of(name, root, (site / name).read_bytes()) for name in names}
    told = {key: name for name, key in keys.items()}
    read = kept.each(told, lambda name: _read(name, root, (site / name).read_bytes()), workers)
    pages = {name: read[key] for name, key in keys.items()}
    faults: list[Fault] = []
    for name, page in pages.items():
        faults += _page_faults(name, page, pages, files, withdrawn)
    if not withdrawn:
        faults += _unreached(pages, apart)
    faults += _not_mirrored(pages.keys() - apart, languages)
    return tuple(sorted(set(faults)))


def _read(name: str, root: str, html: bytes) -> _Look:
    whole = _LAST.sub(b"", html) + b"<p>"  # no page is without an element
    page = document_fromstring(whole, parser=HTMLParser(encoding="utf-8"))
    ids = Counter(_IDS(page))
    links, fetched = dict.fromkeys(_LINKS(page)), dict.fromkeys(_FETCHED(page))
    for element in _HEAD_LINKS(page):
        fetches = not _FETCHING_RELS.isdisjoint(element.get("rel", "").split())
        (fetched if fetches else links)[element.get("href")] = None
    for several in _SETS(page):
        fetched |= dict.fromkeys(one.split()[0] for one in several.split(",") if one.strip())
    read = partial(_from_root, name, root=root)
    return _Look(
        frozenset(ids),
        tuple(one for one, count in ids.items() if count > 1),
        tuple(
            _link(name, target)
            for target in map(read, links)
            if not urlsplit(target).netloc and not urlsplit(target).scheme
        ),
        tuple(
            (resolve(name, target), target)
            for target in map(read, fetched)
            if not (_is_foreign(target) or target.startswith("data:"))
        ),
        tuple(filter(_is_foreign, map(read, fetched))),
    )


def _link(name: str, target: str) -> tuple[str, str, str]:
    return resolve(name, target), unquote(urlsplit(target).fragment), target


def _page_faults(
    name: str, page: _Look, pages: Mapping[str, _Look], files: Set[str], withdrawn: Set[str]
) -> Iterator[Fault]:
    for double in page.doubled:
        yield Fault(name, "id twice", double)
    for target in page.foreign:
        yield Fault(name, "foreign request", target)
    for full, target in page.fetched:
        if full not in files:
            yield Fault(name, "missing file", target)
    for full, anchor, target in page.links:
        if full not in files:
            yield Fault(name, "dead link", target)
        elif anchor and full in pages and full not in withdrawn and anchor not in pages[full].ids:
            yield Fault(name, "dead anchor", target)


def _unreached(pages: Mapping[str, _Look], apart: Set[str]) -> Iterator[Fault]:
    """Yield the pages that cannot be reached by links from the home page."""
    seen, waiting = {"index.html"}, deque(["index.html"])
    while waiting:
        name = waiting.popleft()
        for full, _, _ in pages[name].links if name in pages else ():
            if full in pages and full not in seen:
                seen.add(full)
                waiting.append(full)
    for name in pages:
        if name not in seen and name not in apart and name != "404.html":
            yield Fault(name, "not reachable from the home page", name)


def _not_mirrored(pages: Set[str], languages: tuple[str, ...]) -> Iterator[Fault]:
    default_lang, *others = languages
    source = {name for name in pages if name.split("/")[0] not in others and name != "404.html"}
    for lang in others:
        there = {name.removeprefix(f"{lang}/") for name in pages if name.startswith(f"{lang}/")}
        for name in sorted(source ^ there):
            yield Fault(name, f"not in both {default_lang} and {lang}", name)


def _from_root(name: str, target: str, *, root: str) -> str:
    """Write a link that starts at the host's root as one relative to the page."""
    if not target.startswith(root) or target.startswith("//"):
        return target
    return posixpath.relpath(
        target.removeprefix(root) or "index.html", posixpath.dirname(name) or "."
    )


@lru_cache(maxsize=1 << 16)
def _is_foreign(target: str) -> bool:
    return target.startswith("//") or urlsplit(target).scheme in ("http", "https")
