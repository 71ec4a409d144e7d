"""What only the home page shows: the anniversaries, the doors, the days of the year, the latest."""

from __future__ import annotations

from typing import Any

from microsite.marks import Directive
from microsite.model.event import Event
from microsite.render.context import Context
from microsite.render.lookups import by_date

LATEST = 4


def anniversaries(context: Context, _: Directive) -> dict[str, Any]:
    """Return the anniversaries, the longest first, each with its length in parts of the longest."""
    found = sorted(context.site.settings.anniversaries, key=lambda entry: -entry.years)
    longest = found[0].years if found else 1
    rows = [(entry, round(100 * entry.years / longest)) for entry in found]
    return {"rows": rows}


def doors(context: Context, _: Directive) -> dict[str, Any]:
    """Return every section with the credit of its band."""
    settings = context.site.settings
    credits_ = {motif.id: motif.credit for motif in settings.motifs}
    return {"doors": [(section, credits_.get(section.band)) for section in settings.sections]}


def days(context: Context, _: Directive) -> dict[str, Any]:
    """Return one event for each month and day, in the order of the year."""
    found: dict[tuple[int, int], Event] = {}
    for event in by_date(context.site.events.values()):
        start = event.date.start
        if start and start.month and start.day and not event.date.is_interval:
            found.setdefault((start.month, start.day), event)
    return {"days": sorted(found.items())}


def latest(context: Context, _: Directive) -> dict[str, Any]:
    """Return the latest events, the newest first."""
    return {"events": by_date(context.site.events.values())[: -LATEST - 1 : -1]}
