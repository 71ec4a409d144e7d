"""The small print of everything in the kit: edition, sources, whose cloth, whether approved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from microsite.model.site import Site
from microsite.outreach.channel import Order
from microsite.outreach.topic import written_date
from microsite.wording.catalog import load_words
from microsite.wording.dates import format_day


def edition_line(order: Order, lang: str) -> str:
    """Return version and day."""
    words = load_words(lang)
    day = format_day(order.edition.day, lang)
    return words("outreach.version", version=order.edition.version, day=day)


def draft_line(site: Site, lang: str) -> str:
    """Return what must be said while nobody has approved the content; nothing afterwards."""
    settings = site.settings
    return "" if settings.owner.approved else settings.unapproved_note.told(lang)


def source_line(site: Site, ids: Iterable[str], lang: str, *, most: int = 3) -> str:
    """Return the publishers of sources, the first of them by name."""
    found = dict.fromkeys(site.sources[one].publisher for one in ids if one in site.sources)
    shown = "; ".join(list(found)[:most])
    return load_words(lang)("printed.source", names=shown) if shown else ""


def source_list(site: Site, ids: Sequence[str], lang: str) -> list[str]:
    """Return each source on a line: title, publisher, date."""
    lines = []
    for one in (site.sources[name] for name in dict.fromkeys(ids) if name in site.sources):
        date = f", {written_date(one.date, lang)}" if one.date else ""
        lines.append(f"{one.title}. {one.publisher}{date}.")
    return lines


def cloth_line(site: Site, band: str, lang: str, *, woven: bool = False) -> str:
    """Return who inspired the band, and the woven numerals where they are shown."""
    settings = site.settings
    credited = [one.credit.told(lang) for one in settings.motifs if one.id == band]
    if woven and settings.emblem_credit:
        credited.append(settings.emblem_credit.told(lang))
    return ". ".join(credited)


def small_print(
    order: Order, lang: str, sources: Iterable[str], band: str = "", *, woven: bool = False
) -> str:
    """Return all of it in one line."""
    site = order.site
    parts = (
        edition_line(order, lang),
        source_line(site, sources, lang),
        cloth_line(site, band, lang, woven=woven),
        draft_line(site, lang),
    )
    return " · ".join(part.rstrip(".") for part in parts if part)
