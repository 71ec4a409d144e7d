"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from typing import Any

from microsite.offer.feed import Feed, timestamp
from microsite.offer.items import Item


def write_json_feed(feed: Feed) -> bytes:
    """Return a feed as JSON."""
    written = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": feed.own,
        "description": feed.description,
        "language": feed.lang,
        "authors": [{"name": feed.publisher}],
        "items": [_item(feed, item) for item in feed.items],
    }
    return (json.dumps(written, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _item(feed: Feed, item: Item) -> dict[str, Any]:
    tags = [feed.sections[item.section]] if item.section in feed.sections else []
    return {
        "id": item.id,
        "url": item.address,
        "title": item.title,
        "summary": item.summary,
        "content_html": item.content,
        "date_published": timestamp(item.published),
        "date_modified": timestamp(item.updated),
        "authors": [{"name": item.author}],
        "tags": tags,
        "language": feed.lang,
    }
