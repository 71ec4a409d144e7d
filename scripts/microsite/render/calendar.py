"""The year as people keep it: what comes round in which month, by the moon and by the sun."""

from __future__ import annotations

from typing import Any, get_args

from microsite.marks import Directive
from microsite.model.culture import CultureItem, Season
from microsite.render.context import Context
from microsite.render.filters import select

Month = tuple[str, list[CultureItem]]


def year_round(context: Context, directive: Directive) -> dict[str, Any]:
    """Gather what has a season, month by month; a month between two with nothing stays empty.

    The moon's year and the sun's stand apart, since nobody can say which day of the one falls on
    which day of the other.
    """
    found: list[CultureItem] = select(context, "culture", directive.options)
    years: dict[str, list[Month]] = {}
    for calendar in get_args(Season.model_fields["calendar"].annotation):
        months: dict[int, list[CultureItem]] = {}
        for entry in found:
            if entry.season and entry.season.calendar == calendar:
                months.setdefault(entry.season.month, []).append(entry)
        if months:
            names = context.words(f"season.{calendar}_months").split(", ")
            span = range(min(months), max(months) + 1)
            years[calendar] = [(names[month - 1], months.get(month, [])) for month in span]
    return {"years": years}
