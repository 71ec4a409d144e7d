"""What only the owner of the site can say before it goes online, and what of it ends soon."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from microsite.check.content import Content
from microsite.upkeep.status.reviews import SOON
from microsite.upkeep.status.scope import Scope

What = Literal["address", "security", "security-ends"]


@dataclass(frozen=True)
class Need:
    """Something for ``data/site.yml``; ``day`` is when it ends, ``days`` how far off that is."""

    what: What
    day: date | None = None
    days: int | None = None


def find_needs(content: Content, today: date, scope: Scope) -> tuple[Need, ...]:
    """Return what the settings lack or will lack soon; of one section nothing is said."""
    return () if scope.section else tuple(_needs(content, today))


def _needs(content: Content, today: date) -> Iterator[Need]:
    settings = content.settings
    if settings is None:
        return
    if not settings.address:
        yield Need("address")
    if settings.security is None:
        yield Need("security")
    elif (days := (settings.security.expires - today).days) <= SOON:
        yield Need("security-ends", settings.security.expires, days)
