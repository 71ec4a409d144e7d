"""What only the home page shows: the anniversaries, the doors, the days of the year, the latest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from microsite.identity import Peak, draw_heights
from microsite.marks import Directive
from microsite.model.culture import CultureItem, Height
from microsite.model.event import Event
from microsite.render.context import Context
from microsite.render.lookups import by_date
from microsite.render.timeline import marked_event

LATEST = 4
_TRIM = "trim"
_IN_A_ROW = 3


def anniversaries(context: Context, _: Directive) -> dict[str, Any]:
    """Return the anniversaries, the longest first, and how much lies before each, in per cent.

    They all end on the same day, so what lies before a bar makes its length true.
    """
    settings = context.site.settings
    found = sorted(settings.anniversaries, key=lambda entry: -entry.years)
    longest = found[0].years if found else 1
    rows = [(entry, round(100 * (1 - entry.years / longest), 3)) for entry in found]
    first = found[0].date.first.year if found else ""
    return {"rows": rows, "first": first, "last": settings.anchor.first.year}


def doors(context: Context, _: Directive) -> dict[str, Any]:
    """Return every section with the credit of its band and the width of its door.

    Doors of cloth stand three in a row; where that leaves a gap, the first ones stand two in a row.
    Sections that only have the quiet trim are small, at the end.
    """
    settings = context.site.settings
    credits_ = {motif.id: motif.credit for motif in settings.motifs}
    cloth = [section for section in settings.sections if section.band != _TRIM]
    tools = [section for section in settings.sections if section.band == _TRIM]
    half = -len(cloth) % _IN_A_ROW * 2
    found = [(one, "half" if at < half else "") for at, one in enumerate(cloth)]
    found += [(one, "small") for one in tools]
    return {"doors": [(one, credits_.get(one.band), width) for one, width in found]}


def days(context: Context, _: Directive) -> dict[str, Any]:
    """Return one event for each month and day, in the order of the year, and one to begin with.

    A page cannot know today's date, so it leads with the day the last anniversary remembers; a
    script puts the next day of the year in its place.
    """
    found: dict[tuple[int, int], Event] = {}
    for event in by_date(context.site.events.values()):
        start = event.date.start
        if start and start.month and start.day and not event.date.is_interval:
            found.setdefault((start.month, start.day), event)
    lead = context.site.events.get(marked_event(context.site))
    return {"days": sorted(found.items()), "lead": lead, "day_of_year": _day_of_year(context)}


def latest(context: Context, _: Directive) -> dict[str, Any]:
    """Return the latest events, the newest first."""
    return {"events": by_date(context.site.events.values())[: -LATEST - 1 : -1]}


def heights(context: Context, directive: Directive) -> dict[str, Any]:
    """Return the named summits and their panorama, in both widths."""
    summits = [context.site.culture[name] for name in directive.options["ids"].split(",")]
    peaks = [_peak(context, entry) for entry in summits if entry.heights]
    title = context.words("home.heights", names=", ".join(peak.name for peak in peaks))
    return {
        "summits": summits,
        "metres": lambda height: _metres(context, height),
        "wide": draw_heights(peaks, title=title),
        "narrow": draw_heights(peaks, title=title, narrow=True, prefix="low"),
    }


def _day_of_year(context: Context) -> Callable[[Event], str]:
    def write(event: Event) -> str:
        written = context.when(event.date)
        return written.removesuffix(str(event.date.first.year)).rstrip(" /,")

    return write


def _metres(context: Context, height: Height) -> str:
    said = context.words(f"qualifier.{height.qualifier}")
    return f"{said} {_in_metres(context, height)}".strip()


def _in_metres(context: Context, height: Height) -> str:
    return f"{context.number(height.metres)}\u00a0m"


def _peak(context: Context, entry: CultureItem) -> Peak:
    first, *others = entry.heights
    either = context.words("home.or")
    return Peak(
        first.metres,
        _in_metres(context, first),
        context.plain(entry.title),
        context.words(f"qualifier.{first.qualifier}"),
        " ".join(f"{either} {_metres(context, other)}" for other in others),
    )
