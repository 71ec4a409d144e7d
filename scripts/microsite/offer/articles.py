"""Finished pages to the HTML that a feed carries: words, tables and pictures, nothing else."""

from __future__ import annotations

import re
from copy import deepcopy
from functools import cache
from html import escape
from pathlib import Path
from urllib.parse import urljoin

from lxml import etree, html

# what stays, with the attributes it keeps; what is not named gives way to what is in it
_KEPT: dict[str, frozenset[str]] = {
    name: frozenset()
    for name in (
        *("p", "h2", "h3", "h4", "h5", "ul", "li", "dl", "dt", "dd", "br", "hr", "pre", "code"),
        *("em", "strong", "b", "i", "sub", "sup", "cite", "blockquote", "figure", "figcaption"),
        *("table", "caption", "thead", "tbody", "tr", "div", "span", "abbr", "dfn"),
    )
} | {
    "a": frozenset({"href"}),
    "img": frozenset({"src", "alt", "width", "height"}),
    "time": frozenset({"datetime"}),
    "th": frozenset({"scope", "colspan", "rowspan"}),
    "td": frozenset({"colspan", "rowspan"}),
    "ol": frozenset({"start"}),
}
_BLOCKS = frozenset({"article", "section", "details", "header", "footer"})
_GONE = frozenset(
    {
        *("svg", "script", "style", "template", "nav", "button", "aside", "form", "iframe"),
        *("input", "select", "textarea", "audio", "video", "object", "embed", "math", "link"),
    }
)
_GONE_CLASSES = frozenset({"ms-filters", "ms-rail", "ms-side", "ms-status", "ms-toc", "ms-letters"})
_HEADINGS = ("h2", "h3", "h4")
_BLANKS = re.compile(r"[ \t\r\n]+")
_SAFE = ("http://", "https://", "mailto:")


class Articles:
    """The articles of the site built in ``tree``, whose address is ``address``."""

    def __init__(self, tree: Path, address: str) -> None:
        self._tree, self._address = tree, address
        self._page = cache(self._read)

    def of(self, page: str, anchor: str = "", *, prose: bool = False) -> str:
        """Return the content of a page, or of the part of it that ``anchor`` names; empty where
        there is none. Addresses in it are whole.

        With ``prose`` only what somebody wrote for the page, without the lists that it leads to.
        """
        found = self._page(page)
        if found is None:
            return ""
        if anchor:
            parts = found.xpath("//*[@id=$name]", name=anchor)
        else:
            parts = found.xpath("//article[contains(@class, 'ms-article')]")
        if not parts:
            return ""
        if prose:
            parts[0] = _without_lists(parts[0])
        return clean(parts[0], urljoin(self._address, page))

    def _read(self, page: str) -> html.HtmlElement | None:
        path = self._tree / page
        if not path.is_file():
            return None
        return html.document_fromstring(path.read_text(encoding="utf-8"))


def _without_lists(article: html.HtmlElement) -> html.HtmlElement:
    """Return an article without what directives drew into it, and without headings left alone."""
    kept = html.Element("div")
    for child in article:
        drawn = (child.get("class") or "").startswith("ms-") and child.get("class") != "ms-notes"
        if not drawn:
            kept.append(deepcopy(child))
    for child, after in zip(list(kept), [*list(kept)[1:], None], strict=True):
        if child.tag in _HEADINGS and (after is None or after.tag in _HEADINGS):
            kept.remove(child)
    return kept


def clean(part: html.HtmlElement, page: str) -> str:
    """Return what is inside ``part`` of the page at the address ``page`` as plain HTML."""
    copy = html.Element("div")
    _copy(part, copy, page)
    inner = [etree.tostring(one, encoding="unicode", method="html") for one in copy]
    written = "".join([escape(copy.text or "", quote=False), *inner])
    return written if "<pre" in written else _BLANKS.sub(" ", written).strip()


def _copy(source: html.HtmlElement, target: html.HtmlElement, page: str) -> None:
    """Copy what is inside ``source`` to the end of ``target``, without what does not stay."""
    _say(target, source.text)
    for child in source:
        if isinstance(child.tag, str) and not _goes(child):
            name = "div" if child.tag in _BLOCKS else "p" if child.tag == "summary" else child.tag
            if name in _KEPT and (kept := _attributes(child, name, page)) is not None:
                made = etree.SubElement(target, name, kept)
                _copy(child, made, page)
                if not len(made) and not (made.text or "").strip() and name in _HOLLOW:
                    target.remove(made)
            else:
                _copy(child, target, page)
        _say(target, child.tail)


# means nothing without something in it
_HOLLOW = frozenset({"p", "div", "span", "ul", "ol", "li", "a", "figure", "sup", "strong"})


def _goes(child: html.HtmlElement) -> bool:
    classes = set((child.get("class") or "").split())
    return child.tag in _GONE or bool(classes & _GONE_CLASSES) or child.get("hidden") is not None


def _attributes(child: html.HtmlElement, name: str, page: str) -> dict[str, str] | None:
    """Return the attributes that stay, addresses whole; None for an address that is none, and for a
    place in the same page, which a feed reader does not know.
    """
    kept = {key: value for key, value in child.items() if key in _KEPT[name] or key == "lang"}
    if kept.get("href", "").startswith("#"):
        return None
    for key in {"href", "src"} & kept.keys():
        kept[key] = urljoin(page, kept[key])
        if not kept[key].startswith(_SAFE):
            return None
    return kept


def _say(target: html.HtmlElement, text: str | None) -> None:
    """Write text at the end of what ``target`` holds."""
    if not text:
        return
    if len(target):
        target[-1].tail = (target[-1].tail or "") + text
    else:
        target.text = (target.text or "") + text
