"""The story in order: read, check, render, stage, build, finish, verify, swap."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from microsite.check.assemble import assemble
from microsite.check.languages import find_gaps
from microsite.checking import check_project
from microsite.finish import finish
from microsite.load.media import read_media
from microsite.marks import Figure, outside_code, parse_inline
from microsite.model.site import COLLECTIONS, Site
from microsite.paths import ProjectPaths
from microsite.problems import ContentError
from microsite.render.page import Asset, Page
from microsite.render.site_pages import render_site
from microsite.render.theme import draw_kiosk, draw_theme, kiosk_files, theme_files
from microsite.search import scope_of, search_files
from microsite.stage import FolderCache, stage
from microsite.verify import Fault, find_faults
from microsite.wording.catalog import load_words

Report = Callable[[str], None]


class SiteError(Exception):
    """A built tree that must not be published, with its faults. Raised before the swap."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


@dataclass(frozen=True)
class Prepared:
    """A checked project whose pages are staged."""

    site: Site
    pages: tuple[Page, ...]
    gaps: int
    drawings: Mapping[str, object]
    media: tuple[Asset, ...] = ()
    kiosk: str = ""
    """The version of the kiosk bundle that is being made; empty for the portal."""

    @property
    def titles(self) -> dict[str, dict[str, str]]:
        """The title of every page, by language and path."""
        found: dict[str, dict[str, str]] = {}
        for page in self.pages:
            found.setdefault(page.lang, {})[page.path] = page.title
        return found


Engine = Callable[[ProjectPaths, Path, Prepared], None]


@dataclass(frozen=True)
class Summary:
    """What was built, in numbers."""

    pages: Counter[str]
    collections: dict[str, int]
    figures: int
    gaps: int


def prepare(paths: ProjectPaths, report: Report = lambda _: None, *, kiosk: str = "") -> Prepared:
    """Check a project and stage its pages. Raises ContentError with every problem."""
    report("check")
    content, problems = check_project(paths)
    if problems or content.settings is None:
        raise ContentError(problems, content.texts)
    site = assemble(content, content.settings)
    report("render")
    pages, assets = render_site(site, FolderCache(paths.charts), kiosk)
    stage(pages, assets, paths.staged, site.settings.languages)
    used = [photo.path for photo in site.photos.values()]
    used += [recording.path for recording in site.recordings.values()]
    media = tuple(Asset(name, raw) for name, raw in read_media(paths, used).items())
    drawings = draw_theme(site)
    if kiosk:
        drawings["kiosk"] = draw_kiosk(site)
    return Prepared(site, pages, len(find_gaps(content)), drawings, media, kiosk)


def build(paths: ProjectPaths, engine: Engine, report: Report = lambda _: None) -> Summary:
    """Build the whole site beside the old one and swap.

    Until the swap ``site/`` is left as it was. Raises ContentError before anything is built and
    SiteError when the built tree has faults.
    """
    prepared = prepare(paths, report)
    build_tree(paths, prepared, paths.beside, engine, report)
    swap(paths)
    return summarise(prepared)


def build_tree(
    paths: ProjectPaths, prepared: Prepared, tree: Path, engine: Engine, report: Report
) -> None:
    """Build, finish and verify in the folder ``tree``. Raises SiteError when it has faults."""
    settings = prepared.site.settings
    report("build")
    shutil.rmtree(tree, ignore_errors=True)
    engine(paths, tree, prepared)
    finish_site(prepared, tree)
    report("verify")
    faults = find_faults(tree, settings.languages, address=settings.address or "")
    if faults:
        raise SiteError(faults)


def finish_site(prepared: Prepared, site: Path) -> None:
    """Finish the tree that an engine built in ``site``."""
    settings = prepared.site.settings
    found = [
        asset
        for lang in settings.languages
        for asset in search_files(site, prepared.pages, scope_of(prepared.site, load_words(lang)))
    ]
    screen = kiosk_files(prepared.site) if prepared.kiosk else ()
    finish(
        site,
        prepared.pages,
        (*theme_files(prepared.site), *prepared.media, *found, *screen),
        address=settings.address or "",
        default_lang=settings.default_lang,
        kiosk=bool(prepared.kiosk),
    )


def swap(paths: ProjectPaths) -> None:
    """Put the new site in the place of the old one."""
    shutil.rmtree(paths.previous, ignore_errors=True)
    if paths.site.exists():
        paths.site.rename(paths.previous)
    paths.beside.rename(paths.site)
    shutil.rmtree(paths.previous, ignore_errors=True)


def summarise(prepared: Prepared) -> Summary:
    """Count what a build holds."""
    site = prepared.site
    return Summary(
        pages=Counter(page.lang for page in prepared.pages),
        collections={name: len(getattr(site, name)) for name in COLLECTIONS},
        figures=_count_figures(site),
        gaps=prepared.gaps,
    )


def _count_figures(site: Site) -> int:
    return sum(
        isinstance(mark, Figure)
        for page in site.pages
        if page.lang == site.settings.default_lang
        for line, outside in outside_code(page.body.split("\n"))
        if outside
        for mark in parse_inline(line)
    )
