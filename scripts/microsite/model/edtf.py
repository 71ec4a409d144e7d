"""Dates as historians write them: a day, a month, a year, about a year, or an interval.

The accepted forms are the part of EDTF (ISO 8601-2:2019, annex A) that the site needs:
``1909-06-28``, ``1953-12``, ``1909``, ``2000~``, ``A/B``, ``A/`` (end unknown), ``A/..`` (open),
``/B``.
A library for full EDTF would accept a hundred forms that no page could print.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

_MOMENT = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<circa>~)?")
# the same as a pattern of JSON Schema; only the calendar knows that February is short
_ONE = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?~?"
WRITTEN = rf"^({_ONE}|{_ONE}/({_ONE}|\.\.)?|/{_ONE})$"

Bound = Literal["known", "unknown", "open"]


@dataclass(frozen=True)
class Moment:
    """A point in time as precisely as it is known."""

    year: int
    month: int | None = None
    day: int | None = None
    circa: bool = False

    @property
    def first(self) -> date:
        """The earliest day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part]
        return "-".join(parts) + ("~" if self.circa else "")


@dataclass(frozen=True)
class Edtf:
    """A date or an interval. ``end`` is None for a single date; bounds may be unknown or open."""

    start: Moment | None
    end: Moment | None = None
    is_interval: bool = False
    end_bound: Bound = "known"

    @property
    def first(self) -> date:
        """The earliest day it can mean; the year 1 when the start is unknown."""
        return self.start.first if self.start else date.min

    @property
    def last(self) -> date:
        """The latest day it can mean; the year 9999 when the end is unknown or open."""
        if not self.is_interval:
            return self.start.last if self.start else date.max
        return self.end.last if self.end else date.max

    def covers(self, day: date) -> bool:
        """Whether ``day`` lies in the interval; both ends belong to it."""
        return self.first <= day <= self.last

    def __str__(self) -> str:
        if not self.is_interval:
            return str(self.start)
        end = ".." if self.end_bound == "open" else str(self.end or "")
        return f"{self.start or ''}/{end}"


def parse_edtf(text: str) -> Edtf:
    """Parse one of the accepted forms. Raises ValueError on anything else, also on 31 February."""
    if "/" not in text:
        return Edtf(_moment(text))
    start, _, end = text.partition("/")
    if end == "..":
        return Edtf(_moment(start), None, is_interval=True, end_bound="open")
    edtf = Edtf(
        _moment(start) if start else None,
        _moment(end) if end else None,
        is_interval=True,
        end_bound="known" if end else "unknown",
    )
    if not start and not end:
        raise ValueError(text)
    if edtf.start and edtf.end and edtf.start.first > edtf.end.last:
        raise ValueError(text)
    return edtf


def _moment(text: str) -> Moment:
    found = _MOMENT.fullmatch(text)
    if found is None:
        raise ValueError(text)
    month, day = found["month"], found["day"]
    moment = Moment(
        int(found["year"]),
        int(month) if month else None,
        int(day) if day else None,
        bool(found["circa"]),
    )
    if month == "00" or day == "00":
        raise ValueError(text)
    _ = moment.first, moment.last  # an impossible day or month is refused by the calendar itself
    return moment


def _validate(value: object) -> Edtf:
    if isinstance(value, Edtf):
        return value
    try:
        return parse_edtf(str(value))
    except ValueError as error:
        raise PydanticCustomError("edtf", "not a date") from error


EdtfDate = Annotated[
    Edtf,
    PlainValidator(_validate),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        # a reader of YAML takes a bare year for a number
        {"type": ["string", "integer"], "pattern": WRITTEN, "minimum": 1000, "maximum": 9999}
    ),
]
