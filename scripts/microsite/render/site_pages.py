"""The whole site to pages and data files, in every language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from markupsafe import Markup

from microsite.charts import ChartCache
from microsite.kept import NOTHING, Kept, key_of
from microsite.model.approval import Approvable
from microsite.model.page import AuthoredPage
from microsite.model.site import Site
from microsite.pictures import Picture
from microsite.render.authored import draw_notes, draw_page, reading_minutes
from microsite.render.backlinks import build_backlinks
from microsite.render.context import Context, Shared
from microsite.render.datafiles import indicator_files
from microsite.render.environment import fill
from microsite.render.generated import Plan, plan_pages
from microsite.render.kiosk_pages import kiosk_pages
from microsite.render.kit_file import KitFile
from microsite.render.look import look
from microsite.render.page import Asset, Page, Sheet
from microsite.render.print_pages import print_pages
from microsite.render.registers import build_registers
from microsite.render.stale import stale_entry, stale_page
from microsite.render.tally import draw_tally
from microsite.render.texts import Places, Texts, texts_of, told, without_texts
from microsite.render.whole import known_names
from microsite.render.withdrawn import withdraw
from microsite.wording.catalog import load_words

# the kinds of page that are read from beginning to end
_READ = ("article", "landing")
# so many sources that phones wait for their addresses; the register, one step on, has them
_NAMES_ONLY = {"home", "timeline"}


def render_site(  # noqa: PLR0913 — what a site is drawn from
    site: Site,
    charts: ChartCache,
    pictures: Mapping[str, Picture],
    kiosk: str = "",
    *,
    offers: bool = False,
    kit: tuple[KitFile, ...] = (),
    kept: Kept = NOTHING,
    workers: int = 1,
) -> tuple[tuple[Page, ...], tuple[Asset, ...]]:
    """Render every page and data file of ``site``.

    ``charts`` keeps drawings between builds, ``pictures`` are those made of the photographs. For a
    kiosk, ``kiosk`` is the version of its bundle, and its own pages are added. With ``offers`` the
    files for others will lie beside the pages, and those of ``kit`` too. ``kept`` holds the pages
    that were drawn before with all of this the same but the texts of pages. At most ``workers``
    processes draw at once.
    """
    sheets = plan_site(site, charts, pictures, kiosk, offers=offers, kit=kit)
    keys = {key_of(sheet.lang, sheet.path, *sheet.told): sheet for sheet in sheets}
    drawn = kept.each(keys, lambda sheet: sheet.draw(), workers)
    return tuple(drawn.values()), tuple(indicator_files(site))


def plan_site(  # noqa: PLR0913 — the same
    site: Site,
    charts: ChartCache,
    pictures: Mapping[str, Picture],
    kiosk: str = "",
    *,
    offers: bool = False,
    kit: tuple[KitFile, ...] = (),
) -> tuple[Sheet, ...]:
    """Return every page of ``site``, none of them drawn yet."""
    shared, plans = share(site, charts, pictures, offers=offers)
    shared, texts = replace(shared, kit=kit), texts_of(site)
    titles = shared.titles
    sheets: list[Sheet] = []
    for lang in site.settings.languages:
        sheets += _authored(shared, texts, lang)
        for plan in plans:
            title = titles[lang][plan.path]
            sheets.append(Sheet(lang, plan.path, title, partial(_generated, shared, plan, lang)))
        sheets += print_pages(shared, texts, lang)
        if kiosk:
            sheets += kiosk_pages(shared, texts, lang, kiosk)
    linked = shared.linked
    sheets = [replace(sheet, told=(*sheet.told, linked)) for sheet in sheets]
    return tuple(withdraw(sheet, site.settings) for sheet in sheets)


def share(
    site: Site, charts: ChartCache, pictures: Mapping[str, Picture], *, offers: bool = False
) -> tuple[Shared, tuple[Plan, ...]]:
    """Return what all pages of ``site`` share, and the plans of the generated ones."""
    registers, backlinks = build_registers(site), build_backlinks(site)
    plans = tuple(plan_pages(site, registers))
    names, bare = known_names(site), without_texts(site)
    shared = Shared(bare, backlinks, registers, charts, pictures, names=names, offers=offers)
    titles: dict[str, Mapping[str, str]] = {
        lang: _titles(shared, plans, lang) for lang in site.settings.languages
    }
    return replace(shared, titles=titles), plans


def _titles(shared: Shared, plans: tuple[Plan, ...], lang: str) -> dict[str, str]:
    """Return every page's title by path; an untranslated page keeps its own."""
    default = shared.site.settings.default_lang
    titles: dict[str, str] = {}
    for page in shared.site.pages:
        if page.lang == lang or (page.lang == default and page.path not in titles):
            titles[page.path] = page.meta.title
    for plan in plans:
        titles[plan.path] = plan.title(Context(shared, plan.path, load_words(lang), lang))
    return titles


