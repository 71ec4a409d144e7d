"""The whole site in memory: every entry by id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from microsite.model.activity import Activity
from microsite.model.bulletin import Abbreviation, Bulletin, Station
from microsite.model.consent import Consent
from microsite.model.culture import CultureItem
from microsite.model.event import Event
from microsite.model.indicator import Indicator
from microsite.model.learning import Question, QuizItem, Slogan, Term
from microsite.model.media import Photo, Recording
from microsite.model.office import Office
from microsite.model.outline import Outline
from microsite.model.page import AuthoredPage
from microsite.model.redirect import Redirect
from microsite.model.settings import Settings
from microsite.model.source import Source
from microsite.model.story import Exemplar, PracticeModel, Voice
from microsite.model.unit import Unit

COLLECTIONS: Mapping[str, type] = {
    "sources": Source,
    "events": Event,
    "indicators": Indicator,
    "units": Unit,
    "offices": Office,
    "models": PracticeModel,
    "exemplars": Exemplar,
    "voices": Voice,
    "culture": CultureItem,
    "questions": Question,
    "quiz": QuizItem,
    "slogans": Slogan,
    "glossary": Term,
    "photos": Photo,
    "recordings": Recording,
    "consents": Consent,
    "bulletins": Bulletin,
    "stations": Station,
    "abbreviations": Abbreviation,
    "outlines": Outline,
    "activities": Activity,
}


@dataclass(frozen=True)
class Site:
    """Checked content.

    ``origins`` tells the file of each entry, for "edit this page"; ``stale`` holds (language, name)
    of each translation whose source has changed since: a page's path, or ``collection/id``.
    """

    settings: Settings
    sources: Mapping[str, Source]
    events: Mapping[str, Event]
    indicators: Mapping[str, Indicator]
    units: Mapping[str, Unit]
    offices: Mapping[str, Office]
    models: Mapping[str, PracticeModel]
    exemplars: Mapping[str, Exemplar]
    voices: Mapping[str, Voice]
    culture: Mapping[str, CultureItem]
    questions: Mapping[str, Question]
    quiz: Mapping[str, QuizItem]
    slogans: Mapping[str, Slogan]
    glossary: Mapping[str, Term]
    photos: Mapping[str, Photo]
    recordings: Mapping[str, Recording]
    consents: Mapping[str, Consent]
    bulletins: Mapping[str, Bulletin]
    stations: Mapping[str, Station]
    abbreviations: Mapping[str, Abbreviation]
    outlines: Mapping[str, Outline]
    activities: Mapping[str, Activity]
    pages: tuple[AuthoredPage, ...]
    redirects: tuple[Redirect, ...]
    origins: Mapping[tuple[str, str], str]
    stale: frozenset[tuple[str, str]] = frozenset()

    @property
    def edition(self) -> date:
        """The newest day that the content itself names: of a review, publication or approval.

        Never the clock's: equal content gives equal files. A site without pages goes by its anchor.
        """
        days = [day for page in self.pages for day in (page.meta.published, page.meta.reviewed)]
        for name in COLLECTIONS:
            entries = getattr(self, name).values()
            days += [day for one in entries if (day := getattr(one, "approved_on", None))]
        return max(days, default=self.settings.anchor.first)
