"""The page that leads to every file of the kit; it works from a USB stick and asks nobody else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from microsite.documents.page import lead_to_files
from microsite.outreach.channel import Filed, Order
from microsite.outreach.imprint import draft_line
from microsite.outreach.matrix import TABLE, Way
from microsite.wording.catalog import Words, load_words
from microsite.wording.numbers import format_number

_LANG = "vi"  # people who carry a kit to a commune read Vietnamese


def page_of(filed: Sequence[Filed], ways: Sequence[Way], order: Order) -> str:
    """Return the page: the eight channels, then a row for each thing with its files."""
    words, site = load_words(_LANG), order.site
    head = (
        words("outreach.title", name=site.settings.short_name.vi),
        site.settings.name.vi,
        words(
            "outreach.version",
            version=order.edition.version,
            day=f"{order.edition.day:%d/%m/%Y}",
        ),
    )
    inside = (
        f'<p class="draft">{escape(draft_line(site, _LANG))}</p>',
        f"<p>{escape(words('outreach.how'))}</p>",
        *_eight(ways, words),
        *_sections(filed, order, words),
    )
    return lead_to_files(head, "\n".join(inside), "kit.css", words)


def _eight(ways: Sequence[Way], words: Words) -> Iterator[str]:
    """Yield what the kit has for each channel and what was reported of it."""
    yield f"<h2>{escape(words('matrix.title'))}</h2>"
    yield f"<p>{escape(words('matrix.how'))}</p>"
    names = (words(f"matrix.{name}") for name in ("channel", "kit", "reported"))
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    yield f'<table class="ways">\n<thead><tr>{heads}</tr></thead>\n<tbody>'
    for way in ways:
        held = words("matrix.files", count=way.files) if way.files else way.reason
        yield (
            f'<tr><th scope="row">{escape(way.name)}</th>'
            f"<td>{escape(held)}</td><td>{escape(way.reported)}</td></tr>"
        )
    yield "</tbody>\n</table>"
    said = escape(words("matrix.table"))
    yield f'<p><a href="{TABLE}" download>{said}</a></p>'


def _sections(filed: Sequence[Filed], order: Order, words: Words) -> Iterator[str]:
    for (unit, channel), group in groupby(filed, key=lambda one: (one.made.unit, one.made.channel)):
        of_channel = words(f"outreach.channel.{channel}")
        # what is for every unit names none
        heading = of_channel[:1].upper() + of_channel[1:]
        if unit:
            name = order.site.units[unit].latest.name.vi
            heading = words("outreach.heading", unit=name, channel=of_channel)
        yield f"<h2>{escape(heading)}</h2>"
        yield f"<table>\n<thead><tr>{_heads(words)}</tr></thead>\n<tbody>"
        for _, same in groupby(group, key=_thing):
            yield _row(list(same), words)
        yield "</tbody>\n</table>"


def _thing(filed: Filed) -> tuple[str, str, object]:
    return filed.made.lang, filed.made.title, filed.made.facts.get("minutes")


def _heads(words: Words) -> str:
    names = ("what", "length", "files")
    return "".join(f'<th scope="col">{escape(words(f"outreach.{name}"))}</th>' for name in names)


def _row(filed: Sequence[Filed], words: Words) -> str:
    title, facts = filed[0].made.title, filed[0].made.facts
    seconds = facts.get("seconds")
    length = str(facts.get("size", "")) if len(filed) == 1 else ""
    if isinstance(seconds, int):
        clock = f"{seconds // 60}:{seconds % 60:02}"
        length = words("outreach.clock", minutes=facts["minutes"], clock=clock)
    elif "minutes" in facts:
        length = words("outreach.minutes", minutes=facts["minutes"])
    links = " ".join(_link(one, words) for one in filed)
    return f'<tr><th scope="row">{escape(title)}</th><td>{escape(length)}</td><td>{links}</td></tr>'


def _link(filed: Filed, words: Words) -> str:
    suffix = filed.made.path.rpartition(".")[2].upper()
    size_of = filed.made.facts.get("size")
    if size_of and suffix != "TXT":
        suffix = f"{suffix} {size_of}"
    size = format_number(filed.size / 1024, words.lang, decimals=0)
    return f'<a href="{escape(filed.made.path)}" download>{suffix}&nbsp;({size}&nbsp;KB)</a>'
