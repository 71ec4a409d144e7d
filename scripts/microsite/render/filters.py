"""What a list can be filtered by: facets of chips, each chip a link that works without scripts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from microsite.marks import Directive, outside_code, parse_block
from microsite.model.indicator import IndicatorField
from microsite.render.context import Context

UNIT = "don-vi"

# the first facet of each list: the field it goes by, its name in addresses, its words
_FIRST: Mapping[str, tuple[str, str, str]] = {
    "models": ("field", "mo-hinh", "field"),
    "exemplars": ("field", "guong", "field"),
    "culture": ("kind", "van-hoa", "kind"),
    "indicators": ("field", "chi-tieu", "field"),
}
LISTS = tuple(_FIRST)
_FIELDS = get_args(IndicatorField)


@dataclass(frozen=True)
class Chip:
    """One value of a facet: where it leads without scripts, and how many entries have it."""

    value: str
    label: str
    count: int
    href: str


@dataclass(frozen=True)
class Facet:
    """A row of chips; ``key`` names it in addresses and in the entries' data attributes."""

    key: str
    label: str
    every: str
    chips: tuple[Chip, ...]


def count_values(values: Iterable[str]) -> list[tuple[str, int]]:
    """Count equal values, most frequent first; equally frequent ones keep their order."""
    return sorted(Counter(values).items(), key=lambda item: -item[1])


def select(context: Context, collection: str, options: Mapping[str, str]) -> list[Any]:
    """Return the entries of ``collection`` that a directive's options ask for, but for those whose
    page is withdrawn.
    """
    entries = [
        entry
        for entry in getattr(context.site, collection).values()
        if not context.withdraws_entry(collection, entry.id)
    ]
    if collection == "indicators":
        entries.sort(key=lambda entry: _FIELDS.index(entry.field))
    for name, wanted in options.items():
        entries = [entry for entry in entries if _matches(entry, name, wanted)]
    return entries


def first_facet(name: str) -> tuple[str, str, str]:
    """Return (field, key, words) of the facet that a list goes by first."""
    return _FIRST[name]


def is_filtered(context: Context, name: str) -> bool:
    """Whether the page offers a filter of the list ``name``."""
    wanted = "filter", name
    return any((one.name, one.options.get("list")) == wanted for one in _directives(context))


def list_facets(context: Context, name: str) -> tuple[tuple[Facet, ...], int]:
    """Return the facets of all lists called ``name`` on the page, and how many entries they show.

    Without scripts a chip of the first facet leads to the part of the list under its heading, a
    unit's chip to the unit's own page, which lists the same entries.
    """
    field, key, words = _FIRST[name]
    entries = _listed(context, name)
    order = dict.fromkeys(getattr(entry, field) for entry in entries)
    counts = Counter(getattr(entry, field) for entry in entries)
    w = context.words
    chips = [
        Chip(value, w(f"{words}.{value}"), counts[value], f"#{key}-{value}") for value in order
    ]
    facets = []
    if len(chips) > 1:
        facets.append(Facet(key, w(f"filter.{field}"), w("filter.all"), tuple(chips)))
    units = count_values(unit for entry in entries for unit in getattr(entry, "units", ()))
    if len(units) > 1:
        chips = [_unit_chip(context, unit, count, name) for unit, count in units]
        facets.append(Facet(UNIT, w("filter.unit"), w("filter.all_units"), tuple(chips)))
    return tuple(facets), len(entries)


def _matches(entry: object, name: str, wanted: str) -> bool:
    if name == "unit":
        return wanted in getattr(entry, "units", ())
    return str(getattr(entry, name)) == wanted


def _unit_chip(context: Context, unit: str, count: int, name: str) -> Chip:
    path, _ = context.shared.registers.place("units", unit)
    label = context.plain(context.site.units[unit].latest.name)
    return Chip(unit, label, count, context.url(path, name))


def _listed(context: Context, name: str) -> list[Any]:
    """Return the entries that the lists called ``name`` show on this page, each once."""
    found: dict[str, Any] = {}
    for one in _directives(context):
        if one.name == name:
            found |= {entry.id: entry for entry in select(context, name, one.options)}
    return list(found.values())


def _directives(context: Context) -> list[Directive]:
    lines = outside_code(context.written.split("\n"))
    found = (parse_block(line) for line, outside in lines if outside)
    return [one for one in found if one is not None]
