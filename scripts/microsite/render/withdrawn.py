"""Pages whose content is withdrawn: the address stays, a notice stands there, lists forget it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace

from microsite.model.settings import Settings
from microsite.render.environment import fill
from microsite.render.page import Page
from microsite.wording.catalog import load_words

_LINK = re.compile(r"\]\((?P<page>[^)#\s]+\.md)#[^)\s]+\)")
_LOOK = ("section", "colour", "band")


def withdraw(pages: tuple[Page, ...], settings: Settings) -> tuple[Page, ...]:
    """Put the notice in the place of every withdrawn page."""
    if settings.emergency is None or not settings.emergency.withdraw:
        return pages
    return tuple(_withdrawn(pages, settings))


def _withdrawn(pages: tuple[Page, ...], settings: Settings) -> Iterator[Page]:
    for page in pages:
        if settings.withdraws(page.path):
            yield _notice(page, settings)
        else:
            yield replace(page, body=_without_anchors(page, settings))


def _notice(page: Page, settings: Settings) -> Page:
    words = load_words(page.lang)
    owner = settings.owner.name.get(page.lang) or settings.owner.name.vi
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


def _without_anchors(page: Page, settings: Settings) -> str:
    """Let links lead to the notice itself: the places inside the page are gone."""
    folder = posixpath.dirname(page.path)

    def shorten(link: re.Match[str]) -> str:
        path = posixpath.normpath(posixpath.join(folder, link["page"]))
        return f"]({link['page']})" if settings.withdraws(path) else link.group()

    return _LINK.sub(shorten, page.body)
