"""The status of a project as tables in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from microsite.commands.tables import Table
from microsite.upkeep.status import Status
from microsite.upkeep.status.reviews import SOON
from microsite.upkeep.status.translations import STATES, Waiting
from microsite.wording.catalog import Words
from microsite.wording.dates import format_day
from microsite.wording.numbers import format_number

_OLDEST = 10
_TITLE = 60

Row = tuple[object, ...]


def tables(status: Status, words: Words) -> Iterator[Table]:
    """Yield the tables in the order in which an editor needs them."""
    yield _languages(status, words)
    yield _waiting(status, words)
    yield _reviews(status, words)
    yield _unused(status, words)
    yield _links(status, words)
    yield _sections(status, words)
    yield _collections(status, words)
    yield _empty(status, words)
    yield _readings(status, words)
    if not status.section:
        yield _hosting(status, words)


def _table(
    words: Words, name: str, heads: Iterable[str], rows: Iterable[Row], **values: object
) -> Table:
    """Make a table under its title ``name``, which ``values`` fill as they do what is said of none.

    Numbers are whole and stand to the right; a year is no number but a name.
    """
    kept = list(rows)
    numbers = {index for row in kept for index, cell in enumerate(row) if isinstance(cell, int)}
    return Table(
        words(f"status.{name}", **values),
        tuple(heads),
        tuple(tuple(_cell(cell, words) for cell in row) for row in kept),
        words(f"status.{name}_none", **values),
        frozenset(numbers),
    )


def _cell(cell: object, words: Words) -> str:
    if isinstance(cell, date):
        return format_day(cell, words.lang)
    return format_number(cell, words.lang) if isinstance(cell, int) else str(cell)


def _short(title: str) -> str:
    return title if len(title) <= _TITLE else title[: _TITLE - 1].rstrip() + "…"


def _heads(words: Words, *names: str) -> list[str]:
    return [words(f"status.{name}") for name in names]


def _in_each(words: Words, name: str, languages: Iterable[str]) -> list[str]:
    return [words(f"status.{name}", lang=lang) for lang in languages]


def _languages(status: Status, words: Words) -> Table:
    rows = [
        (
            one.lang,
            words(f"status.kind_{one.kind}"),
            one.total,
            *(one.states[state] for state in STATES),
        )
        for one in status.translations.counts
    ]
    states = (f"state_{state}" for state in STATES)
    return _table(words, "languages", _heads(words, "language", "kind", "total", *states), rows)


def _waiting(status: Status, words: Words) -> Table:
    rows = [
        (words(f"status.state_{one.state}"), one.name, _days(one, words), _to_do(one, words))
        for one in status.translations.waiting
    ]
    return _table(words, "translations", _heads(words, "state", "name", "dates", "to_do"), rows)


def _days(one: Waiting, words: Words) -> str:
    if one.source_reviewed is None or one.reviewed is None:
        return "–"
    days = (format_day(day, words.lang) for day in (one.source_reviewed, one.reviewed))
    return " → ".join(days)


def _to_do(one: Waiting, words: Words) -> str:
    if not one.repair:
        key = "write" if one.kind == "page" else "fill"
        return words(f"status.{key}", lang=one.lang, name=one.name, file=one.file)
    key = "compare_changed" if one.has_changed else "compare"
    return words(f"status.{key}", command=one.repair)


def _reviews(status: Status, words: Words) -> Table:
    rows = [
        (one.file, one.reviewed, one.due, one.days) for one in status.reviews if one.days <= SOON
    ]
    heads = _heads(words, "page", "reviewed", "due", "left")
    first = format_day(status.reviews[0].due, words.lang) if status.reviews else "–"
    return _table(words, "reviews", heads, rows, days=SOON, day=first)


def _unused(status: Status, words: Words) -> Table:
    rows = [(one.id, _short(one.title), one.file) for one in status.sources.unused]
    heads = _heads(words, "source", "source_title", "file")
    count = format_number(status.sources.total, words.lang)
    return _table(words, "unused", heads, rows, count=count)


def _links(status: Status, words: Words) -> Table:
    rows = [
        (
            str(one.year or words("status.undated")),
            one.sources,
            one.linked,
            one.sources - one.linked,
        )
        for one in status.sources.years
    ]
    return _table(words, "links", _heads(words, "year", "sources", "linked", "unlinked"), rows)


def _sections(status: Status, words: Words) -> Table:
    found = status.texts.sections
    languages = list(found[0].pages) if found else []
    heads = [
        *_heads(words, "section"),
        *_in_each(words, "pages_in", languages),
        *_in_each(words, "words_in", languages),
        *_in_each(words, "summary_in", languages),
    ]
    rows = [
        (
            one.section or words("status.home"),
            *one.pages.values(),
            *one.words.values(),
            *one.longest_summary.values(),
        )
        for one in found
    ]
    return _table(words, "sections", heads, rows)


def _collections(status: Status, words: Words) -> Table:
    found = status.texts.collections
    languages = list(found[0].untranslated) if found else []
    heads = [
        *_heads(words, "collection", "entries", "texts"),
        *_in_each(words, "untranslated_in", languages),
    ]
    rows = [(one.collection, one.entries, one.texts, *one.untranslated.values()) for one in found]
    return _table(words, "collections", heads, rows)


def _empty(status: Status, words: Words) -> Table:
    rows = [(f"{one.collection}.{one.field}", one.empty, one.entries) for one in status.texts.empty]
    return _table(words, "empty", _heads(words, "field", "empty_count", "entries"), rows)


def _readings(status: Status, words: Words) -> Table:
    rows = [
        (one.id, _short(one.names.get(words.lang, one.names["vi"])), str(one.year), one.age)
        for one in status.readings[:_OLDEST]
    ]
    heads = _heads(words, "indicator", "source_title", "last_year", "age")
    return _table(words, "readings", heads, rows)


def _hosting(status: Status, words: Words) -> Table:
    rows = [
        (
            words(f"status.host_{one.what.replace('-', '_')}"),
            format_day(one.day, words.lang) if one.day else "–",
            words(f"status.host_{one.what.replace('-', '_')}_do"),
        )
        for one in status.hosting
    ]
    return _table(words, "hosting", _heads(words, "host_need", "host_day", "to_do"), rows)
