"""The outreach kit as the site offers it: what lies beside the pages, by channel and thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    files: tuple[KitFile, ...]


@dataclass(frozen=True)
class Group:
    """The things of a channel by the place that they are for; what is for all has none."""

    name: str
    places: Mapping[str, Sequence[Thing]]

    @property
    def things(self) -> int:
        """How many there are."""
        return sum(map(len, self.places.values()))


def offered_kit(context: Context) -> dict[str, Any]:
    """Return what the template shows: groups of files in the page's language, or whom to ask."""
    lang = context.words.lang
    mine = [one for one in context.shared.kit if one.lang == lang]
    size = sum(one.size for one in mine) / _KILO / _KILO
    return {
        "groups": [
            _group(context, name, mine) for name in dict.fromkeys(one.channel for one in mine)
        ],
        "count": len(mine),
        "size": context.number(size, 1),
        "owner": context.plain(context.site.settings.owner.name),
        "contact": _contact(context.site.settings.owner),
        "kilobytes": lambda one: context.number(max(1, round(one.size / _KILO)), 0),
    }


def _group(context: Context, channel: str, files: Sequence[KitFile]) -> Group:
    name = context.words(f"outreach.channel.{channel}")
    places: dict[str, list[Thing]] = {}
    for (unit, title), same in groupby(
        (one for one in files if one.channel == channel), key=lambda one: (one.unit, one.title)
    ):
        places.setdefault(_place(context, unit), []).append(Thing(title, tuple(same)))
    return Group(name[:1].upper() + name[1:], places)


def _place(context: Context, unit: str) -> str:
    found = context.site.units.get(unit)
    return context.plain(found.latest.name) if found else ""


def _contact(owner: Owner) -> str:
    return owner.email or owner.phone or owner.address or ""
