"""The story up to the engine: read, check, render, stage."""

from __future__ import annotations

from collections.abc import Callable

from microsite.check.assemble import assemble
from microsite.check.languages import find_gaps
from microsite.check.release import count_withheld, release
from microsite.check.surroundings import surroundings
from microsite.check.withdrawal import withdrawn, without_withdrawn
from microsite.checking import check_project
from microsite.fingerprint import maker
from microsite.kept import Kept
from microsite.load.tree import Memory
from microsite.media import make_album, media_files, without_withdrawn_pages
from microsite.offer.kit import read_kit
from microsite.paths import ProjectPaths
from microsite.prepared import Prepared, kind_of
from microsite.problems import ContentError
from microsite.render.environment import keep_compiled
from microsite.render.offered import offers_anything
from microsite.render.redirects import redirect_files
from microsite.render.site_pages import render_site
from microsite.render.theme import draw_kiosk, draw_theme
from microsite.spread import cores
from microsite.stage import FolderCache, stage

# told the name of each part of the story, and how much there is to do where that is known
Report = Callable[..., None]


def prepare(
    paths: ProjectPaths,
    report: Report = lambda *_, **__: None,
    *,
    drafts: bool = False,
    kiosk: str = "",
    workers: int | None = None,
) -> Prepared:
    """Check a project and stage its pages. Raises ContentError with every problem.

    Without ``drafts`` only what may be published goes in. ``kiosk`` is the version of the bundle
    that is being made for touch screens. ``workers`` says how many processes may work at once, by
    default one for each core.
    """
    workers = workers or cores()
    report("check")
    memory = Memory(kept=Kept(paths.memory / "read", maker()))
    content, problems = check_project(paths, memory, workers, paths.memory / "checked")
    if problems:
        raise ContentError(problems, content.texts)
    if any(withdrawn(content)):
        memory.forget()  # of who took a consent back nothing may stay, not even the name of a file
    content = without_withdrawn(content)
    held = count_withheld(content)
    if not drafts:
        content = release(content)
    if content.settings is None:
        raise ContentError((), content.texts)
    site = assemble(content, content.settings)
    pictures = make_album(paths, content, site, lambda count: report("pictures", count=count))
    report("render")
    keep_compiled(paths.compiled)
    charts = FolderCache(paths.charts)
    offers = not drafts and not kiosk and offers_anything(site)
    kit = read_kit(paths) if offers else ()
    around = surroundings(content, sorted(pictures.items()), kit)
    kind = kind_of(drafts=drafts, kiosk=kiosk)
    drawn = Kept(paths.memory / f"{kind}-drawn", around)
    drawings = draw_theme(site, Kept(paths.memory / f"{kind}-theme", maker()))
    if kiosk:
        drawings |= {"kiosk": draw_kiosk(site)}
    pages, assets = render_site(
        site, charts, pictures, kiosk, offers=offers, kit=kit, kept=drawn, workers=workers
    )
    stage(pages, assets, paths.staged, site.settings.languages)
    return Prepared(
        site,
        pages,
        len(find_gaps(content)),
        drawings | {"offers": offers},
        without_withdrawn_pages(media_files(paths, site, pictures), site, pages),
        () if kiosk else tuple(redirect_files(site, pages)),
        drafts=drafts,
        held=held,
        kiosk=kiosk,
        charts=charts,
        offers=offers,
        kit=kit,
        workers=workers,
        memory=paths.memory,
        edition=maker(),
        around=around,
    )
