"""Rows to CSV (RFC 4180), for every program that opens it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

_BOM = b"\xef\xbb\xbf"  # without it Excel takes the letters for another encoding
# a text that begins so is a formula to a spreadsheet program; an apostrophe makes it text again
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def write_rows(rows: Iterable[Sequence[object]], *, for_excel: bool = True) -> bytes:
    """Return ``rows`` as CSV in UTF-8 with CRLF; with its mark ``for_excel``."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return (_BOM if for_excel else b"") + out.getvalue().encode("utf-8")


def as_words(text: str) -> str:
    """Return ``text`` so that no spreadsheet takes it for a formula, whoever wrote it."""
    return f"'{text}" if text.startswith(_FORMULAS) else text


def plain(number: float) -> float | int:
    """Return a whole number as one."""
    return int(number) if number == int(number) else number
