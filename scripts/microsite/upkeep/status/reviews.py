"""Pages whose next review is due, or will be soon."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

from microsite.check.content import Content
from microsite.upkeep.status.scope import Scope

SOON = 60


@dataclass(frozen=True)
class Review:
    """The next review of a page; ``days`` from today, zero or less when it is due."""

    lang: str
    path: str
    file: str
    reviewed: date
    due: date
    days: int


def find_reviews(content: Content, today: date, scope: Scope) -> tuple[Review, ...]:
    """Return the next review of every page, the one longest due first."""
    found = []
    for page in (one.page for one in content.pages if scope.has_page(one.page.path)):
        due = add_months(page.meta.reviewed, page.meta.review_in)
        days = (due - today).days
        found.append(Review(page.lang, page.path, page.file, page.meta.reviewed, due, days))
    return tuple(sorted(found, key=lambda one: (one.due, one.file)))


def add_months(day: date, months: int) -> date:
    """Return the same day of a later month, or that month's last day when it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
