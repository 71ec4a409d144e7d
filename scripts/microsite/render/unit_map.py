"""Units on a day: the schematic coloured by a measure of their states, never a map; their lists."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

from microsite.charts import Tile, draw_tiles
from microsite.marks import Directive
from microsite.model.unit import Unit, UnitState
from microsite.render.classes import Scale, round_classes
from microsite.render.context import Context

_FULL = 4
_NEIGHBOURS = 2


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


def unit_place(context: Context, unit: Unit) -> str:
    """Return the schematic of the units of a unit's last day, with its own square filled."""
    latest = unit.latest.valid
    day = latest.first if latest.last == date.max else latest.last
    beside = [
        (other, other.tile)
        for other in context.site.units.values()
        if other.tile and other.level == unit.level and other.at(day)
    ]
    if not unit.tile or len(beside) < _NEIGHBOURS:
        return ""
    tiles = tuple(
        Tile(other.id, square.label, square.column, square.row, _FULL if other is unit else 0)
        for other, square in beside
    )
    title = context.words("unit.place", name=context.plain(unit.latest.name))
    return draw_tiles(tiles, context.words, name="place", title=title)


def part_states(
    rows: list[tuple[Unit, UnitState]],
) -> tuple[list[tuple[Unit, UnitState]], list[list[tuple[Unit, UnitState]]]]:
    """Part the units of which something is measured, for a table, from those of which only the
    name is known: these stand together when they are of the same time.
    """
    levels = {unit.level for unit, state in rows if _is_measured(state)}
    told = [row for row in rows if row[0].level in levels]
    named: dict[object, list[tuple[Unit, UnitState]]] = {}
    for unit, state in rows:
        if unit.level not in levels:
            named.setdefault(state.valid, []).append((unit, state))
    return told, list(named.values())


def shared_sources(rows: list[tuple[Unit, UnitState]]) -> list[str]:
    """Return the sources that all states of a list have, to be cited once."""
    return [name for name in rows[0][1].sources if all(name in state.sources for _, state in rows)]


def _is_measured(state: UnitState) -> bool:
    return state.area_km2 is not None or state.population is not None


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
