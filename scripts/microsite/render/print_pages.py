"""A whole section on one page, for paper: its pages one after another with one list of sources."""

from __future__ import annotations

from collections.abc import Iterator

from microsite.model.page import AuthoredPage
from microsite.model.settings import Section
from microsite.render.authored import draw_body, draw_notes
from microsite.render.context import Context, Shared
from microsite.render.environment import markdown_text
from microsite.render.look import look
from microsite.render.page import Page
from microsite.wording.catalog import load_words

NAME = "in-ca-muc.md"
_OWN_SHEETS = ("timeline", "quiz", "list", "explorer")  # long lists print from their own pages


def print_path(section: Section) -> str:
    """Return the address of a section's page for paper."""
    return f"{section.id}/{NAME}"


def printable(shared: Shared, section: Section, lang: str) -> list[AuthoredPage]:
    """Return the pages of a section that go on paper together, in the order of the menu."""
    pages = {page.path: page for page in shared.site.pages if page.lang == lang}
    return [
        pages[path]
        for path in section.pages
        if path in pages and path.count("/") == 1 and look(shared, path)["kind"] not in _OWN_SHEETS
    ]


def print_pages(shared: Shared, lang: str) -> Iterator[Page]:
    """Yield a page for paper for every section of more than one text page."""
    words = load_words(lang)
    for section in shared.site.settings.sections:
        pages = printable(shared, section, lang)
        if len(pages) < 2:  # noqa: PLR2004 — one page prints by itself
            continue
        path = print_path(section)
        context = Context(shared, path, words, lang)
        parts = [_part(page, context) for page in pages]
        body = "\n\n".join([*parts, draw_notes(context)])
        title = words("print.title", section=context.plain(section.title))
        meta: dict[str, object] = {
            **look(shared, path, "landing"),
            "versions": list(shared.site.settings.languages),
            "description": words("print.summary", section=context.plain(section.title)),
            "robots": "noindex",
        }
        yield Page(lang, path, context.whole(title, title=True), body, "data/site.yml", meta)


def _part(page: AuthoredPage, context: Context) -> str:
    anchor = "trang-" + page.path.rpartition("/")[2].removesuffix(".md")
    head = f"## {markdown_text(page.meta.title)} {{#{anchor}}}"
    summary = f'<p class="ms-lede">{context.prose(page.meta.summary)}</p>'
    return "\n\n".join([head, summary, draw_body(page.body, context, under=anchor)])
