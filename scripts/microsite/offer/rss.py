"""RSS 2.0 (https://www.rssboard.org/rss-specification), with whole articles in ``content:encoded``.

Names of authors stand in ``dc:creator``, since ``author`` of RSS is an e-mail address.
"""

from __future__ import annotations

from email.utils import format_datetime

from lxml import etree

from microsite.offer.feed import Feed, moment
from microsite.offer.items import Item

_SPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
}


def write_rss(feed: Feed) -> bytes:
    """Return a feed as RSS."""
    root = etree.Element("rss", version="2.0", nsmap=_SPACES)
    channel = etree.SubElement(root, "channel")
    _add(channel, "title", feed.title)
    _add(channel, "link", feed.page)
    _add(channel, "description", feed.description)
    _add(channel, "language", feed.lang)
    if feed.licence:
        _add(channel, "copyright", feed.licence)
    _add(channel, "lastBuildDate", format_datetime(moment(feed.updated), usegmt=True))
    own = etree.SubElement(channel, f"{{{_SPACES['atom']}}}link")
    own.attrib.update({"href": feed.own, "rel": "self", "type": "application/rss+xml"})
    for item in feed.items:
        _item(etree.SubElement(channel, "item"), feed, item)
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written + b"\n"


def _item(element: etree._Element, feed: Feed, item: Item) -> None:
    _add(element, "title", item.title)
    _add(element, "link", item.address)
    etree.SubElement(element, "guid", isPermaLink="false").text = item.id
    _add(element, "pubDate", format_datetime(moment(item.published), usegmt=True))
    _add(element, f"{{{_SPACES['dc']}}}creator", item.author)
    if item.section in feed.sections:
        _add(element, "category", feed.sections[item.section])
    _add(element, "description", item.summary)
    _add(element, f"{{{_SPACES['content']}}}encoded", item.content)


def _add(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, name).text = text
