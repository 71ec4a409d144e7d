"""A project that is checked and drawn: what an engine builds a site from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from microsite.charts import ChartCache
from microsite.kept import Kept
from microsite.model.places import built_path
from microsite.model.site import Site
from microsite.render.frames import plan_frames
from microsite.render.kit_file import KitFile
from microsite.render.page import Asset, Page


def kind_of(*, drafts: bool, kiosk: str) -> str:
    """Return what a site is for: readers, writers, a screen."""
    return "kiosk" if kiosk else "drafts" if drafts else "site"


@dataclass(frozen=True)
class Prepared:
    """A checked project whose pages are staged.

    With ``drafts`` it holds what nobody has approved yet, marked as such, and is not for readers.
    ``media`` leads from the name of a file among the site's assets to where it lies now.
    """

    site: Site
    pages: tuple[Page, ...]
    gaps: int
    drawings: Mapping[str, object]
    media: Mapping[str, Path] = field(default_factory=dict[str, Path])
    redirects: tuple[Asset, ...] = ()
    drafts: bool = False
    held: int = 0
    """How many entries and pages nobody has approved yet."""
    kiosk: str = ""
    """The version of the kiosk bundle that is being made; empty for the portal."""
    charts: ChartCache = field(default_factory=dict[str, str])
    """Drawings kept between builds."""

    offers: bool = False
    """Whether files for others go beside the pages."""

    kit: tuple[KitFile, ...] = ()
    """The files of the outreach kit that go beside the pages."""

    workers: int = 1
    """How many processes may work on it at once."""

    former: Path | None = None
    """The tree of the build before, if this generator built it and nobody has changed it."""

    memory: Path | None = None
    """Where builds keep what they worked out."""

    edition: str = ""
    """The hash of the generator, which worked it out."""

    around: str = ""
    """The hash of all that pages are made of, but for what people wrote for them."""

    @property
    def kind(self) -> str:
        """What the site is for."""
        return kind_of(drafts=self.drafts, kiosk=self.kiosk)

    def kept(self, name: str) -> Kept:
        """Return what builds of this kind kept under ``name``."""
        return Kept(self.memory and self.memory / f"{self.kind}-{name}", self.edition)

    def kept_around(self, name: str) -> Kept:
        """Return the same, where it holds only while ``around`` is the same."""
        return replace(self.kept(name), edition=self.around)

    @property
    def apart(self) -> frozenset[str]:
        """Pages that stand for themselves: no page leads to them, not all languages have them."""
        frames = plan_frames(self.site) if self.offers else ()
        return frozenset([*(one.path for one in self.redirects), *(one.address for one in frames)])

    @property
    def titles(self) -> dict[str, dict[str, str]]:
        """The title of every page, by language and path."""
        found: dict[str, dict[str, str]] = {}
        for page in self.pages:
            found.setdefault(page.lang, {})[page.path] = page.title
        return found

    @property
    def withdrawn(self) -> frozenset[str]:
        """The addresses of pages whose content is withdrawn."""
        settings = self.site.settings
        return frozenset(
            built_path(page.path, page.lang, settings.default_lang)
            for page in self.pages
            if settings.withdraws(page.path)
        )
