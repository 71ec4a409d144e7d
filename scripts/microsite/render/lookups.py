"""What templates ask about the rest of the site."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from microsite.model.base import Localized
from microsite.model.event import Event
from microsite.model.learning import QuizItem, Term
from microsite.render.context import Context
from microsite.render.registers import OPEN_END, SourceGroup
from microsite.wording.fold import fold


def by_date(events: Iterable[Event]) -> list[Event]:
    """Return events in order of time; on the same day by id."""
    return sorted(events, key=lambda event: (event.date.first, event.date.last, event.id))


def related_events(context: Context, collection: str, identifier: str) -> list[Event]:
    """Return the events that name an entry, in order of time."""
    names = context.shared.backlinks.to(collection, identifier, "events")
    return by_date(context.site.events[name] for name in names)


def linked(
    context: Context, collection: str, identifier: str, pointing: str
) -> list[tuple[str, str]]:
    """Return (id, title) of the entries in ``pointing`` that name an entry."""
    names = context.shared.backlinks.to(collection, identifier, pointing)
    entries = getattr(context.site, pointing)
    return [(name, entry_title(context, entries[name])) for name in names]


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
    return [(path, page_title(context, path)) for path in paths]


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
    "by_letter": by_letter,
    "choices": choices,
    "description_url": description_url,
    "group_title": group_title,
    "linked": linked,
    "page_exists": page_exists,
    "page_title": page_title,
    "predecessors": predecessors,
    "related_events": related_events,
    "see_url": see_url,
    "values_url": values_url,
}
