"""What the share picture of a page says and how it looks."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace

from microsite.model.settings import Settings
from microsite.render.page import Page

SIDES = (1200, 630)
"""Width and height in pixels, what the networks ask for."""


@dataclass(frozen=True)
class Card:
    """``over`` stands over the title; the first page has the scene in the place of band and ridges.

    ``section`` is the seed of its ridges, ``colour`` and ``band`` are those of the page.
    """

    title: str
    over: str
    name: str
    span: str
    section: str
    colour: str
    band: str
    is_first: bool = False

    @property
    def words(self) -> str:
        """Everything it says."""
        return "".join((self.title, self.over, self.name, self.span))

    def without_title(self) -> Card:
        """Return the card that names only the part of the site."""
        return replace(self, title=self.over or self.name, over="")

    def as_data(self) -> dict[str, object]:
        """Return its fields."""
        return asdict(self)


def card_of(settings: Settings, page: Page) -> Card:
    """Return the card of ``page``."""
    lang = page.lang
    section = settings.section(page.meta["section"])
    is_first = page.meta["kind"] == "home"
    over = section.title.told(lang) if section else ""
    title = settings.name.told(lang) if is_first else page.title
    return Card(
        title=title,
        over="" if over == title else over,
        name=settings.short_name.told(lang),
        span=settings.span or "",
        section=str(page.meta["section"]),
        colour=str(page.meta["colour"]),
        band=str(page.meta["band"]),
        is_first=is_first,
    )
