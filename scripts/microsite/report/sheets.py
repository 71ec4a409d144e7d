"""A spreadsheet of an office, CSV or XLSX, to lines of cells; nothing is understood yet."""

from __future__ import annotations

import csv
import io
import unicodedata
import zipfile
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

_SEPARATORS = ";,\t"
MAX_BYTES = 5_000_000
MAX_LINES = 5_000


class UnreadableError(Exception):
    """A file that is no table; carries the key of the words that say what to do."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True)
class SheetLine:
    """One line: its number as the program shows it, and its cells as text."""

    number: int
    cells: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(self.cells)


def read_sheet(path: Path) -> tuple[SheetLine, ...]:
    """Return the lines of the first sheet, the head first. Raises UnreadableError."""
    if not path.is_file():
        raise UnreadableError("no_file")
    if path.stat().st_size > MAX_BYTES:
        raise UnreadableError("too_large")
    readers = {".csv": _csv_lines, ".txt": _csv_lines, ".xlsx": _xlsx_lines}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise UnreadableError("kind")
    lines = reader(path.read_bytes())
    if not any(not line.is_empty for line in lines):
        raise UnreadableError("empty")
    return lines


def _csv_lines(raw: bytes) -> tuple[SheetLine, ...]:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError("encoding") from error
    if "\0" in text:
        raise UnreadableError("encoding")
    first = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    lines: list[SheetLine] = []
    start = 1
    try:
        for cells in reader:
            lines.append(SheetLine(start, tuple(map(_tidy, cells))))
            start = reader.line_num + 1
            _refuse_length(len(lines))
    except csv.Error as error:
        raise UnreadableError("broken") from error
    return tuple(lines)


def _xlsx_lines(raw: bytes) -> tuple[SheetLine, ...]:
    try:
        book = load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        lines: list[SheetLine] = []
        for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
            lines.append(SheetLine(number, tuple(map(_written, cells))))
            _refuse_length(len(lines))
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, IndexError) as error:
        raise UnreadableError("broken") from error
    while lines and lines[-1].is_empty:
        lines.pop()
    return tuple(lines)


def _refuse_length(count: int) -> None:
    if count > MAX_LINES:
        raise UnreadableError("too_long")


def _written(cell: object) -> str:
    """Write a cell as an office would: whole numbers plain, others with a comma."""
    match cell:
        case None:
            return ""
        case bool():
            return str(cell)
        case float():
            return f"{int(cell)}" if cell == int(cell) else f"{cell!r}".replace(".", ",")
        case datetime() | date():
            # a spreadsheet makes a day of 01/2024: the first of that month
            return f"{cell.month:02}/{cell.year}" if cell.day == 1 else f"{cell:%d/%m/%Y}"
    return _tidy(str(cell))


def _tidy(text: str) -> str:
    # some systems write marks beside their letters; our files hold them together (V1)
    return unicodedata.normalize("NFC", " ".join(text.split()))
