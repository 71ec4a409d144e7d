"""Activities to rows with a head, for tables of every kind; and as CSV."""

from __future__ import annotations

from collections.abc import Sequence

from microsite.model.activity import Activity
from microsite.report.naming import Naming
from microsite.tabular import as_words, plain, write_rows
from microsite.wording.numbers import format_number

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


def csv_table(activities: Sequence[Activity], naming: Naming, version: str) -> bytes:
    """Return the activities as CSV that Vietnamese Excel opens: UTF-8 with BOM, CRLF.

    Numbers have a decimal comma and no marks of thousands; the last column is the version.
    """
    top = [*head(naming), naming.words("reporting.column.version")]
    return write_rows([top, *([*map(_written, row(one, naming)), version] for one in activities)])


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    return str(cell).replace(".", ",") if isinstance(cell, float) else str(cell)


def shown(number: float) -> str:
    """Return a quantity as people read it: 1.250,5."""
    return format_number(number, "vi", decimals=2)
