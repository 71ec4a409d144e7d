"""What the site offers to others, and at which addresses: data files, feeds, frames to embed.

Addresses begin at the site's root and are the same for every language but where they name one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any, Literal

from microsite.charts import has_chart
from microsite.model.places import built_path, html_path
from microsite.model.settings import Settings
from microsite.model.site import Site
from microsite.render.context import Context

FeedKind = Literal["rss", "atom", "json"]

FEED_TYPES: Mapping[FeedKind, str] = {
    "rss": "application/rss+xml",
    "atom": "application/atom+xml",
    "json": "application/feed+json",
}
# an ending that every server knows a type for
_ENDINGS: Mapping[FeedKind, str] = {"rss": "rss.xml", "atom": "atom.xml", "json": "json"}
WHOLE = "index"  # the feed of the whole site

TABLES = ("readings", "indicators", "sources")
WORKBOOK = "data/indicators.xlsx"
DATA_PACKAGE = "data/datapackage.json"
CATALOG = "api/index.json"

OFFERED = (
    *("sources", "events", "indicators", "units", "offices", "models", "exemplars", "voices"),
    *("culture", "questions", "quiz", "slogans", "glossary", "photos", "recordings"),
)
"""The collections whose entries others get; a new one stays at home until it is named here."""

KEPT_BACK: Mapping[str, Literal["consents", "reports", "working"]] = {
    "consents": "consents",
    "activities": "reports",
    "bulletins": "working",
    "stations": "working",
    "abbreviations": "working",
    "outlines": "working",
}
"""The collections that nobody gets, and why: ``open_data.kept.*`` says it in words."""


def feed_address(lang: str, section: str, kind: FeedKind) -> str:
    """Return where the feed of a section lies; ``section`` may be `WHOLE`."""
    return f"feeds/{lang}/{section}.{_ENDINGS[kind]}"


def table_address(name: str) -> str:
    """Return where one of the `TABLES` lies."""
    return f"data/{name}.csv"


def api_address(collection: str) -> str:
    """Return where the entries of a collection lie."""
    return f"api/{collection}.json"


def schema_address(collection: str) -> str:
    """Return where the schema of a collection's file lies."""
    return f"api/schema/{collection}.json"


def offers_anything(site: Site) -> bool:
    """Whether the site has anything for others: with the page about it, all of it is withdrawn."""
    return not site.settings.withdraws(site.settings.addresses.open_data)


def offers_figures(site: Site) -> bool:
    """Whether there is an indicator whose page is not withdrawn."""
    folder = site.settings.addresses.indicators
    return any(not site.settings.withdraws(f"{folder}/{name}.md") for name in site.indicators)


def offered_collections(context: Context) -> dict[str, list[Any]]:
    """Return the collections that others get, each with those entries whose page is there."""
    found = {
        name: [
            entry
            for entry in getattr(context.site, name).values()
            if not context.withdraws_entry(name, entry.id)
        ]
        for name in OFFERED
    }
    return {name: entries for name, entries in found.items() if entries}


@dataclass(frozen=True)
class Frame:
    """A page made to stand in a frame of another site; it stands for ``page`` with ``anchor``.

    ``name`` is the path of the frame in its language's folder, ``height`` what it needs in a column
    of 360 pixels.
    """

    kind: Literal["figure", "indicator", "timeline", "question"]
    name: str
    lang: str
    page: str
    anchor: str
    height: int
    id: str = ""

    @property
    def address(self) -> str:
        """Where it lies."""
        return f"embed/{self.lang}/{html_path(self.name)}"

    @property
    def description(self) -> str:
        """Where its oEmbed description lies."""
        return f"oembed/{self.lang}/{self.name.removesuffix('.md')}.json"


FIGURE = "con-so.md"
# measured at 360 pixels: nine frames of ten need no more
_FIGURE, _TIMELINE = 290, 740
_DRAWN, _PLAIN = 600, 380
_DIFFERING, _AGREED = 680, 480


def frame_of(
    site: Site, lang: str, kind: Literal["figure", "indicator", "timeline"], entry: str = ""
) -> Frame:
    """Return the frame of an indicator, of the timeline, or of the figure of this edition."""
    addresses = site.settings.addresses
    page = addresses.events if kind == "timeline" else f"{addresses.indicators}/{entry}.md"
    if kind == "indicator":
        height = _DRAWN if has_chart(site.indicators[entry]) else _PLAIN
        return Frame(kind, page, lang, page, "", height, entry)
    if kind == "timeline":
        return Frame(kind, page, lang, page, "", _TIMELINE)
    return Frame(kind, FIGURE, lang, page, "", _FIGURE, entry)


def question_frame(site: Site, lang: str, identifier: str) -> Frame:
    """Return the frame of a question."""
    folder, question = site.settings.addresses.questions, site.questions[identifier]
    page, name = f"{folder}/{question.group}.md", f"{folder}/{identifier}.md"
    height = _DIFFERING if question.readings else _AGREED
    return Frame("question", name, lang, page, identifier, height, identifier)


def frame_code(settings: Settings, frame: Frame, title: str) -> str:
    """Return the HTML that others paste into their pages; nothing where the site has no address."""
    address = settings.web_address(frame.address)
    if address is None:
        return ""
    source = escape(address)
    return (
        f'<iframe src="{source}" title="{escape(title)}" width="100%" height="{frame.height}" '
        'loading="lazy" frameborder="0"></iframe>'
    )


def may_embed(context: Context) -> bool:
    """Whether other sites may show frames of this one, so that the code is worth showing."""
    settings = context.site.settings
    return bool(context.shared.offers and settings.address and settings.embed.hosts)


def indicator_code(context: Context, indicator: str) -> str:
    """Return the code that embeds an indicator, or nothing where nobody may."""
    if not may_embed(context):
        return ""
    frame = frame_of(context.site, context.words.lang, "indicator", indicator)
    title = context.plain(context.site.indicators[indicator].name)
    return frame_code(context.site.settings, frame, title)


def page_address(context: Context, page: str, anchor: str = "") -> str:
    """Return the address of a page from the site's root."""
    address = built_path(page, context.words.lang, context.site.settings.default_lang)
    return f"{address}#{anchor}" if anchor else address
