"""Block directives drawn: each name has one function that gathers what its template shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from microsite.charts import draw_chart, has_chart
from microsite.marks import Directive
from microsite.render import home
from microsite.render.calendar import year_round
from microsite.render.context import Context
from microsite.render.environment import fill
from microsite.render.filters import first_facet, is_filtered, list_facets, select
from microsite.render.kit import offered_kit
from microsite.render.lookups import by_date
from microsite.render.pairs import compared
from microsite.render.timeline import Era, Period, cut_periods, marked_event, timeline_facets
from microsite.render.unit_map import part_states, shared_sources, unit_map

# two pictures can be laid over each other when their shapes differ by less than this
_SAME_SHAPE = 0.02

Draw = Callable[[Context, Directive], dict[str, Any]]


def draw_directive(context: Context, directive: Directive) -> str:
    """Return the HTML of ``directive``. Its name and options were checked before."""
    values = DRAW[directive.name](context, directive)
    return fill(f"directives/{directive.name}.html", c=context, w=context.words, **values)


def chart_svg(context: Context, identifier: str) -> str:
    """Return an indicator's chart in both widths, or nothing when there is too little to draw."""
    indicator = context.site.indicators[identifier]
    if not has_chart(indicator):
        return ""
    cache = context.shared.charts
    wide = draw_chart(indicator, context.words, cache, width="wide")
    narrow = draw_chart(indicator, context.words, cache, width="narrow")
    return f'<div class="ms-wide">{wide}</div><div class="ms-narrow">{narrow}</div>'


def _chart(context: Context, directive: Directive) -> dict[str, Any]:
    indicator = context.site.indicators[directive.id]
    return {"indicator": indicator, "svg": chart_svg(context, directive.id)}


def _compare(context: Context, directive: Directive) -> dict[str, Any]:
    indicator = context.site.indicators[directive.id]
    then, now = (indicator.reading(int(directive.options[name])) for name in ("from", "to"))
    if then is None or now is None:
        raise KeyError(directive.id)
    return compared(context, indicator, then, now)


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
    periods = cut_periods(context.site, context.words)
    return {
        "periods": periods,
        "rail": _rail(periods),
        "facets": timeline_facets(context.site, periods, context.words),
        "marked": context.site.events.get(marked_event(context.site)),
        "topics": sorted({event.topic for event in context.site.events.values()}),
        "count": len(context.site.events),
    }


def _rail(periods: Iterable[Period]) -> list[list[Era]]:
    """Return the eras before the yearly ones, and the years: each begins a row where it must."""
    eras = [era for period in periods for era in period.eras]
    both = [[era for era in eras if era.is_year is is_year] for is_year in (False, True)]
    return [row for row in both if row]


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
    told, named = part_states(rows)
    return {
        "rows": rows,
        "told": told,
        "named": named,
        "day": day,
        "shared_sources": shared_sources,
    }


def _entries(collection: str) -> Draw:
    def gather(context: Context, directive: Directive) -> dict[str, Any]:
        return {"entries": select(context, collection, directive.options)}

    return gather


def _browsed(collection: str) -> Draw:
    """Gather a list that a filter on the same page may narrow, cut by its first facet."""
    field, key, words = first_facet(collection)

    def gather(context: Context, directive: Directive) -> dict[str, Any]:
        groups: dict[str, list[Any]] = {}
        entries = select(context, collection, directive.options)
        if collection == "indicators":
            entries.sort(key=lambda entry: not has_chart(entry))
        for entry in entries:
            groups.setdefault(getattr(entry, field), []).append(entry)
        return {
            "groups": groups,
            "key": key,
            "words": words,
            "band": _band(context, collection),
            "filtered": is_filtered(context, collection),
            "headed": field not in directive.options and len(groups) > 1,
        }

    return gather


def _band(context: Context, collection: str) -> str:
    """Return the band of the section in which the entries' own pages lie."""
    folder = str(getattr(context.site.settings.addresses, collection)).partition("/")[0]
    bands = {section.id: section.band for section in context.site.settings.sections}
    return bands.get(folder, "trim")


def _filter(context: Context, directive: Directive) -> dict[str, Any]:
    name = directive.options["list"]
    facets, count = list_facets(context, name)
    return {"name": name, "facets": facets, "count": count}


def _quiz(context: Context, directive: Directive) -> dict[str, Any]:
    level = directive.options.get("level", "")
    entries = select(context, "quiz", directive.options)
    return {"entries": entries, "level": level, "letters": "ABCD"}


def _files(context: Context, _: Directive) -> dict[str, Any]:
    groups: dict[str, list[Any]] = {}
    for entry in select(context, "indicators", {}):
        groups.setdefault(entry.field, []).append(entry)
    return {"groups": groups, "count": len(context.site.indicators)}


def _then_now(context: Context, directive: Directive) -> dict[str, Any]:
    """Gather a pair; a picture that is not there was withdrawn, and one alone is no pair."""
    names = directive.options["then"], directive.options["now"]
    then, now = (context.site.photos.get(name) for name in names)
    if then is None or now is None:
        return {"then": None}
    shapes = [context.shared.pictures[name].ratio for name in names]
    alike = abs(shapes[0] / shapes[1] - 1) < _SAME_SHAPE
    return {"then": then, "now": now, "alike": alike}


def _gallery(context: Context, directive: Directive) -> dict[str, Any]:
    names = directive.options["ids"].split(",")
    photos = context.site.photos
    return {"photos": [photos[name] for name in names if name in photos]}


def _audio(context: Context, directive: Directive) -> dict[str, Any]:
    return {"recording": context.site.recordings.get(directive.id)}


def _pages(context: Context, _: Directive) -> dict[str, Any]:
    """Gather the pages of this page's section but the first, in their order."""
    top = context.path.partition("/")[0]
    section = context.site.settings.section(top)
    pages = {(page.path, page.lang): page for page in context.site.pages}
    lang, default = context.words.lang, context.site.settings.default_lang
    paths = section.pages[1:] if section else ()
    found = [pages.get((path, lang)) or pages.get((path, default)) for path in paths]
    return {"pages": [page for page in found if page and not context.withdraws(page.path)]}


def _nothing(_: Context, __: Directive) -> dict[str, Any]:
    return {}


DRAW: Mapping[str, Draw] = {
    "chart": _chart,
    "compare": _compare,
    "events": _events,
    "timeline": _timeline,
    "holders": _holders,
    "units": _units,
    "models": _browsed("models"),
    "exemplars": _browsed("exemplars"),
    "voices": _entries("voices"),
    "culture": _browsed("culture"),
    "calendar": year_round,
    "indicators": _browsed("indicators"),
    "files": _files,
    "kit": lambda context, _: offered_kit(context),
    "filter": _filter,
    "questions": _entries("questions"),
    "quiz": _quiz,
    "slogans": _entries("slogans"),
    "then-now": _then_now,
    "gallery": _gallery,
    "audio": _audio,
    "unit-map": unit_map,
    "anniversaries": home.anniversaries,
    "doors": home.doors,
    "pages": _pages,
    "heights": home.heights,
    "days": home.days,
    "latest": home.latest,
    "boundary-note": _nothing,
}
