"""The schematic of units on a day, coloured by a measure of their states. Never a map."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

from microsite.charts import Tile, draw_tiles
from microsite.marks import Directive
from microsite.model.unit import Unit, UnitState
from microsite.render.classes import Scale, round_classes
from microsite.render.context import Context


def unit_map(context: Context, directive: Directive) -> dict[str, Any]:
    """Return the drawing of the units that have a square and a state on the day asked for."""
    day = date.fromisoformat(directive.options["at"])
    show = directive.options["show"]
    found = [
        (unit, _measure(state, show))
        for unit in context.site.units.values()
        if unit.tile and (state := unit.at(day))
    ]
    known = [value for _, value in found if value is not None]
    if not known:
        return {"svg": ""}
    scale = round_classes(known)
    tiles = tuple(_tile(context, unit, value, scale) for unit, value in found)
    steps = tuple(
        context.words("unit_map.class", low=context.number(low), high=context.number(high))
        for low, high in pairwise(scale.edges)
    )
    title = context.words(f"unit_map.{show}", date=context.day(day))
    name = f"t-{show}-{day.isoformat()}"
    svg = draw_tiles(tiles, context.words, name=name, title=title, steps=steps)
    rows = sorted(found, key=lambda row: (row[1] is None, -(row[1] or 0), row[0].id))
    return {"svg": svg, "title": title, "show": show, "day": day, "rows": rows}


def _measure(state: UnitState, show: str) -> float | None:
    people = state.population.value if state.population else None
    if show == "population":
        return people
    if show == "area":
        return state.area_km2
    return people / state.area_km2 if people and state.area_km2 else None


def _tile(context: Context, unit: Unit, value: float | None, scale: Scale) -> Tile:
    square = unit.tile
    if square is None:
        raise ValueError(unit.id)
    level = None if value is None else scale.level(value)
    written = "" if value is None else context.number(value, 0)
    return Tile(unit.id, square.label, square.column, square.row, level, written)
