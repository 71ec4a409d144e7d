"""A built page to one file that opens from a phone's storage, to be sent by Zalo or Bluetooth."""

from __future__ import annotations

import base64
import mimetypes
import re
from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path
from urllib.parse import urljoin

from microsite.model.places import html_path, resolve
from microsite.model.settings import Settings
from microsite.wording.catalog import Words

LARGEST = 1024 * 1024  # bytes of one file (B10: it goes over Bluetooth)

_SHEET = re.compile(r"<link rel=\"stylesheet\" href=\"([^\"]+)\">")
_DROPPED = re.compile(
    r"<script\b.*?</script>|<link\b[^>]*>|<template\b.*?</template>"
    r"|<meta http-equiv[^>]*>|<meta name=\"robots\"[^>]*>"
    r"|<header class=\"ms-header\">.*?</header>|<nav class=\"ms-crumbs\".*?</nav>"
    r"|<source\b[^>]*>|\s(?:srcset|sizes)=\"[^\"]*\"|<audio\b.*?</audio>"
    r"|<a class=\"ms-skip\".*?</a>|<footer\b.*?</footer>|<aside class=\"ms-page-facts\".*?</aside>",
    re.DOTALL,
)
_IMAGE = re.compile(r"(<img\b[^>]*?\ssrc=\")([^\"]+)(\")")
_URL = re.compile(r"url\(\"?([^\")]+)\"?\)")
_LINK = re.compile(r"<a\b([^>]*?)\shref=\"([^\"]*)\"([^>]*)>(.*?)</a>", re.DOTALL)
_OUTER = re.compile(r"https?://")

Read = Callable[[str], bytes]


def section_files(
    tree: Path, settings: Settings, words_of: Callable[[str], Words]
) -> dict[str, str]:
    """Return one file for each section and language of a built site, by its name.

    A section with a page for paper gives that: all its text on one page; another its first page.
    """
    files: dict[str, str] = {}
    for lang in settings.languages:
        folder = "" if lang == settings.default_lang else f"{lang}/"
        for section in settings.sections:
            paper, first = f"{folder}{section.id}/in-ca-muc.html", html_path(section.pages[0])
            path = paper if (tree / paper).is_file() else f"{folder}{first}"
            said = words_of(lang)("packs.footer", name=settings.name.told(lang))
            files[f"{lang}/{section.id}.html"] = make_one_file(
                path, lambda name: (tree / name).read_bytes(), said, settings.address or ""
            )
    return files


def make_one_file(path: str, read: Read, footer: str, address: str = "") -> str:
    """Return the page at ``path`` with styles and pictures inside, without scripts and sound; of
    each picture the file for every browser.

    ``read`` gives the bytes of a file of the site. Links inside the page stay; links to other pages
    lead to ``address`` when the site has one, else they become text. ``footer`` is the last line.
    """
    html = read(path).decode("utf-8")
    sheets = [
        _inline_sheet(resolve(path, href), read, _bands(html)) for href in _SHEET.findall(html)
    ]
    html = _DROPPED.sub("", html)
    html = _IMAGE.sub(lambda found: found[1] + _data(path, found[2], read) + found[3], html)
    html = _LINK.sub(lambda found: _link(found, path, address), html)
    style = "".join(f"<style>{text}</style>" for text in sheets)
    html = html.replace("</head>", f"{style}</head>", 1)
    return html.replace(
        "</body>", f'<footer class="ms-frame"><p>{escape(footer)}</p></footer></body>', 1
    )


def _bands(html: str) -> frozenset[str]:
    return frozenset(re.findall(r"data-band=\"([^\"]+)\"", html))


def _inline_sheet(path: str, read: Read, bands: frozenset[str]) -> str:
    """Return a style sheet with what it fetches inside; bands that the page lacks go."""
    css = read(path).decode("utf-8")
    rules = re.findall(r"[^{}]*\{[^{}]*\}", css) if "bands/" in css else []
    for rule in rules:
        band = re.search(r"bands/([a-z-]+?)(?:-short|-contrast)?\.svg", rule)
        if band and band[1] not in bands:
            css = css.replace(rule, "", 1)
    return _URL.sub(lambda found: f'url("{_data(path, found[1], read)}")', css)


def _link(found: re.Match[str], path: str, address: str) -> str:
    before, target, after, text = found.groups()
    if target.startswith("#") or _OUTER.match(target):
        return found[0]
    if address:
        return f'<a{before} href="{urljoin(address + path, target)}"{after}>{text}</a>'
    return f"<span>{text}</span>"


def _data(path: str, target: str, read: Read) -> str:
    if target.startswith("data:"):
        return target
    kind = mimetypes.guess_type(target)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(read(resolve(path, target))).decode('ascii')}"


def check_sizes(files: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names of files that are too large to send."""
    return tuple(name for name, text in files.items() if len(text.encode("utf-8")) > LARGEST)
