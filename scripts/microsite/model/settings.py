"""``data/site.yml``: names, owner, languages, sections, addresses of generated pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from microsite.model.base import (
    Entry,
    Flag,
    Frozen,
    Integer,
    Localized,
    LocalizedProse,
    Slug,
    Sources,
    Text,
)
from microsite.model.edtf import EdtfDate

Lang = Literal["vi", "en"]
Colour = Literal["indigo", "green", "red", "orange", "blue", "leaf", "plum", "teal", "gold"]
PageKind = Literal[
    "home",
    "landing",
    "article",
    "timeline",
    "indicator",
    "explorer",
    "list",
    "entry",
    "quiz",
    "questions",
    "register",
    "search",
    "rest",
]


class Owner(Frozen):
    """The body that answers for the site; what it has not told us stays empty."""

    name: Localized
    responsible: Text | None = None
    address: Text | None = None
    phone: Text | None = None
    email: Text | None = None
    portal: Text | None = None
    approved: Flag = False
    sources: tuple[Slug, ...] = ()


class Anniversary(Frozen):
    """One of the anniversaries that are held together."""

    years: Integer
    date: EdtfDate
    label: Localized
    band: Slug = "trim"
    sources: Sources


class Motif(Entry):
    """A cloth band; its id is the band's, its credit names who inspired it."""

    credit: Localized
    sources: tuple[Slug, ...] = ()


class Action(Frozen):
    """A button on the home page."""

    label: Localized
    page: Text


class Section(Entry):
    """A part of the site; its id is the folder of its pages, in the order of the menu.

    ``colour`` and ``band`` are its look, ``in_header`` puts it in the short menu, and ``kinds``
    names the pages (file name without ending) that need a look of their own.
    """

    title: Localized
    door: LocalizedProse | None = None
    colour: Colour = "indigo"
    band: Slug = "trim"
    in_header: Flag = False
    kinds: Mapping[Text, PageKind] = {}
    pages: tuple[Text, ...] = ()


class Author(Entry):
    """Who wrote a page."""

    name: Localized


class Addresses(Frozen):
    """The folder or page in which each collection's generated pages lie."""

    indicators: Text
    units: Text
    models: Text
    exemplars: Text
    culture: Text
    questions: Text
    voices: Text
    events: Text
    sources: Text
    glossary: Text
    sitemap: Text
    search: Text


class Screen(Frozen):
    """A public touch screen: pixels per inch, seconds until it asks, seconds until it forgets.

    The loudest sound is in per cent of what the machine can do.
    """

    ppi: Annotated[Integer, Field(ge=40, le=400)] = 102
    wait: Annotated[Integer, Field(ge=15, le=600)] = 60
    countdown: Annotated[Integer, Field(ge=15, le=120)] = 20
    volume: Annotated[Integer, Field(ge=0, le=100)] = 60


class Settings(Frozen):
    """Everything about the site that is not its subject matter.

    ``emblem_credit`` names who inspired the cloth of the woven numerals. The timeline has a heading
    for each decade, and from ``yearly_from`` on for each year.
    """

    name: Localized
    short_name: Localized
    description: Localized
    span: Text | None = None
    span_dates: Text | None = None
    actions: tuple[Action, ...] = ()
    emblem_credit: Localized | None = None
    footer_pages: tuple[Text, ...] = ()
    address: Text | None = None
    languages: tuple[Lang, ...] = Field(min_length=1)
    anchor: EdtfDate
    yearly_from: Integer
    territory: Localized
    boundary_note: Localized
    unapproved_note: Localized
    owner: Owner
    anniversaries: tuple[Anniversary, ...] = ()
    motifs: tuple[Motif, ...] = ()
    kiosk: Screen = Screen()
    sections: tuple[Section, ...] = Field(min_length=1)
    authors: tuple[Author, ...] = Field(min_length=1)
    addresses: Addresses

    @property
    def default_lang(self) -> Lang:
        """The language at the root of the site."""
        return self.languages[0]
