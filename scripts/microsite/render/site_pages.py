"""The whole site to pages and data files, in every language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from markupsafe import Markup

from microsite.charts import ChartCache
from microsite.model.page import AuthoredPage
from microsite.model.site import Site
from microsite.render.authored import draw_notes, draw_page
from microsite.render.backlinks import build_backlinks
from microsite.render.context import Context, Shared
from microsite.render.datafiles import indicator_files
from microsite.render.environment import fill
from microsite.render.generated import Plan, plan_pages
from microsite.render.look import look
from microsite.render.page import Asset, Page
from microsite.render.print_pages import print_pages
from microsite.render.registers import build_registers
from microsite.render.tally import draw_tally
from microsite.wording.catalog import load_words


def render_site(site: Site, charts: ChartCache) -> tuple[tuple[Page, ...], tuple[Asset, ...]]:
    """Render every page and data file of ``site``; ``charts`` keeps drawings between builds."""
    registers = build_registers(site)
    plans = tuple(plan_pages(site, registers))
    shared = Shared(site, build_backlinks(site), registers, charts)
    titles: dict[str, Mapping[str, str]] = {
        lang: _titles(shared, plans, lang) for lang in site.settings.languages
    }
    shared = replace(shared, titles=titles)
    pages: list[Page] = []
    for lang in site.settings.languages:
        pages += _authored(shared, lang)
        pages += [_generated(shared, plan, lang) for plan in plans]
        pages += print_pages(shared, lang)
    return tuple(pages), tuple(indicator_files(site))


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


def _authored(shared: Shared, lang: str) -> Iterator[Page]:
    by_path: dict[str, dict[str, AuthoredPage]] = {}
    for page in shared.site.pages:
        by_path.setdefault(page.path, {})[page.lang] = page
    for versions in by_path.values():
        default = shared.site.settings.default_lang
        page = versions.get(lang) or versions[default]
        yield _authored_page(shared, page, versions, lang)


def _authored_page(
    shared: Shared, page: AuthoredPage, versions: Mapping[str, AuthoredPage], lang: str
) -> Page:
    path = page.path
    context = Context(shared, path, load_words(page.lang), lang)
    lede = context.prose(page.meta.summary)
    body = draw_page(page, context)
    meta: dict[str, object] = {
        **look(shared, path),
        "versions": [code for code in shared.site.settings.languages if code in versions],
        "lede": lede,
        "description": lede.striptags(),
        "author": page.meta.author,
        "published": page.meta.published.isoformat(),
        "reviewed": page.meta.reviewed.isoformat(),
        "boundary_note": page.meta.boundary_note,
    }
    figure = draw_tally(context, str(meta["kind"]))
    if figure:
        meta["figure"] = Markup(figure)
    if page.lang != lang:
        meta["fallback"] = page.lang
    return Page(lang, path, page.meta.title, body, page.file, meta)


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
        **look(shared, plan.path, plan.kind),
        "versions": list(shared.site.settings.languages),
        "description": plan.summary(context),
    }
    if figure:
        meta["figure"] = Markup(figure)
    return Page(lang, plan.path, plan.title(context), f"{body}\n\n{notes}", plan.source, meta)
