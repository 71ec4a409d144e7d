"""The story in order: read, check, render, stage, build, finish, verify, swap."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from microsite.check.assemble import assemble
from microsite.check.content import Content
from microsite.check.languages import find_gaps
from microsite.check.withdrawal import without_withdrawn
from microsite.checking import check_project
from microsite.finish import finish
from microsite.marks import Figure, outside_code, parse_inline
from microsite.model.site import COLLECTIONS, Site
from microsite.paths import ProjectPaths
from microsite.pictures import Picture, PictureCache, make_pictures
from microsite.problems import ContentError, Problem
from microsite.render.page import Asset, Page
from microsite.render.site_pages import render_site
from microsite.render.theme import draw_theme, theme_files
from microsite.search import scope_of, search_files
from microsite.stage import FolderCache, stage
from microsite.verify import Fault, find_faults
from microsite.wording.catalog import load_words

# told the name of each part of the story, and how much there is to do where that is known
Report = Callable[..., None]


class SiteError(Exception):
    """A built tree that must not be published, with its faults. Raised before the swap."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


@dataclass(frozen=True)
class Prepared:
    """A checked project whose pages are staged.

    ``media`` leads from the name of a file among the site's assets to where it lies now.
    """

    site: Site
    pages: tuple[Page, ...]
    gaps: int
    drawings: Mapping[str, object]
    media: Mapping[str, Path] = field(default_factory=dict[str, Path])

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


def prepare(paths: ProjectPaths, report: Report = lambda *_, **__: None) -> Prepared:
    """Check a project and stage its pages. Raises ContentError with every problem."""
    report("check")
    content, problems = check_project(paths)
    settings = content.settings
    if problems or settings is None:
        raise ContentError(problems, content.texts)
    content = without_withdrawn(content)
    site = assemble(content, settings)
    cache = PictureCache(paths.pictures)
    pictures = _make_pictures(paths, content, site, cache, report)
    report("render")
    pages, assets = render_site(site, FolderCache(paths.charts), pictures)
    stage(pages, assets, paths.staged, settings.languages)
    media = {one.path: paths.media / one.path for one in site.recordings.values()}
    media |= {
        one.name: cache.path(one.kept)
        for picture in pictures.values()
        for one in picture.renditions
    }
    return Prepared(site, pages, len(find_gaps(content)), draw_theme(site), media)


def _make_pictures(
    paths: ProjectPaths, content: Content, site: Site, cache: PictureCache, report: Report
) -> Mapping[str, Picture]:
    """Make the pictures of every photograph. Raises ContentError for those that cannot be read."""
    files = {name: paths.media / photo.path for name, photo in site.photos.items()}
    pictures, failed = make_pictures(files, cache, lambda count: report("pictures", count=count))
    if failed:
        entries = content.ids("photos")
        problems = (
            Problem(
                entries[name].where("file"), "picture-broken", "", {"file": path.name}, path.name
            )
            for name, path in files.items()
            if name in failed
        )
        raise ContentError(tuple(sorted(problems)), content.texts)
    return pictures


def build(paths: ProjectPaths, engine: Engine, report: Report = lambda *_, **__: None) -> Summary:
    """Build the whole site beside the old one and swap.

    Until the swap ``site/`` is left as it was. Raises ContentError before anything is built and
    SiteError when the built tree has faults.
    """
    prepared = prepare(paths, report)
    settings = prepared.site.settings
    report("build")
    shutil.rmtree(paths.beside, ignore_errors=True)
    engine(paths, paths.beside, prepared)
    finish_site(prepared, paths.beside)
    report("verify")
    faults = find_faults(paths.beside, settings.languages, address=settings.address or "")
    if faults:
        raise SiteError(faults)
    swap(paths)
    return summarise(prepared)


def finish_site(prepared: Prepared, site: Path) -> None:
    """Finish the tree that an engine built in ``site``."""
    settings = prepared.site.settings
    found = [
        asset
        for lang in settings.languages
        for asset in search_files(site, prepared.pages, scope_of(prepared.site, load_words(lang)))
    ]
    finish(
        site,
        prepared.pages,
        chain(theme_files(prepared.site), _read(prepared.media), found),
        address=settings.address or "",
        default_lang=settings.default_lang,
    )


def _read(media: Mapping[str, Path]) -> Iterator[Asset]:
    """Read one file after the other: all of them may be more than the memory holds."""
    for name, path in sorted(media.items()):
        yield Asset(name, path.read_bytes())


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
