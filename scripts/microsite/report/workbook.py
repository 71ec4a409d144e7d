"""Activities to a workbook: the rows, and totals as formulas that follow the rows."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date, datetime

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from microsite.model.activity import Activity
from microsite.model.totals import totals_by
from microsite.publish.bundle import zip_files
from microsite.report.naming import Naming, View, views_of
from microsite.report.table import COLUMNS, Cell, head, row

_FONT = "Times New Roman"
_LINE = Side(style="thin", color="999999")
_BOX = Border(_LINE, _LINE, _LINE, _LINE)
_HEAD = PatternFill("solid", fgColor="E8EDF4")
_WIDTHS = {"unit": 24, "channel": 26, "activity": 34, "evidence": 36, "reporter": 24}
_USUAL_WIDTH = 15
_FIRST = 2  # rows under the head start here
_NUMBER = "#,##0.##"
_COUNT = "#,##0"
_QUANTITY = 3  # the column of quantities among totals
_SAVED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def workbook(activities: Sequence[Activity], naming: Naming, version: str, day: date) -> bytes:
    """Return the workbook; equal activities give equal bytes."""
    book = Workbook()
    words = naming.words
    rows = book.active
    assert isinstance(rows, Worksheet)
    rows.title = words("reporting.sheet.rows")
    fill_rows(rows, [row(one, naming) for one in activities], naming)
    for view in views_of(activities, naming):
        sheet = book.create_sheet(words(f"reporting.sheet.{view.id}"))
        _totals(sheet, rows, view, activities, naming)
    about = book.create_sheet(words("reporting.sheet.about"))
    about.append([words("reporting.foot", version=version, day=f"{day:%d/%m/%Y}")])
    about.append([words("reporting.sources")])
    about.append([words("reporting.separate")])
    about.column_dimensions["A"].width = 110
    for (cell,) in about.iter_rows():
        cell.font, cell.alignment = Font(name=_FONT, size=12), Alignment(wrap_text=True)
    return book_bytes(book, words("reporting.title"), day)


def fill_rows(sheet: Worksheet, rows: Sequence[Sequence[Cell]], naming: Naming) -> None:
    """Write the head and ``rows`` into ``sheet``, with a filter and a head that stays."""
    _head(sheet, head(naming))
    for cells in rows:
        sheet.append(list(cells))
    for index, name in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(index)].width = _WIDTHS.get(name, _USUAL_WIDTH)
    for cells_of in sheet.iter_rows(min_row=_FIRST, max_row=max(sheet.max_row, _FIRST)):
        for cell, name in zip(cells_of, COLUMNS, strict=False):
            cell.font, cell.border = Font(name=_FONT, size=12), _BOX
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if name in ("quantity", "people"):
                cell.number_format = _NUMBER if name == "quantity" else _COUNT
    _print_whole(sheet)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{max(sheet.max_row, 1)}"


def _head(sheet: Worksheet, names: Sequence[str]) -> None:
    sheet.append(list(names))
    for cell in sheet[1]:
        cell.font, cell.fill, cell.border = Font(name=_FONT, size=12, bold=True), _HEAD, _BOX
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
    sheet.freeze_panes = "A2"


def _totals(
    sheet: Worksheet,
    rows: Worksheet,
    view: View,
    activities: Sequence[Activity],
    naming: Naming,
) -> None:
    """Write a line for each key and measure; SUMIFS never adds what is counted differently."""
    words = naming.words
    names = (f"view.{view.id}", *(f"column.{name}" for name in ("measure", "quantity")))
    _head(
        sheet,
        [
            *(words(f"reporting.{name}") for name in names),
            *(words(f"reporting.column.{name}") for name in ("counted", "estimated", "rows")),
        ],
    )
    last = max(rows.max_row, _FIRST)
    for total in totals_by(activities, view.key, view.order):
        line = sheet.max_row + 1
        keys = ((view.id, f"$A{line}"), ("measure", f"$B{line}"))
        asked = ",".join(f"{_range(rows, name, last)},{cell}" for name, cell in keys)
        people = _range(rows, "people", last)
        basis = _range(rows, "basis", last)
        sheet.append(
            [
                view.names[total.key],
                naming.measure(total.measure),
                f"=SUMIFS({_range(rows, 'quantity', last)},{asked})",
                f'=SUMIFS({people},{asked},{basis},"{naming.basis("counted")}")',
                f'=SUMIFS({people},{asked},{basis},"{naming.basis("estimated")}")',
                f"=COUNTIFS({asked})",
            ]
        )
    end = sheet.max_row
    sums = [f"=SUM({letter}{_FIRST}:{letter}{end})" for letter in "DEF"]
    sheet.append([words("reporting.total"), "", "", *sums])
    _finish(sheet)


def _range(rows: Worksheet, name: str, last: int) -> str:
    letter = get_column_letter(COLUMNS.index(name) + 1)
    return f"'{rows.title}'!${letter}${_FIRST}:${letter}${last}"


def _print_whole(sheet: Worksheet) -> None:
    """Print on A4 across, all columns on a page, the head on every page."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _finish(sheet: Worksheet) -> None:
    _print_whole(sheet)
    for letter, width in zip("ABCDEF", (34, 16, 16, 18, 18, 14), strict=True):
        sheet.column_dimensions[letter].width = width
    for cells in sheet.iter_rows(min_row=_FIRST):
        for cell in cells:
            is_last = cell.row == sheet.max_row
            cell.font, cell.border = Font(name=_FONT, size=12, bold=is_last), _BOX
            cell.number_format = _NUMBER if cell.column == _QUANTITY else _COUNT


def book_bytes(book: Workbook, title: str, day: date) -> bytes:
    """Return the file without the hour of saving."""
    made = datetime(day.year, day.month, day.day)  # noqa: DTZ001  the property has no zone
    book.properties.title, book.properties.creator = title, ""
    book.properties.created = made
    raw = io.BytesIO()
    book.save(raw)
    with zipfile.ZipFile(raw) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    stamp = f"{day.isoformat()}T00:00:00Z".encode()
    parts["docProps/core.xml"] = _SAVED.sub(
        rb"\g<1>" + stamp + rb"\g<2>", parts["docProps/core.xml"]
    )
    return zip_files(parts)
