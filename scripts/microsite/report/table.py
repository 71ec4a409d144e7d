"""Activities to rows with a head, for tables of every kind; and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from microsite.model.activity import Activity
from microsite.report.naming import Naming
from microsite.wording.numbers import format_number

_BOM = b"\xef\xbb\xbf"  # without it Excel takes the letters for another encoding

_FORMULAS = ("=", "+", "-", "@")

COLUMNS = (
    *("unit", "channel", "activity", "quantity", "measure", "people", "basis"),
    *("language", "period", "evidence", "reporter"),
)
"""The columns of every table, in order; ``report.column.*`` names them."""

Cell = str | float | int | None


def head(naming: Naming) -> list[str]:
    """Return the names of the columns."""
    return [naming.words(f"reporting.column.{name}") for name in COLUMNS]


def row(activity: Activity, naming: Naming) -> list[Cell]:
    """Return an activity as cells; numbers stay numbers."""
    audience = activity.audience
    return [
        naming.unit(activity.unit),
        naming.channel(activity.channel),
        as_words(activity.activity),
        plain(activity.quantity),
        naming.measure(activity.measure),
        audience.people if audience else None,
        naming.basis(audience.basis) if audience else None,
        naming.language(activity.language),
        naming.period(activity.period),
        as_words(activity.evidence),
        as_words(activity.reporter) if activity.reporter else None,
    ]


def as_words(text: str) -> str:
    """Return ``text`` so that no spreadsheet takes it for a formula, whoever sent it."""
    return f"'{text}" if text.startswith(_FORMULAS) else text


def plain(number: float) -> float | int:
    """Return a whole number as one."""
    return int(number) if number == int(number) else number


def csv_table(activities: Sequence[Activity], naming: Naming, version: str) -> bytes:
    """Return the activities as CSV that Vietnamese Excel opens: UTF-8 with BOM, CRLF.

    Numbers have a decimal comma and no marks of thousands; the last column is the version.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*head(naming), naming.words("reporting.column.version")])
    for activity in activities:
        writer.writerow([*map(_written, row(activity, naming)), version])
    return _BOM + out.getvalue().encode("utf-8")


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    return str(cell).replace(".", ",") if isinstance(cell, float) else str(cell)


def shown(number: float) -> str:
    """Return a quantity as people read it: 1.250,5."""
    return format_number(number, "vi", decimals=2)
