"""The eight channels of grassroots information: what the kit has for each, and what was reported.

Nghị định 49/2024/NĐ-CP names the channels. Each item of the campaign has files in a channel or a
reason why it has none, so that nobody takes a gap for an oversight (O1).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from microsite.model.activity import CHANNELS, ActivityChannel
from microsite.model.places import html_path
from microsite.model.site import Site
from microsite.model.totals import people, totals_by
from microsite.outreach.channel import Filed, Order
from microsite.render.registers import build_registers
from microsite.tabular import write_rows
from microsite.wording.catalog import Words, load_words
from microsite.wording.numbers import format_number

TABLE = "ma-tran-kenh.csv"
LANG = "vi"
"""Who answers for a campaign reads Vietnamese."""

# which part of the kit fills a channel; the others have none: the site is its own, and the kit
# makes neither printed bulletins nor text messages
_MADE_BY: Mapping[ActivityChannel, str] = {
    "radio": "loa",
    "boards": "in",
    "documents": "in",
    "speakers": "de-cuong",
    "social": "mang-xa-hoi",
}
_SITE: ActivityChannel = "portals"


@dataclass(frozen=True)
class Place:
    """What an item has in a channel: paths in the kit or an address, or else a reason."""

    files: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True)
class Item:
    """An item of the campaign with its place in every channel."""

    id: str
    title: str
    sources: tuple[str, ...]
    places: Mapping[ActivityChannel, Place]


@dataclass(frozen=True)
class Way:
    """A channel: how many files the kit has for it, why none, and what was reported of it."""

    channel: ActivityChannel
    name: str
    files: int
    reason: str
    reported: str


def items_of(filed: Sequence[Filed], order: Order, made: Collection[str]) -> tuple[Item, ...]:
    """Return each item of the campaign; ``made`` are the parts of the kit that were made."""
    site, campaign = order.site, order.site.settings.outreach
    lists: tuple[tuple[str, Sequence[str]], ...] = (
        ("events", campaign.events),
        ("indicators", campaign.indicators),
    )
    registers = build_registers(site)
    return tuple(
        _item(site, collection, name, _places(name, registers.place(collection, name), filed, made))
        for collection, names in lists
        for name in names
        if name in getattr(site, collection)
    )


def _places(
    name: str, page: tuple[str, str], filed: Sequence[Filed], made: Collection[str]
) -> dict[ActivityChannel, Place]:
    """Return where an item is told in each channel; ``page`` is its place on the site."""
    path, anchor = page
    places: dict[ActivityChannel, Place] = {}
    for channel in CHANNELS:
        files = [
            one.made.path for one in filed if channel in one.made.ways and name in one.made.tells
        ]
        if channel == _SITE:
            files = [html_path(path) + (f"#{anchor}" if anchor else "")]
        why = "" if files else _reason(channel, made, "unsaid")
        places[channel] = Place(tuple(files), why)
    return places


def _item(site: Site, collection: str, name: str, places: Mapping[ActivityChannel, Place]) -> Item:
    if collection == "events":
        event = site.events[name]
        return Item(name, event.title.told(LANG), event.sources, places)
    indicator = site.indicators[name]
    sources = dict.fromkeys(source for one in indicator.preferred for source in one.cited)
    return Item(name, indicator.name.told(LANG), tuple(sources), places)


def _reason(channel: ActivityChannel, made: Collection[str], otherwise: str) -> str:
    words, part = load_words(LANG), _MADE_BY.get(channel)
    if part is None:
        return words(f"matrix.none.{channel}")
    return words(f"matrix.{otherwise}" if part in made else "matrix.not_made")


def ways_of(filed: Sequence[Filed], order: Order, made: Collection[str]) -> Iterator[Way]:
    """Yield the eight channels in their order."""
    words = load_words(LANG)
    for channel in CHANNELS:
        count = sum(channel in one.made.ways for one in filed)
        name = words(f"admin.choice.channel.{channel}")
        why = "" if count else _reason(channel, made, "empty")
        yield Way(
            channel, name[:1].upper() + name[1:], count, why, _reported(channel, order, words)
        )


def _reported(channel: ActivityChannel, order: Order, words: Words) -> str:
    """Return what offices reported of a channel, one measure after the other (O12)."""
    told = [one for one in order.site.activities.values() if one.channel == channel]
    said = [
        f"{_number(one.quantity)} {words(f'admin.choice.measure.{one.measure}')}"
        for one in totals_by(told, lambda one: one.channel, CHANNELS)
    ]
    for basis in ("counted", "estimated"):
        count = people(told, basis)
        if count:
            said.append(words(f"matrix.{basis}", count=_number(count)))
    return "; ".join(said) or words("matrix.unreported")


def _number(value: float) -> str:
    return format_number(value, LANG, decimals=2)


def matrix_table(items: Sequence[Item], version: str) -> bytes:
    """Return the items and their files in each channel as CSV that Excel opens."""
    words = load_words(LANG)
    names = [words(f"admin.choice.channel.{channel}") for channel in CHANNELS]
    head = [words("matrix.item"), words("matrix.id"), *names]
    rows = [[*head, words("social.column.version"), words("social.column.sources")]]
    for item in items:
        cells = (_cell(item.places[channel], words) for channel in CHANNELS)
        rows.append([item.title, item.id, *cells, version, " ".join(item.sources)])
    return write_rows(rows)


def _cell(place: Place, words: Words) -> str:
    if place.files:
        return " ; ".join(place.files)
    return words("matrix.no_file", reason=place.reason)


def listed(items: Sequence[Item]) -> list[dict[str, object]]:
    """Return the items for the list that machines read."""
    return [
        {
            "id": item.id,
            "title": item.title,
            "channels": {
                name: {"files": list(place.files)} if place.files else {"reason": place.reason}
                for name, place in item.places.items()
            },
        }
        for item in items
    ]