def _authored(shared: Shared, texts: Texts, lang: str) -> Iterator[Sheet]:
    settings = shared.site.settings
    for path, written in texts.in_language(settings.default_lang).items():
        page = texts.in_language(lang).get(path) or written
        versions = [code for code in settings.languages if path in texts.in_language(code)]
        stale = texts.stale_among([page])
        draw = partial(_authored_page, shared, page, versions, lang, stale)
        yield Sheet(lang, path, page.meta.title, draw, told([page], stale))


def _authored_page(
    shared: Shared, page: AuthoredPage, versions: Sequence[str], lang: str, stale: Places
) -> Page:
    path = page.path
    context = Context(shared, path, load_words(page.lang), lang, page.body, stale)
    lede = context.prose(page.meta.summary)
    lead = context.prose(page.meta.figure) if page.meta.figure else None
    looks = look(shared, path)
    body = draw_page(page, context, with_addresses=looks["kind"] not in _NAMES_ONLY)
    meta: dict[str, object] = {
        **looks,
        "versions": list(versions),
        "lede": lede,
        "description": lede.striptags(),
        "author": page.meta.author,
        "published": page.meta.published.isoformat(),
        "reviewed": page.meta.reviewed.isoformat(),
        "boundary_note": page.meta.boundary_note,
    }
    if meta["kind"] in _READ:
        meta["minutes"] = reading_minutes(page.body)
    if lead:
        meta["lead"] = lead
    if figure := draw_tally(context, str(meta["kind"])):
        meta["figure"] = Markup(figure)
    if context.notes.numbers:
        meta["cited"] = len(context.notes.numbers)
    if not page.meta.is_published:
        meta["status"] = page.meta.status
    if page.lang != lang:
        meta["fallback"] = page.lang
    elif said := stale_page(page, context):
        meta["stale"] = said
    return Page(lang, path, context.whole(page.meta.title, title=True), body, page.file, meta)


def _generated(shared: Shared, plan: Plan, lang: str) -> Page:
    context = Context(shared, plan.path, load_words(lang), lang)
    figure = plan.figure(context)
    body = fill(
        f"pages/{plan.template}.md",
        c=context,
        w=context.words,
        subject=plan.subject,
        plan=plan,
        **plan.values(context),
    )
    notes = draw_notes(context)
    meta: dict[str, object] = {
        **look(shared, plan.path, plan.kind, getattr(plan.subject, "band", None)),
        **plan.over(context),
        "versions": list(shared.site.settings.languages),
        "description": plan.summary(context),
    }
    if isinstance(plan.subject, Approvable) and not plan.subject.is_published:
        meta["status"] = plan.subject.status
    if figure:
        meta["figure"] = Markup(figure)
    if figure and context.notes.numbers:
        meta["cited"] = len(context.notes.numbers)
    if stale := stale_entry(plan.entry, context):
        meta["stale"] = stale
    title = context.whole(plan.title(context), title=True)
    return Page(lang, plan.path, title, f"{body}\n\n{notes}", plan.source, meta)
