"""Sources that nothing cites, and how old the documents behind the links are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from microsite.check.content import Content, strings_in
from microsite.marks import Citation, parse_inline
from microsite.model.base import Prose, Ref
from microsite.model.source import Source
from microsite.upkeep.status.scope import Scope

_SOURCES = "sources"


@dataclass(frozen=True)
class Unused:
    """A source that no entry, page or setting names."""

    id: str
    title: str
    file: str


@dataclass(frozen=True)
class YearOfSources:
    """The documents of one year; of those without a date ``year`` is None."""

    year: int | None
    sources: int
    linked: int


@dataclass(frozen=True)
class SourcesStatus:
    """All sources, those that nobody uses, and the rest by the year of the document."""

    total: int
    linked: int
    unused: tuple[Unused, ...]
    years: tuple[YearOfSources, ...]


def look_at_sources(content: Content, scope: Scope) -> SourcesStatus:
    """Return what the register of sources holds; nothing when it is out of scope."""
    if not scope.has(_SOURCES):
        return SourcesStatus(0, 0, (), ())
    cited = set(_cited(content))
    sources = [
        (entry.value, entry.file)
        for entry in content.of(_SOURCES)
        if isinstance(entry.value, Source)
    ]
    unused = (Unused(one.id, one.title, file) for one, file in sources if one.id not in cited)
    years: dict[int | None, list[Source]] = {}
    for one, _ in sources:
        years.setdefault(_year(one), []).append(one)
    oldest_first = sorted(years.items(), key=lambda item: (item[0] is None, item[0] or 0))
    return SourcesStatus(
        len(sources),
        sum(_is_linked(one) for one, _ in sources),
        tuple(sorted(unused, key=lambda one: (one.file, one.id))),
        tuple(
            YearOfSources(year, len(found), sum(map(_is_linked, found)))
            for year, found in oldest_first
        ),
    )


def _is_linked(source: Source) -> bool:
    return source.url is not None and source.public_link


def _year(source: Source) -> int | None:
    if source.date is None:
        return None
    moment = source.date.start or source.date.end
    return moment.year if moment else None


def _cited(content: Content) -> Iterator[str]:
    for entry in content.entries:
        for _, text, marks in strings_in(entry.value):
            if any(isinstance(mark, Ref) and mark.collection == _SOURCES for mark in marks):
                yield text
            elif any(isinstance(mark, Prose) for mark in marks):
                yield from _in_text(text)
    for page in content.pages:
        yield from _in_text(f"{page.page.meta.summary} {page.page.meta.figure or ''}")
    for raw in content.raw_pages:
        for _, line in raw.lines:
            yield from _in_text(line)
    for path, text, _ in strings_in(content.settings):
        yield from (text,) if _SOURCES in path else _in_text(text)


def _in_text(text: str) -> Iterator[str]:
    for mark in parse_inline(text) if "[@" in text else ():
        if isinstance(mark, Citation):
            yield from mark.sources
