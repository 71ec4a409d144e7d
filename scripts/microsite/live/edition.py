"""One sound state of the project: every page of it, drawn when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from pathlib import Path

from microsite.charts import ChartCache
from microsite.check.assemble import assemble
from microsite.check.content import Content
from microsite.check.withdrawal import without_withdrawn
from microsite.media import make_album, media_files
from microsite.model.places import built_path
from microsite.model.settings import Settings
from microsite.model.site import Site
from microsite.paths import ProjectPaths
from microsite.render.datafiles import indicator_files
from microsite.render.page import Asset, Page, Sheet
from microsite.render.site_pages import plan_site
from microsite.render.theme import draw_theme


@dataclass(frozen=True)
class Edition:
    """A checked project. ``drawn`` keeps the pages that were asked for, by address."""

    site: Site
    sheets: Mapping[str, Sheet]
    titles: Mapping[str, Mapping[str, str]]
    drawings: Mapping[str, object]
    media: Mapping[str, Path]
    drawn: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def drafts(self) -> bool:
        """Those who write see what nobody has approved yet."""
        return True

    @cached_property
    def files(self) -> dict[str, bytes]:
        """The data files beside the pages, by address."""
        default = self.site.settings.default_lang
        return {
            built_path(asset.path, lang, default): asset.content
            for asset, lang in product(self.assets, self.site.settings.languages)
        }

    @cached_property
    def assets(self) -> tuple[Asset, ...]:
        """The data files as they are staged."""
        return tuple(indicator_files(self.site))

    def outlines(self) -> list[Page]:
        """Return every page without its text, for a tree in which only the places matter."""
        return [Page(one.lang, one.path, one.title, "", "") for one in self.sheets.values()]


def make_edition(
    paths: ProjectPaths,
    content: Content,
    settings: Settings,
    charts: ChartCache,
    former: Edition | None,
) -> Edition:
    """Return the edition of sound ``content``; what is the same comes from ``former``.

    Raises ContentError for photographs that cannot be read.
    """
    content = without_withdrawn(content)
    site = assemble(content, settings)
    pictures = make_album(paths, content, site)
    sheets: dict[str, Sheet] = {}
    titles: dict[str, dict[str, str]] = {}
    for sheet in plan_site(site, charts, pictures):
        sheets[built_path(sheet.path, sheet.lang, settings.default_lang)] = sheet
        titles.setdefault(sheet.lang, {})[sheet.path] = sheet.title
    same = former is not None and former.site.settings == settings
    drawings = former.drawings if former is not None and same else draw_theme(site)
    return Edition(site, sheets, titles, drawings, media_files(paths, site, pictures))
