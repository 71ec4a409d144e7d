"""Atom (RFC 4287), with whole articles as HTML."""

from __future__ import annotations

from lxml import etree

from microsite.offer.feed import Feed, timestamp
from microsite.offer.items import Item

_ATOM = "http://www.w3.org/2005/Atom"


def write_atom(feed: Feed) -> bytes:
    """Return a feed as Atom."""
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    root.set("{http://www.w3.org/XML/1998/namespace}lang", feed.lang)
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    _add(root, "subtitle", feed.description)
    _add(root, "updated", timestamp(feed.updated))
    _add(_add(root, "author"), "name", feed.publisher)
    _add(root, "link", rel="self", type="application/atom+xml", href=feed.own)
    _add(root, "link", rel="alternate", type="text/html", href=feed.page)
    if feed.licence:
        _add(root, "rights", feed.licence)
    for item in feed.items:
        _entry(_add(root, "entry"), feed, item)
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written + b"\n"


def _entry(entry: etree._Element, feed: Feed, item: Item) -> None:
    _add(entry, "id", item.id)
    _add(entry, "title", item.title)
    _add(entry, "updated", timestamp(item.updated))
    _add(entry, "published", timestamp(item.published))
    _add(_add(entry, "author"), "name", item.author)
    _add(entry, "link", rel="alternate", type="text/html", href=item.address)
    if item.section in feed.sections:
        _add(entry, "category", term=item.section, label=feed.sections[item.section])
    _add(entry, "summary", item.summary)
    _add(entry, "content", item.content, type="html")


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{_ATOM}}}{name}")
    element.attrib.update(attributes)
    if text:
        element.text = text
    return element
