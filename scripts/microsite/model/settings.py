"""``data/site.yml``: names, owner, languages, sections, addresses of generated pages."""

from __future__ import annotations

import re
from typing import Annotated, Literal
from urllib.parse import urljoin

from pydantic import AfterValidator, BeforeValidator, Field

from microsite.model.base import (
    Day,
    Entry,
    Flag,
    Frozen,
    Integer,
    Localized,
    Matching,
    Slug,
    Sources,
    Text,
)
from microsite.model.bulletin import Ear
from microsite.model.campaign import Campaign
from microsite.model.drafting import Letterhead
from microsite.model.edtf import EdtfDate
from microsite.model.emergency import ALL, Emergency
from microsite.model.openness import Embedding, Licence
from microsite.model.places import page_path, split_language
from microsite.model.section import Section

Lang = Literal["vi", "en"]
_ADDRESS = re.compile(r"https?://[^\s/?#]+(?:/[^\s?#]*)?")
_CONTACT = re.compile(r"mailto:[^\s@]+@[^\s@]+|https://[^\s/]+(?:/\S*)?|tel:\+[0-9-]+")


def _ending_in_slash(address: str) -> str:
    return f"{address.rstrip('/')}/"


# the one place where the slash at its end is seen to: everything joins paths to it
SiteAddress = Annotated[
    str, BeforeValidator(Matching(_ADDRESS, "site-address")), AfterValidator(_ending_in_slash)
]
SecurityContact = Annotated[str, BeforeValidator(Matching(_CONTACT, "security-contact"))]


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


class Security(Frozen):
    """Whom to tell about a hole in the site, for ``security.txt`` (RFC 9116).

    After ``expires`` nobody should believe it; a year ahead at most.
    """

    contact: SecurityContact
    expires: Day


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
    open_data: Text


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
    for each decade, and from ``yearly_from`` on for each year. Without a ``licence`` nobody has
    decided on one, and the site says so.
    """

    name: Localized
    short_name: Localized
    description: Localized
    span: Text | None = None
    span_dates: Text | None = None
    actions: tuple[Action, ...] = ()
    emblem_credit: Localized | None = None
    footer_pages: tuple[Text, ...] = ()
    address: SiteAddress | None = None
    languages: tuple[Lang, ...] = Field(min_length=1)
    anchor: EdtfDate
    yearly_from: Integer
    territory: Localized
    boundary_note: Localized
    unapproved_note: Localized
    owner: Owner
    licence: Licence | None = None
    embed: Embedding = Embedding()
    security: Security | None = None
    anniversaries: tuple[Anniversary, ...] = ()
    motifs: tuple[Motif, ...] = ()
    kiosk: Screen = Screen()
    ear: Ear = Ear()
    letterheads: tuple[Letterhead, ...] = ()
    outreach: Campaign = Campaign()
    sections: tuple[Section, ...] = Field(min_length=1)
    authors: tuple[Author, ...] = Field(min_length=1)
    addresses: Addresses
    emergency: Emergency | None = None

    def section(self, identifier: object) -> Section | None:
        """Return the part of the site with this id, which is its folder too."""
        return next((one for one in self.sections if one.id == identifier), None)

    def letterhead(self, form: str) -> Letterhead | None:
        """Return who drafts documents in ``form``, or None while nobody has said."""
        return next((one for one in self.letterheads if one.form == form), None)

    def web_address(self, built: str) -> str | None:
        """Return the whole address of the file at ``built``; None for a site without an address."""
        return urljoin(self.address, built) if self.address else None

    def address_of(self, built: str) -> str:
        """Return the whole address of the file at ``built``; without one, its place on the site."""
        return self.web_address(built) or built

    def shows_banner(self, path: str) -> bool:
        """Whether the page at ``path`` begins with the banner of the emergency switch."""
        switch = self.emergency
        if switch is None or switch.banner is None:
            return False
        return not switch.pages or path in map(self.path_named, switch.pages)

    def withdraws(self, path: str) -> bool:
        """Whether the content of the page at ``path`` is withdrawn."""
        named = self.emergency.withdraw if self.emergency else ()
        return ALL in named or path in map(self.path_named, named)

    def path_named(self, written: str) -> str:
        """Return the path of the page that somebody named by its path or by an address of it."""
        rest = written.removeprefix(self.address or "").lstrip("/")
        rest = split_language(rest, self.languages[1:])[1]
        return page_path(rest if rest and not rest.endswith("/") else f"{rest}index.html")

    @property
    def default_lang(self) -> Lang:
        """The language at the root of the site."""
        return self.languages[0]
