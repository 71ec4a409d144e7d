"""What templates ask about the rest of the site."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from microsite.model.base import Localized
from microsite.model.event import Event
from microsite.model.learning import QuizItem, Term
from microsite.model.media import Photo
from microsite.model.source_groups import OPEN_END, SourceGroup
from microsite.model.story import Exemplar, PracticeModel, Voice
from microsite.render.context import Context
from microsite.wording.fold import fold


def by_date(events: Iterable[Event]) -> list[Event]:
    """Return events in order of time; on the same day by id."""
    return sorted(events, key=lambda event: (event.date.first, event.date.last, event.id))


def related_events(context: Context, collection: str, identifier: str) -> list[Event]:
    """Return the events that name an entry, in order of time."""
    names = context.shared.backlinks.to(collection, identifier, "events")
    return by_date(context.site.events[name] for name in names)


def photographs(context: Context, entry: PracticeModel) -> list[Photo]:
    """Return the photographs of an entry in its order; one that was withdrawn is left out."""
    photos = context.site.photos
    return [photos[name] for name in entry.photos if name in photos]


def linked(
    context: Context, collection: str, identifier: str, pointing: str
) -> list[tuple[str, str]]:
    """Return (id, title) of the entries in ``pointing`` that name an entry."""
    names = context.shared.backlinks.to(collection, identifier, pointing)
    entries = getattr(context.site, pointing)
    return [
        (name, entry_title(context, entries[name]))
        for name in names
        if not context.withdraws_entry(pointing, name)
    ]


def nearby(context: Context, collection: str, entry: Any) -> list[tuple[str, str]]:
    """Return (id, title) of the other entries of a collection that lie in the same units.

    What lies in a district is near; what concerns the whole province is not.
    """
    units = [unit for unit in entry.units if context.site.units[unit].level != "province"]
    found = dict(one for unit in units for one in linked(context, "units", unit, collection))
    return [one for one in found.items() if one[0] != entry.id]


def entry_title(context: Context, entry: object) -> str:
    """Return what an entry is called on the page."""
    for name in ("title", "name", "term", "question"):
        value = getattr(entry, name, None)
        if isinstance(value, Localized):
            return context.plain(value)
        if isinstance(value, str):
            return value
    return str(getattr(entry, "id", ""))


def authored_using(context: Context, indicator: str) -> list[tuple[str, str]]:
    """Return (path, title) of the authored pages that show an indicator."""
    paths = context.shared.backlinks.pages.get(indicator, ())
    return [(path, page_title(context, path)) for path in paths if not context.withdraws(path)]


def page_title(context: Context, path: str) -> str:
    """Return the title of a page, authored or generated."""
    return context.shared.titles[context.words.lang][path.partition("#")[0]]


def page_exists(context: Context, path: str) -> bool:
    """Whether the project has this page."""
    return path in context.shared.titles[context.words.lang]


def values_url(context: Context, indicator: str) -> str:
    """Return the address of the file with an indicator's values."""
    path, _ = context.shared.registers.place("indicators", indicator)
    return context.url(path.removesuffix(".md") + ".csv")


def description_url(context: Context, indicator: str) -> str:
    """Return the address of the file that describes an indicator."""
    path, _ = context.shared.registers.place("indicators", indicator)
    return context.url(path.removesuffix(".md") + ".metadata.json")


def see_url(context: Context, path: str) -> str:
    """Return the address of a page named as ``folder/page.md#anchor``."""
    page, _, anchor = path.partition("#")
    return context.url(page, anchor)


def by_honour(_: Context, people: Iterable[Exemplar]) -> list[list[Exemplar]]:
    """Return those who hold the same honour of the same year together, in the order of the list."""
    shared: dict[tuple[str, int | None], list[Exemplar]] = {}
    for one in people:
        shared.setdefault((one.honour.vi, one.year), []).append(one)
    return list(shared.values())


def same_honour(context: Context, person: Exemplar) -> list[tuple[str, str]]:
    """Return (id, name) of the others who hold the same honour of the same year."""
    groups = by_honour(context, context.site.exemplars.values())
    own = next(group for group in groups if person in group)
    return [(one.id, one.name) for one in own if one is not person]


def by_year(_: Context, voices: Iterable[Voice]) -> dict[int, list[Voice]]:
    """Return what was said by the year in which it was said, the earliest first."""
    years: dict[int, list[Voice]] = {}
    for voice in sorted(voices, key=lambda one: (one.date.first, one.date.last, one.id)):
        years.setdefault(voice.date.first.year, []).append(voice)
    return years


def publishers(context: Context, sources: Iterable[str]) -> str:
    """Name those who published the sources, each once."""
    names = dict.fromkeys(context.site.sources[source].publisher for source in sources)
    return ", ".join(names)


def edition(context: Context) -> date:
    """Return the day of the content: the newest that it names."""
    return context.site.edition


def credit_of(context: Context, band: str) -> Localized | None:
    """Return the words that credit those who inspired a band."""
    motifs = context.site.settings.motifs
    return next((motif.credit for motif in motifs if motif.id == band), None)


def predecessors(context: Context, unit: str) -> list[str]:
    """Return the units whose successor ``unit`` is."""
    return [name for name, entry in context.site.units.items() if unit in entry.successors]


def choices(_: Context, item: QuizItem) -> list[Localized]:
    """Return the four choices in an order that looks shuffled and is the same in every build."""

    def key(choice: Localized) -> str:
        return hashlib.sha256(f"{item.id} {choice.vi}".encode()).hexdigest()

    return sorted((item.right, *item.wrong), key=key)


def by_letter(context: Context, terms: Iterable[Term]) -> dict[str, list[Term]]:
    """Return the terms by the first letter of their name, folded: Đ stands with D."""
    named = sorted(terms, key=lambda term: (fold(context.plain(term.term)).lower(), term.id))
    letters: dict[str, list[Term]] = {}
    for term in named:
        letters.setdefault(fold(context.plain(term.term))[0].upper(), []).append(term)
    return letters


def group_title(context: Context, group: SourceGroup) -> str:
    """Name a group of sources: “Báo chí, 2015–2019”."""
    kind = context.words(f"source_kind.{group.kind}")
    if group.kind != "press":
        return kind
    if group.last is None:
        return f"{kind}, {context.words('sources.undated')}"
    if group.first is None:
        return f"{kind}, {context.words('sources.until', year=group.last)}"
    if group.last == OPEN_END:
        return f"{kind}, {context.words('sources.after', year=group.first)}"
    span = str(group.last) if group.first == group.last else f"{group.first}–\u2060{group.last}"
    return f"{kind}, {span}"


LOOKUPS: Mapping[str, Callable[..., Any]] = {
    "authored_using": authored_using,
    "by_honour": by_honour,
    "by_letter": by_letter,
    "by_year": by_year,
    "choices": choices,
    "credit_of": credit_of,
    "description_url": description_url,
    "edition": edition,
    "group_title": group_title,
    "linked": linked,
    "nearby": nearby,
    "page_exists": page_exists,
    "page_title": page_title,
    "photographs": photographs,
    "predecessors": predecessors,
    "publishers": publishers,
    "related_events": related_events,
    "same_honour": same_honour,
    "see_url": see_url,
    "values_url": values_url,
}
