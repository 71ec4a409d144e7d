"""The outreach kit as the site offers it: what lies beside the pages, by channel and thing."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from microsite.model.settings import Owner
from microsite.render.context import Context
from microsite.render.kit_file import KitFile

_KILO = 1024


@dataclass(frozen=True)
class Thing:
    """Files of one title: a poster in its sizes, a card in its shapes."""

    title: str
    unit: str
    files: tuple[KitFile, ...]


def offered_kit(context: Context) -> dict[str, Any]:
    """Return what the template shows: groups of files in the page's language, or whom to ask."""
    lang = context.words.lang
    mine = [one for one in context.shared.kit if one.lang == lang]
    groups = {
        channel: _things(list(group))
        for channel, group in groupby(
            sorted(mine, key=lambda one: one.channel), key=lambda one: one.channel
        )
    }
    size = sum(one.size for one in mine) / _KILO / _KILO
    return {
        "groups": groups,
        "count": len(mine),
        "size": context.number(size, 1),
        "owner": context.plain(context.site.settings.owner.name),
        "contact": _contact(context.site.settings.owner),
        "place": lambda one: _place(context, one),
        "kilobytes": lambda one: context.number(max(1, round(one.size / _KILO)), 0),
    }


def _things(files: list[KitFile]) -> list[Thing]:
    grouped = groupby(files, key=lambda one: (one.title, one.unit))
    return [Thing(title, unit, tuple(group)) for (title, unit), group in grouped]


def _place(context: Context, thing: Thing) -> str:
    unit = context.site.units.get(thing.unit)
    return context.plain(unit.latest.name) if unit else ""


def _contact(owner: Owner) -> str:
    return owner.email or owner.phone or owner.address or ""
