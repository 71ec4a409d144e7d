"""The parts of a graph that depend on what a page is about."""

from __future__ import annotations

from collections.abc import Callable

from microsite.about.contents import Contents
from microsite.about.subject import Subject
from microsite.model.culture import CultureItem
from microsite.model.indicator import Indicator
from microsite.model.learning import Question
from microsite.model.media import Photo, Recording
from microsite.model.places import html_path
from microsite.model.unit import Unit

Node = dict[str, object]

_ARTICLES = ("article", "landing", "entry")
_COLLECTIONS = ("timeline", "explorer", "list", "register", "questions")


def describe(subject: Subject, contents: Contents) -> Node:
    """Return what the page is beyond a page; its type takes the place of ``WebPage``."""
    entry = contents.entries.get(subject.page.path)
    if isinstance(entry, Indicator):
        return _dataset(subject, entry)
    if isinstance(entry, Unit):
        return {"about": {"@type": "AdministrativeArea", "name": subject.say(entry.latest.name)}}
    if isinstance(entry, CultureItem):
        return _article(subject) | _culture(subject, entry)
    if questions := contents.questions.get(subject.page.path):
        return {"@type": "FAQPage", "mainEntity": [_asked(subject, one) for one in questions]}
    return _article(subject) if subject.kind in _ARTICLES else {"@type": _other_type(subject.kind)}


def _other_type(kind: str) -> str:
    if kind in _COLLECTIONS:
        return "CollectionPage"
    return "SearchResultsPage" if kind == "search" else "WebPage"


def about_event(subject: Subject) -> Node:
    """Return the anniversary that the whole site is about; it is past and stays."""
    settings = subject.settings
    return {
        "@type": "Event",
        "name": subject.say(settings.name),
        "startDate": str(settings.anchor),
        "eventStatus": "https://schema.org/EventScheduled",
        "location": {"@type": "Place", "name": subject.say(settings.territory)},
    }


def still(subject: Subject, name: str, photo: Photo) -> Node:
    """Return a photograph on the page with who made it and who may use it."""
    return {
        "@type": "ImageObject",
        "contentUrl": subject.url(f"assets/{name}"),
        "caption": subject.plain(photo.caption),
        "creditText": photo.author,
        "copyrightNotice": photo.licence,
        "contentLocation": {"@type": "Place", "name": subject.say(photo.place)},
    }


def sound(subject: Subject, recording: Recording) -> Node:
    """Return a recording on the page."""
    return {
        "@type": "AudioObject",
        "contentUrl": subject.url(f"assets/{recording.path}"),
        "name": subject.say(recording.title),
        "inLanguage": recording.lang,
        "duration": f"PT{round(recording.minutes * 60)}S",
        "contentSize": f"{recording.bytes} B",
        "transcript": subject.plain(recording.transcript),
        "copyrightNotice": recording.licence,
    }


def _article(subject: Subject) -> Node:
    author = subject.author
    return {
        "@type": "Article",
        "headline": subject.title,
        "author": {"@type": "Organization", "name": author} if author else None,
    }


def _dataset(subject: Subject, indicator: Indicator) -> Node:
    years = [reading.year for reading in indicator.series]
    files = html_path(subject.page.path).removesuffix(".html")
    territory = indicator.territory or subject.settings.territory

    def distribution(ending: str, kind: str) -> Node:
        built = subject.built_of(f"{files}.{ending}")
        return {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": subject.url(built)}

    return {
        "@type": "Dataset",
        "description": subject.plain(indicator.definition),
        "creator": {"@type": "Organization", "name": subject.author} if subject.author else None,
        "isAccessibleForFree": True,
        "temporalCoverage": f"{min(years)}/{max(years)}",
        "spatialCoverage": {"@type": "Place", "name": subject.say(territory)},
        "variableMeasured": {
            "@type": "PropertyValue",
            "name": subject.say(indicator.name),
            "unitText": subject.say(indicator.unit),
        },
        "distribution": [
            distribution("csv", "text/csv"),
            distribution("metadata.json", "application/json"),
        ],
    }


def _culture(subject: Subject, entry: CultureItem) -> Node:
    """Return the festival or the place that an entry tells of; the rest are things without a type
    of their own.
    """
    place: Node = {"@type": "Place", "name": subject.say(entry.place)}
    name = subject.say(entry.title)
    kinds: dict[str, Callable[[], Node]] = {
        "festival": lambda: {"@type": "Festival", "name": name, "location": place},
        "landmark": lambda: {"@type": "Place", "name": name, "containedInPlace": place},
    }
    about = kinds.get(entry.kind)
    return {"about": about()} if about else {}


def _asked(subject: Subject, question: Question) -> Node:
    answer: Node = {"@type": "Answer", "text": subject.plain(question.answer)}
    return {
        "@type": "Question",
        "name": subject.say(question.question),
        "url": subject.url(subject.built) + f"#{question.id}",
        "acceptedAnswer": answer,
    }
