"""Block directives drawn: each name has one function that gathers what its template shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from microsite.charts import draw_chart, has_chart
from microsite.marks import Directive
from microsite.model.event import Event
from microsite.render.context import Context
from microsite.render.environment import fill
from microsite.render.lookups import by_date

Draw = Callable[[Context, Directive], dict[str, Any]]


def draw_directive(context: Context, directive: Directive) -> str:
    """Return the HTML of ``directive``. Its name and options were checked before."""
    values = DRAW[directive.name](context, directive)
    return fill(f"directives/{directive.name}.html", c=context, w=context.words, **values)


def chart_svg(context: Context, identifier: str) -> str:
    """Return the drawn chart of an indicator, or nothing when there is too little to draw."""
    indicator = context.site.indicators[identifier]
    if not has_chart(indicator):
        return ""
    return draw_chart(indicator, context.words, context.shared.charts)


def _chart(context: Context, directive: Directive) -> dict[str, Any]:
    indicator = context.site.indicators[directive.id]
    return {"indicator": indicator, "svg": chart_svg(context, directive.id)}


def _compare(context: Context, directive: Directive) -> dict[str, Any]:
    indicator = context.site.indicators[directive.id]
    readings = [indicator.reading(int(directive.options[name])) for name in ("from", "to")]
    return {"indicator": indicator, "then": readings[0], "now": readings[1]}


def _events(context: Context, directive: Directive) -> dict[str, Any]:
    options = directive.options
    chosen = list(context.site.events.values())
    if "ids" in options:
        wanted = options["ids"].split(",")
        chosen = [event for event in chosen if event.id in wanted]
    if "topic" in options:
        chosen = [event for event in chosen if event.topic == options["topic"]]
    if "unit" in options:
        chosen = [event for event in chosen if options["unit"] in event.units]
    if "from" in options:
        chosen = [event for event in chosen if event.date.first.year >= int(options["from"])]
    if "to" in options:
        chosen = [event for event in chosen if event.date.first.year <= int(options["to"])]
    return {"events": by_date(chosen)}


def _timeline(context: Context, _: Directive) -> dict[str, Any]:
    yearly_from = context.site.settings.yearly_from
    spans: dict[tuple[int, int], list[Event]] = {}
    for event in by_date(context.site.events.values()):
        year = event.date.first.year
        decade = year // 10 * 10
        by_year = year >= yearly_from
        span = (year, year) if by_year else (decade, min(decade + 9, yearly_from - 1))
        spans.setdefault(span, []).append(event)
    return {"spans": spans}


def _holders(context: Context, directive: Directive) -> dict[str, Any]:
    return {"office": context.site.offices[directive.id]}


def _units(context: Context, directive: Directive) -> dict[str, Any]:
    day = date.fromisoformat(directive.options["at"])
    level = directive.options.get("level")
    rows = [
        (unit, state)
        for unit in context.site.units.values()
        if (state := unit.at(day)) and level in (None, unit.level)
    ]
    rows.sort(key=lambda row: (("province", "district", "commune").index(row[0].level), row[0].id))
    return {"rows": rows, "day": day}


def _filtered(collection: str, *names: str) -> Draw:
    def gather(context: Context, directive: Directive) -> dict[str, Any]:
        entries = getattr(context.site, collection).values()
        for name in names:
            wanted = directive.options.get(name)
            if wanted is not None:
                entries = [entry for entry in entries if _matches(entry, name, wanted)]
        return {"entries": list(entries)}

    return gather


def _matches(entry: object, name: str, wanted: str) -> bool:
    if name == "unit":
        return wanted in getattr(entry, "units", ())
    return str(getattr(entry, name)) == wanted


def _nothing(_: Context, __: Directive) -> dict[str, Any]:
    return {}


DRAW: Mapping[str, Draw] = {
    "chart": _chart,
    "compare": _compare,
    "events": _events,
    "timeline": _timeline,
    "holders": _holders,
    "units": _units,
    "models": _filtered("models", "field", "unit"),
    "exemplars": _filtered("exemplars", "field"),
    "voices": _filtered("voices", "group"),
    "culture": _filtered("culture", "kind"),
    "indicators": _filtered("indicators", "field"),
    "questions": _filtered("questions", "group"),
    "quiz": _filtered("quiz", "level"),
    "slogans": _filtered("slogans"),
    "boundary-note": _nothing,
}
