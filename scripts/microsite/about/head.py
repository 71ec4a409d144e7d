"""The lines for the head of every page, by where it lies in the site."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import unescape

from microsite.about.contents import contents_of
from microsite.about.dublin import dublin_core
from microsite.about.graph import linked_data
from microsite.about.links import links
from microsite.about.sharing import open_graph
from microsite.about.subject import Picture, Subject
from microsite.model.base import Localized
from microsite.model.indicator import Indicator
from microsite.model.places import built_path
from microsite.model.site import Site
from microsite.model.unit import Unit
from microsite.render.backlinks import build_backlinks
from microsite.render.context import Context, Shared
from microsite.render.page import Page
from microsite.render.registers import build_registers
from microsite.wording.catalog import load_words

_CITED = re.compile(r'<sup class="ms-cite">.*?</sup>')
_TAG = re.compile(r"<[^>]+>")


class Heads:
    """Describes pages of ``site``; ``pictures`` holds share pictures by the place of their page."""

    def __init__(self, site: Site, pictures: Mapping[str, Picture]) -> None:
        registers = build_registers(site)
        self._site, self._pictures = site, pictures
        self._shared = Shared(site, build_backlinks(site), registers, {})
        self._contents = contents_of(site, registers)

    def of(self, page: Page) -> str:
        """Return the lines for ``page``.

        A page that no search engine shall list says where the real one is, and nothing else.
        """
        subject = self._subject(page)
        if not page.is_listed:
            return "\n".join(links(subject))
        return "\n".join(
            [
                *links(subject),
                *open_graph(subject),
                *dublin_core(subject, self._coverage(subject)),
                linked_data(subject, self._contents),
            ]
        )

    def _subject(self, page: Page) -> Subject:
        built = built_path(page.path, page.lang, self._site.settings.default_lang)
        return Subject(self._site, page, self._pictures.get(built), self._plain(page))

    def _plain(self, page: Page) -> Callable[[Localized], str]:
        context = Context(self._shared, page.path, load_words(page.lang), page.lang)

        def plain(words: Localized) -> str:
            html = context.prose(context.plain(words))
            return unescape(_TAG.sub("", _CITED.sub("", html))).replace("\u00a0", " ")

        return plain

    def _coverage(self, subject: Subject) -> str:
        entry = self._contents.entries.get(subject.page.path)
        if isinstance(entry, Unit):
            return subject.say(entry.latest.name)
        own = entry.territory if isinstance(entry, Indicator) else None
        return subject.say(own or self._site.settings.territory)
