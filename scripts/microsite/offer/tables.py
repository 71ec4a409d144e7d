"""All figures as three tables: the readings, the indicators, the sources that give them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from microsite.model.base import Localized
from microsite.model.indicator import Indicator, IndicatorField, Qualifier, Reading
from microsite.model.source import Source, SourceKind
from microsite.render.context import Context
from microsite.render.offered import page_address
from microsite.tabular import as_words, plain, write_rows

ColumnType = Literal["string", "integer", "year", "number", "boolean", "date"]
Cell = str | int | float | bool | None


@dataclass(frozen=True)
class Column:
    """A column; ``word`` names what it means in the word catalogues, ``lang`` the language that
    its text is in, where it is in one; ``choices`` are all the values it can have.
    """

    name: str
    type: ColumnType = "string"
    word: str = ""
    lang: str = ""
    choices: tuple[str, ...] = ()
    required: bool = False

    @property
    def meaning(self) -> str:
        """The key of the words that say what it is."""
        return f"open_data.is.{self.word or self.name}"


@dataclass(frozen=True)
class Table:
    """A table; ``key`` is its primary key, ``refers`` a column whose values are another's ids."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    key: str = ""
    refers: tuple[str, str] | None = None


def make_tables(contexts: Mapping[str, Context]) -> tuple[Table, ...]:
    """Return the tables; an indicator whose page is withdrawn is in none of them."""
    context = next(iter(contexts.values()))
    shown = [
        one
        for one in context.site.indicators.values()
        if not context.withdraws_entry("indicators", one.id)
    ]
    cited = {name for one in shown for reading in one.series for name in reading.cited}
    sources = [one for name, one in context.site.sources.items() if name in cited]
    return (
        Table(
            "readings",
            _readings_columns(contexts),
            tuple(_reading(one, reading, contexts) for one in shown for reading in one.series),
            refers=("indicator", "indicators"),
        ),
        Table(
            "indicators",
            _indicators_columns(contexts),
            tuple(_indicator(one, contexts) for one in shown),
            key="id",
        ),
        Table("sources", _SOURCES, tuple(map(_source, sources)), key="id"),
    )


def write_csv(table: Table) -> bytes:
    """Return a table as CSV (RFC 4180, UTF-8 without mark, so that every program reads it)."""
    rows = ([_written(cell) for cell in row] for row in table.rows)
    return write_rows([[column.name for column in table.columns], *rows], for_excel=False)


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, str):
        return as_words(cell)
    return str(cell)


def _each(name: str, contexts: Mapping[str, Context]) -> Iterator[Column]:
    for lang in contexts:
        yield Column(f"{name}_{lang}", word=name, lang=lang)


def _readings_columns(contexts: Mapping[str, Context]) -> tuple[Column, ...]:
    return (
        Column("indicator", required=True),
        *_each("name", contexts),
        Column("field", choices=get_args(IndicatorField), required=True),
        Column("year", "year", required=True),
        Column("value", "number", required=True),
        Column("qualifier", choices=get_args(Qualifier), required=True),
        Column("preferred", "boolean", required=True),
        Column("period"),
        *_each("unit", contexts),
        Column("sources", required=True),
        *_each("note", contexts),
    )


def _reading(
    indicator: Indicator, reading: Reading, contexts: Mapping[str, Context]
) -> tuple[Cell, ...]:
    return (
        indicator.id,
        *_said(indicator.name, contexts),
        indicator.field,
        reading.year,
        plain(reading.value),
        reading.qualifier,
        reading in indicator.preferred,
        str(reading.period) if reading.period else None,
        *_said(indicator.unit, contexts),
        " ".join(reading.cited),
        *_said(reading.note, contexts),
    )


def _indicators_columns(contexts: Mapping[str, Context]) -> tuple[Column, ...]:
    return (
        Column("id", required=True),
        *_each("name", contexts),
        Column("field", choices=get_args(IndicatorField), required=True),
        *_each("definition", contexts),
        *_each("unit", contexts),
        Column("better", choices=("up", "down", "none"), required=True),
        Column("decimals", "integer", required=True),
        Column("price_basis", choices=("current", "constant")),
        *_each("territory", contexts),
        Column("breaks"),
        *_each("differs", contexts),
        Column("confidence", choices=("high", "medium", "low")),
        Column("page", required=True),
    )


def _indicator(indicator: Indicator, contexts: Mapping[str, Context]) -> tuple[Cell, ...]:
    context = next(iter(contexts.values()))
    settings = context.site.settings
    page, _ = context.shared.registers.place("indicators", indicator.id)
    return (
        indicator.id,
        *_said(indicator.name, contexts),
        indicator.field,
        *_said(indicator.definition, contexts),
        *_said(indicator.unit, contexts),
        indicator.better,
        indicator.decimals,
        indicator.price_basis,
        *_said(indicator.territory or settings.territory, contexts),
        " ".join(str(cut.year) for cut in indicator.breaks) or None,
        *_said(indicator.differs, contexts),
        indicator.confidence,
        settings.address_of(page_address(context, page)),
    )


_SOURCES = (
    Column("id", required=True),
    Column("title", required=True),
    Column("publisher", required=True),
    Column("date"),
    Column("kind", choices=get_args(SourceKind), required=True),
    Column("url"),
)


def _source(source: Source) -> tuple[Cell, ...]:
    return (
        source.id,
        source.title,
        source.publisher,
        str(source.date) if source.date else None,
        source.kind,
        source.url if source.public_link else None,
    )


def _said(words: Localized | None, contexts: Mapping[str, Context]) -> list[str | None]:
    """Return words in every language, written out; what is not translated stays empty."""
    found: list[str | None] = []
    for lang, context in contexts.items():
        text = words.get(lang) if words else None
        found.append(context.said(text) if text else None)
    return found
