"""The story in order: prepare (read, check, render, stage), build, finish, verify, seal, swap."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from microsite.finish import add_files, finish_page, finish_pages, finish_theme
from microsite.media import read_media
from microsite.offer import offered_files
from microsite.offer.kit import kit_files
from microsite.paths import ProjectPaths
from microsite.placing import swap
from microsite.prepared import Prepared
from microsite.preparing import Report, prepare
from microsite.public import Outfit, equip, plan_outfit, seal
from microsite.render.page import Asset
from microsite.render.theme import kiosk_files, theme_files
from microsite.search import scope_of, search_files
from microsite.spread import spread
from microsite.summary import Summary, summarise
from microsite.verify import Fault, find_faults
from microsite.versions import lead, lead_file, move_assets
from microsite.wording.catalog import load_words


class SiteError(Exception):
    """A built tree that must not be published, with its faults. Raised before the swap."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


Engine = Callable[[ProjectPaths, Path, Prepared], None]


def build(  # noqa: PLR0913 — the same, and what went before
    paths: ProjectPaths,
    engine: Engine,
    report: Report = lambda *_, **__: None,
    *,
    drafts: bool = False,
    workers: int | None = None,
    former: Path | None = None,
) -> Summary:
    """Build the whole site beside the old one and swap; with ``drafts`` into a folder of its own.

    Until the swap the old one is left as it was. ``former`` is the old one if this generator built
    it and nobody has changed it: what is the same again is taken over. Raises ContentError before
    anything is built and SiteError when the built tree has faults.
    """
    prepared = replace(prepare(paths, report, drafts=drafts, workers=workers), former=former)
    build_tree(paths, prepared, paths.beside, engine, report, is_public=not drafts)
    swap(paths.beside, paths.drafts if drafts else paths.site, paths.previous)
    return summarise(
        prepared.site,
        prepared.pages,
        gaps=prepared.gaps,
        held=prepared.held,
        withdrawn=len(prepared.withdrawn),
    )


def build_tree(  # noqa: PLR0913 — a build is what these are together
    paths: ProjectPaths,
    prepared: Prepared,
    tree: Path,
    engine: Engine,
    report: Report,
    *,
    is_public: bool = False,
) -> None:
    """Build, finish and verify in the folder ``tree``. Raises SiteError when it has faults.

    A tree that everybody may read gets what only such a tree has, and is sealed.
    """
    settings = prepared.site.settings
    report("build")
    shutil.rmtree(tree, ignore_errors=True)
    engine(paths, tree, prepared)
    if is_public:
        finish_public(paths, prepared, tree, report)
    else:
        finish_site(prepared, tree)
    report("verify")
    verify = partial(
        find_faults,
        tree,
        settings.languages,
        address=settings.address or "",
        apart=prepared.apart,
        withdrawn=prepared.withdrawn,
        kept=prepared.kept("faults"),
        workers=prepared.workers,
    )
    # a seal adds files beside those that are looked at, so both are done at once
    jobs: list[Callable[[], Any]] = [verify]
    if is_public:
        jobs.append(partial(seal, tree, prepared.former))
    faults, *_ = spread(lambda job: job(), jobs, prepared.workers, few=1)
    if faults:
        raise SiteError(faults)


def finish_public(paths: ProjectPaths, prepared: Prepared, tree: Path, report: Report) -> None:
    """Finish the tree that an engine built, with what a tree for everybody has; not sealed yet."""
    outfit = plan_outfit(
        paths,
        prepared.site,
        prepared.pages,
        tree,
        kept=prepared.kept_around("heads"),
        workers=prepared.workers,
    )
    finish_site(prepared, tree, outfit)
    equip(outfit, tree, report)


def _search_files(prepared: Prepared, site: Path, lang: str) -> list[Asset]:
    kept = prepared.kept(f"search-{lang}")
    scope = scope_of(prepared.site, load_words(lang))
    return list(search_files(site, prepared.pages, scope, kept))


def finish_site(prepared: Prepared, site: Path, outfit: Outfit | None = None) -> None:
    """Finish the tree that an engine built in ``site``."""
    settings, workers = prepared.site.settings, prepared.workers
    found = chain.from_iterable(
        spread(partial(_search_files, prepared, site), settings.languages, workers, few=1)
    )
    drawn = theme_files(prepared.site, prepared.kept("drawings"), workers)
    screen = kiosk_files(prepared.site) if prepared.kiosk else ()
    finish_theme(
        site,
        chain(drawn, read_media(prepared.media), screen),
        default_lang=settings.default_lang,
        kiosk=bool(prepared.kiosk),
    )
    add_files(site, found, prepared.former)
    _drop_sheets(prepared, site / "assets" / "css")
    rest = [*prepared.redirects]
    if prepared.offers:
        rest += offered_files(
            prepared.site,
            prepared.pages,
            site,
            prepared.charts,
            kept=prepared.kept_around("offers"),
            workers=workers,
        )
        rest += kit_files(prepared.kit)
    # what reads the tree as readers get it comes after
    moved = {} if prepared.kiosk or prepared.drafts else move_assets(site)
    heads = outfit.heads if outfit else {}

    def work(name: str, html: str) -> str:
        return lead(finish_page(html, heads.get(name, "")), moved, anywhere=False)

    finish_pages(site, work, prepared.former, workers)
    led = (Asset(file.path, lead_file(file.path, file.content, moved)) for file in rest)
    add_files(site, led, prepared.former)


def _drop_sheets(prepared: Prepared, folder: Path) -> None:
    """Take away the style sheets that no page of this tree asks for."""
    emergency = prepared.site.settings.emergency
    has_banner = emergency is not None and emergency.banner is not None
    kinds = {"drafts": prepared.drafts, "alert": has_banner, "embed": prepared.offers}
    for sheet, is_used in kinds.items():
        if not is_used:
            (folder / f"{sheet}.css").unlink(missing_ok=True)
