"""A feed as every form of it says it, and how it writes days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from microsite.offer.items import Item


@dataclass(frozen=True)
class Feed:
    """A feed; ``own`` is its address, ``page`` that of what it is the feed of."""

    id: str
    lang: str
    title: str
    description: str
    publisher: str
    licence: str
    page: str
    own: str
    updated: date
    sections: Mapping[str, str]
    items: tuple[Item, ...]


def moment(day: date) -> datetime:
    """Return noon of a day in UTC: the same day nearly everywhere. The content knows no hours."""
    return datetime.combine(day, time(12), tzinfo=UTC)


def timestamp(day: date) -> str:
    """Return a day as RFC 3339 wants it."""
    return moment(day).strftime("%Y-%m-%dT%H:%M:%SZ")
