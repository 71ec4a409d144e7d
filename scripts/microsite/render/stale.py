"""What readers of a translation are told when its source has changed since it was compared."""

from __future__ import annotations

from markupsafe import Markup

from microsite.model.page import AuthoredPage
from microsite.render.context import Context


def stale_page(page: AuthoredPage, context: Context) -> str:
    """Say that the source of ``page`` has changed, with the days on which both were reviewed.

    Empty for a translation that is current, and for the source itself.
    """
    site = context.site
    if page.place not in context.stale:
        return ""
    default = site.settings.default_lang
    written = next(one for one in site.pages if (one.lang, one.path) == (default, page.path))
    days = context.words(
        "page.stale_days",
        source=context.day(written.meta.reviewed),
        own=context.day(page.meta.reviewed),
    )
    return f"{context.words('page.stale')} {days}"


def stale_entry(name: str, context: Context) -> str:
    """Say the same of the entry ``name``, which has no days of review; empty when it is current."""
    lang = context.words.lang
    return context.words("page.stale") if (lang, name) in context.site.stale else ""


def stale_note(page: AuthoredPage, context: Context) -> Markup:
    """Return the sentence as a note, for a page that goes on paper with others."""
    said = stale_page(page, context)
    note = Markup('<div class="ms-fallback" role="note"><p>{}</p></div>')
    return note.format(said) if said else Markup("")
