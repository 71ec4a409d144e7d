"""Pages whose content is withdrawn: the address stays, a notice stands there, lists forget it."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace

from microsite.model.settings import Settings
from microsite.render.environment import fill
from microsite.render.page import Page, Sheet
from microsite.wording.catalog import load_words

_LINK = re.compile(r"\]\((?P<page>[^)#\s]+\.md)#[^)\s]+\)")
_LOOK = ("section", "colour", "band")


def withdraw(sheet: Sheet, settings: Settings) -> Sheet:
    """Put the notice in the place of a withdrawn page; links of other pages lead to it whole."""
    if settings.emergency is None or not settings.emergency.withdraw:
        return sheet
    if settings.withdraws(sheet.path):
        title = load_words(sheet.lang)("emergency.withdrawn")
        return replace(sheet, title=title, draw=lambda: _notice(sheet.draw(), settings))
    return replace(sheet, draw=lambda: _without_anchors(sheet.draw(), settings))


def _notice(page: Page, settings: Settings) -> Page:
    words = load_words(page.lang)
    owner = settings.owner.name.told(page.lang)
    meta: dict[str, object] = {
        **{name: page.meta.get(name, "") for name in _LOOK},
        "kind": "article",
        "versions": list(settings.languages),
        "description": words("emergency.withdrawn"),
        "robots": "noindex",
        "withdrawn": True,
    }
    body = fill("withdrawn.html", w=words, owner=owner)
    return Page(page.lang, page.path, words("emergency.withdrawn"), body, page.source, meta)


def _without_anchors(page: Page, settings: Settings) -> Page:
    """Let links lead to the notice itself: the places inside the page are gone."""
    folder = posixpath.dirname(page.path)

    def shorten(link: re.Match[str]) -> str:
        path = posixpath.normpath(posixpath.join(folder, link["page"]))
        return f"]({link['page']})" if settings.withdraws(path) else link.group()

    return replace(page, body=_LINK.sub(shorten, page.body))
