"""What can be added, and how an entry of each kind is named and filed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

PAGE = "page"


@dataclass(frozen=True)
class Kind:
    """A kind of entry.

    ``named_by`` leads to the words from which an id is made; ``category`` and ``date`` are the
    fields by which a collection of several files is cut.
    """

    collection: str
    named_by: tuple[str | int, ...]
    category: str = ""
    date: str = ""


KINDS: Mapping[str, Kind] = {
    "event": Kind("events", ("title", "vi"), "topic", "date"),
    "indicator": Kind("indicators", ("name", "vi"), "field"),
    "model": Kind("models", ("title", "vi"), "field"),
    "exemplar": Kind("exemplars", ("name",), "field"),
    "voice": Kind("voices", ("who", "vi"), "group", "date"),
    "question": Kind("questions", ("question", "vi"), "group"),
    "quiz": Kind("quiz", ("question", "vi"), "level"),
    "source": Kind("sources", ("title",), "kind", "date"),
    "term": Kind("glossary", ("term", "vi")),
    "culture": Kind("culture", ("title", "vi"), "kind"),
    "unit": Kind("units", ("states", 0, "name", "vi"), "level"),
    "photo": Kind("photos", ("file",), date="date"),
    "bulletin": Kind("bulletins", ("title",), "section"),
    "station": Kind("stations", ("unit",)),
    "abbreviation": Kind("abbreviations", ("short",)),
    "outline": Kind("outlines", ("title",)),
    "activity": Kind("activities", ("activity",), "channel"),
    "consent": Kind("consents", ("paper",), date="given"),
}

# optional for the model, but worth a question each time; an empty answer leaves them out
ASKED_TOO = frozenset(
    {
        "events.units",
        "indicators.chart",
        "indicators.decimals",
        "models.since",
        "models.results",
        "models.photos",
        "sources.date",
        "sources.url",
        "glossary.sources",
        "voices.sources",
        "consents.child",
        "consents.ethnicity",
    }
)
# asked only when an answer before makes it needed: (field, answer)
ASKED_WHEN: Mapping[str, tuple[str, str]] = {
    "photos.consents": ("people", "true"),
    "consents.guardian_given": ("child", "true"),
}
# optional one by one for the model, which wants one of several; the form wants this one
WANTED = frozenset({"indicators.series.source"})
