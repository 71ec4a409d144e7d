"""What of a project waits for somebody: translations, reviews, sources, texts, readings, hosting.

Everything is counted from what could be parsed on the day that the caller names; nothing is
repaired and nothing is written.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from microsite.check.content import Content
from microsite.upkeep.status.hosting import Need, find_needs
from microsite.upkeep.status.readings import LastReading, last_readings
from microsite.upkeep.status.reviews import Review, find_reviews
from microsite.upkeep.status.scope import Scope
from microsite.upkeep.status.sources import SourcesStatus, look_at_sources
from microsite.upkeep.status.texts import TextsStatus, look_at_texts
from microsite.upkeep.status.translations import TranslationsStatus, look_at_translations


@dataclass(frozen=True)
class Status:
    """The standing of a project, or of one section of it, on a day.

    ``unread`` counts the problems that kept files or entries from being read.
    """

    today: date
    section: str
    unread: int
    translations: TranslationsStatus
    reviews: tuple[Review, ...]
    sources: SourcesStatus
    texts: TextsStatus
    readings: tuple[LastReading, ...]
    hosting: tuple[Need, ...]

    @property
    def is_waiting(self) -> bool:
        """Whether a translation is not current, a review is due, or nobody can know."""
        overdue = any(one.days <= 0 for one in self.reviews)
        return bool(self.unread or self.translations.waiting) or overdue


def take_status(content: Content, today: date, section: str = "") -> Status:
    """Look at everything on ``today``; with ``section``, an id of the settings, only at its part.

    Raises KeyError for a section that the settings do not have.
    """
    scope = Scope(content.settings, section)
    return Status(
        today,
        section,
        len(content.problems),
        look_at_translations(content, scope),
        find_reviews(content, today, scope),
        look_at_sources(content, scope),
        look_at_texts(content, scope),
        last_readings(content, today, scope),
        find_needs(content, today, scope),
    )
