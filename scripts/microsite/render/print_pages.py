"""A whole section on one page, for paper: its pages one after another with one list of sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from microsite.model.page import AuthoredPage
from microsite.model.section import Section
from microsite.render.authored import draw_body, draw_notes
from microsite.render.context import Context, Shared
from microsite.render.environment import fill, markdown_text
from microsite.render.look import look
from microsite.render.page import Page, Sheet
from microsite.render.stale import stale_note
from microsite.render.texts import Places, Texts, told
from microsite.wording.catalog import load_words


def print_pages(shared: Shared, texts: Texts, lang: str) -> Iterator[Sheet]:
    """Yield a page for paper for every section of more than one text page.

    A page that is not translated is only named in the other languages, so that every language has
    the same pages.
    """
    words = load_words(lang)
    settings = shared.site.settings
    authored = texts.in_language(settings.default_lang)
    for section in settings.sections:
        if paths := section.on_paper(authored.keys()):
            title = words("print.title", section=section.title.told(lang))
            pages = [texts.in_language(lang).get(path) or authored[path] for path in paths]
            stale = texts.stale_among(pages)
            draw = partial(_draw, shared, section, lang, pages, stale)
            yield Sheet(lang, section.paper, title, draw, told(pages, stale))


def _draw(
    shared: Shared, section: Section, lang: str, pages: Iterable[AuthoredPage], stale: Places
) -> Page:
    words, settings = load_words(lang), shared.site.settings
    context = Context(shared, section.paper, words, lang, stale=stale)
    title = words("print.title", section=context.plain(section.title))
    body = "\n\n".join([*(_part(page, context) for page in pages), draw_notes(context)])
    meta: dict[str, object] = {
        **look(shared, section.paper, "landing"),
        "versions": list(settings.languages),
        "description": words("print.summary", section=context.plain(section.title)),
        "robots": "noindex",
    }
    return Page(lang, section.paper, context.whole(title, title=True), body, "data/site.yml", meta)


def _part(page: AuthoredPage, context: Context) -> str:
    anchor = "trang-" + page.path.rpartition("/")[2].removesuffix(".md")
    is_withdrawn = context.withdraws(page.path)
    is_read = page.lang == context.words.lang and not is_withdrawn
    attributes = (
        f"#{anchor}" if page.lang == context.words.lang else f'#{anchor} lang="{page.lang}"'
    )
    head = f"## {markdown_text(page.meta.title)} {{{attributes}}}"
    above = fill(
        "print-part.html",
        c=context,
        w=context.words,
        page=page,
        is_read=is_read,
        is_withdrawn=is_withdrawn,
    )
    note = stale_note(page, context) if is_read else ""
    body = draw_body(page.body, context, under=anchor) if is_read else ""
    return "\n\n".join(filter(None, [head, note, above, body]))
