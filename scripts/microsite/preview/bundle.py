"""Changed pages to the files of a preview: nothing in it leads nowhere, nothing is fetched."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable
from html import escape, unescape
from urllib.parse import urlsplit

from microsite.model.places import resolve
from microsite.preview.compare import Change
from microsite.preview.printer import Printer

# the site's own home page must not lie where the list of changes does
PAGES = "trang"
LIST, OUTSIDE, STYLE = "index.html", "ngoai-ban-xem.html", "xem-truoc.css"

_SEARCH = re.compile(r'<template id="ms-finder">.*?</template>', re.DOTALL)
# other versions of the page are told to machines only; no browser preloads a font from a disk
_NEEDLESS = re.compile(r'<link rel="(?:canonical|alternate|preload)"[^>]*>\s*')
_LINK = re.compile(r'(<a\b[^>]*?\shref=")([^"]*)(")')
_FETCHED = re.compile(r"<(?:script|link|img|source|audio|video)\b[^>]*>")
_LATER = re.compile(r'\sdata-later="([^"]*)"')
_STYLE = re.compile(r'<link rel="stylesheet" href="([^"]*/)css/')
_PLACE = re.compile(r'\s(?:src|href|srcset|poster)="([^"]*)"')
_IN_STYLES = re.compile(r"url\(\s*[\"']?([^\"')]+)")

Read = Callable[[str], bytes | None]


class LostFileError(Exception):
    """A page asks for a file that is nowhere."""


def bundle(changes: Iterable[Change], printer: Printer, read: Read, bar: str) -> dict[str, bytes]:
    """Return the pages of ``changes`` and the files they need, by their place in the preview.

    ``read`` returns a file of the site that is no page. Each page begins with ``bar``, where
    ``{list}`` is the way to the list. Raises LostFileError.
    """
    addresses = [change.address for change in changes if change.what != "removed"]
    found: dict[str, bytes] = {}
    for address in addresses:
        html = _plain(printer.build(address))
        needed = _fetched(address, html)
        html = _LINK.sub(_leading(address, set(addresses), read, needed), html)
        up = posixpath.relpath(LIST, posixpath.dirname(f"{PAGES}/{address}"))
        style = posixpath.relpath(STYLE, posixpath.dirname(f"{PAGES}/{address}"))
        html = html.replace("</head>", f'<link rel="stylesheet" href="{style}">\n</head>', 1)
        html = html.replace("<body>", "<body>\n" + bar.replace("{list}", up), 1)
        found[f"{PAGES}/{address}"] = html.encode()
        for name in sorted(needed):
            _add(name, read, found)
    return found


def _plain(html: str) -> str:
    """Leave out search, whose index is not there, and links that do nothing here."""
    return _NEEDLESS.sub("", _SEARCH.sub("", html))


def _leading(
    address: str, pages: set[str], read: Read, needed: set[str]
) -> Callable[[re.Match[str]], str]:
    """Return what a link of the page at ``address`` becomes; ``needed`` gathers files."""

    def lead(found: re.Match[str]) -> str:
        target = unescape(found[2])
        parts = urlsplit(target)
        if parts.scheme or parts.netloc or not parts.path:
            return found[0]
        place = resolve(address, parts.path)
        if place in pages:
            return found[0]
        if not place.endswith(".html") and read(place) is not None:
            needed.add(place)
            return found[0]
        way = posixpath.relpath(OUTSIDE, posixpath.dirname(f"{PAGES}/{address}"))
        return f"{found[1]}{escape(way)}{found[3]}"

    return lead


def _fetched(address: str, html: str) -> set[str]:
    """Return the files that a browser fetches with a page."""
    found: set[str] = set()
    for tag in _FETCHED.findall(html):
        if later := _LATER.search(tag):  # the first script fetches what lies beside the styles
            folder = _STYLE.findall(html)[0]
            found |= {resolve(address, f"{folder}js/{one}.js") for one in later[1].split(",")}
        for value in _PLACE.findall(tag):
            if value.startswith("data:"):
                continue
            for one in unescape(value).split(","):
                if target := one.split()[:1]:
                    found.add(resolve(address, target[0]))
    return found


def _add(name: str, read: Read, found: dict[str, bytes]) -> None:
    if f"{PAGES}/{name}" in found:
        return
    content = read(name)
    if content is None:
        raise LostFileError(name)
    found[f"{PAGES}/{name}"] = content
    if name.endswith(".css"):
        for target in _IN_STYLES.findall(content.decode()):
            place = resolve(name, target)
            if read(place) is not None:  # styles know bands that this project has not
                _add(place, read, found)
