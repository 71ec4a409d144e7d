"""A workbook for offices to fill in: the right head, lists to choose from, an explanation."""

from __future__ import annotations

from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from microsite.model.activity import CHANNELS, MEASURES
from microsite.model.media import LANGUAGES
from microsite.report.naming import Naming
from microsite.report.table import COLUMNS
from microsite.report.workbook import book_bytes, fill_rows

_LINES = 500  # that have lists; more can be written


def blank_workbook(naming: Naming, version: str, day: date) -> bytes:
    """Return the empty workbook that the import understands."""
    book, words = Workbook(), naming.words
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = words("reporting.sheet.rows")
    fill_rows(sheet, [], naming)
    for letter in (get_column_letter(COLUMNS.index(name) + 1) for name in ("period", "evidence")):
        for line in range(2, _LINES + 2):
            sheet[f"{letter}{line}"].number_format = "@"  # else Excel makes a day of 01/2024
    lists = book.create_sheet(words("reporting.sheet.lists"))
    for column, (name, choices) in enumerate(_choices(naming).items(), 1):
        letter = get_column_letter(column)
        lists[f"{letter}1"] = words(f"reporting.column.{name}")
        lists[f"{letter}1"].font = Font(bold=True)
        for line, choice in enumerate(choices, 2):
            lists[f"{letter}{line}"] = choice
        lists.column_dimensions[letter].width = 34
        told = DataValidation(
            type="list", formula1=f"='{lists.title}'!${letter}$2:${letter}${len(choices) + 1}"
        )
        wanted = get_column_letter(COLUMNS.index(name) + 1)
        told.add(f"{wanted}2:{wanted}{_LINES + 1}")
        sheet.add_data_validation(told)
    how = book.create_sheet(words("reporting.sheet.how"))
    for told_line in words("reporting.how").strip().split("\n"):
        how.append([told_line])
    how.append([words("reporting.blank", version=version, day=f"{day:%d/%m/%Y}")])
    how.column_dimensions["A"].width = 110
    for (cell,) in how.iter_rows():
        cell.alignment = Alignment(wrap_text=True)
    return book_bytes(book, words("reporting.title"), day)


def _choices(naming: Naming) -> dict[str, list[str]]:
    words = naming.words
    return {
        "unit": [unit.latest.name.vi for unit in naming.site.units.values()],
        "channel": [naming.channel(one) for one in CHANNELS],
        "measure": [naming.measure(one) for one in MEASURES],
        "basis": [naming.basis(one) for one in ("counted", "estimated")],
        "language": [words(f"language.{one}") for one in LANGUAGES],
    }
