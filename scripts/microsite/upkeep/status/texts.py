"""How much is written, section by section, and what is still empty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from microsite.check.content import Content, Located
from microsite.marks import outside_code, parse_block, strip_inline
from microsite.model.page import AuthoredPage
from microsite.model.site import COLLECTIONS
from microsite.model.translation import localized_in
from microsite.upkeep.kinds import ASKED_TOO
from microsite.upkeep.status.scope import HOME, Scope


@dataclass(frozen=True)
class SectionTexts:
    """The pages that people wrote in a section, by language; the home page has no section."""

    section: str
    pages: dict[str, int]
    words: dict[str, int]
    longest_summary: dict[str, int]


@dataclass(frozen=True)
class CollectionTexts:
    """A collection: its entries, its texts, and how many texts each language lacks."""

    collection: str
    entries: int
    texts: int
    untranslated: dict[str, int]


@dataclass(frozen=True)
class EmptyField:
    """A field worth filling that some entries leave empty."""

    collection: str
    field: str
    empty: int
    entries: int


@dataclass(frozen=True)
class TextsStatus:
    """Sections, collections, and fields that are still empty."""

    sections: tuple[SectionTexts, ...]
    collections: tuple[CollectionTexts, ...]
    empty: tuple[EmptyField, ...]


def look_at_texts(content: Content, scope: Scope) -> TextsStatus:
    """Count pages, words and texts."""
    languages = content.settings.languages if content.settings else ()
    entries = {
        name: list(content.of(name))
        for name in COLLECTIONS
        if scope.has(name) and any(content.of(name))
    }
    return TextsStatus(
        tuple(_sections(content, scope, languages)),
        tuple(_collection(name, found, languages[1:]) for name, found in entries.items()),
        tuple(_empty(entries)),
    )


def count_words(page: AuthoredPage) -> int:
    """Return the words of a page's body, without citations, figures, lists and code."""
    return sum(
        len(strip_inline(line).split())
        for line, outside in outside_code(page.body.split("\n"))
        if outside and parse_block(line) is None
    )


def _sections(content: Content, scope: Scope, languages: tuple[str, ...]) -> Iterator[SectionTexts]:
    found: dict[str, list[AuthoredPage]] = {}
    for page in (one.page for one in content.pages if scope.has_page(one.page.path)):
        found.setdefault(scope.section_of(page.path), []).append(page)
    for section in (HOME, *scope.sections):
        if section not in found:
            continue
        of = {lang: [one for one in found[section] if one.lang == lang] for lang in languages}
        yield SectionTexts(
            section,
            {lang: len(pages) for lang, pages in of.items()},
            {lang: sum(map(count_words, pages)) for lang, pages in of.items()},
            {lang: max(map(_summary_words, pages), default=0) for lang, pages in of.items()},
        )


def _summary_words(page: AuthoredPage) -> int:
    return len(strip_inline(page.meta.summary).split())


def _collection(name: str, entries: list[Located], translated: tuple[str, ...]) -> CollectionTexts:
    texts = [text for entry in entries for _, text in localized_in(entry.value)]
    lacking = {lang: sum(text.get(lang) is None for text in texts) for lang in translated}
    return CollectionTexts(name, len(entries), len(texts), lacking)


def _empty(entries: dict[str, list[Located]]) -> Iterator[EmptyField]:
    counts: Counter[tuple[str, str]] = Counter()
    for path in sorted(ASKED_TOO):
        collection, _, field = path.partition(".")
        for entry in entries.get(collection, ()):
            counts[collection, field] += getattr(entry.value, field) in (None, ())
    for (collection, field), empty in counts.items():
        if empty:
            yield EmptyField(collection, field, empty, len(entries[collection]))
