"""The tables as one workbook (Office Open XML) for Excel and LibreOffice."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from math import ceil
from typing import Any

from microsite.offer.tables import Table
from microsite.wording.catalog import Words

_WIDEST, _NARROWEST = 60, 8
_HEAD = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 2}
_LARGE = {"bold": True, "font_size": 16, "text_wrap": True, "valign": "top"}
_LINE, _ROW = 100, 16  # letters in a line, points of a row


def write_workbook(
    tables: Sequence[Table], lines: Sequence[str], words: Mapping[str, Words], day: date
) -> bytes:
    """Return the workbook: a sheet to read first, made of ``lines``, and one for each table.

    Sheets are called in the first of the languages; heads of columns are in all of them, under the
    name that the CSV file has. ``day`` is the date of the content: equal content, equal bytes.
    """
    import xlsxwriter  # noqa: PLC0415 — slow to load, and most builds change no table

    out = io.BytesIO()
    first = next(iter(words.values()))
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties(
        {"title": lines[0], "created": datetime(day.year, day.month, day.day, tzinfo=UTC)}
    )
    sheet = book.add_worksheet(first("open_data.read_me"))
    sheet.set_column(0, 0, _LINE)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    large, plain = book.add_format(_LARGE), book.add_format({"text_wrap": True, "valign": "top"})
    for row, line in enumerate(lines):
        # not every program grows a row with its text by itself
        sheet.set_row(row, _ROW * (2 if row == 0 else ceil(len(line) / (_LINE - 10))))
        sheet.write_string(row, 0, line, large if row == 0 else plain)
    for table in tables:
        _add(book, table, first(f"open_data.sheet_{table.name}"), words)
    book.close()
    return out.getvalue()


def _add(book: Any, table: Table, name: str, words: Mapping[str, Words]) -> None:
    sheet = book.add_worksheet(name)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    sheet.set_row(0, _ROW * (len(words) + 2))
    head = book.add_format(_HEAD)
    for at, column in enumerate(table.columns):
        said = [words[column.lang]] if column.lang else list(words.values())
        heads = "\n".join([column.name, *(_first_words(say(column.meaning)) for say in said)])
        sheet.write_string(0, at, heads, head)
        longest = max((len(str(row[at] or "")) for row in table.rows), default=0)
        sheet.set_column(at, at, min(_WIDEST, max(_NARROWEST, longest + 2, len(column.name) + 4)))
    for line, row in enumerate(table.rows, start=1):
        for at, cell in enumerate(row):
            if isinstance(cell, bool):
                sheet.write_boolean(line, at, cell)
            elif isinstance(cell, str):
                sheet.write_string(line, at, cell)
            elif cell is not None:
                sheet.write_number(line, at, cell)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.columns) - 1)


def _first_words(meaning: str) -> str:
    """Return the beginning of what a column means: enough over its cells."""
    return meaning.partition(":")[0].partition(";")[0]
