"""Every page of one edition, built when it is asked for."""

from __future__ import annotations

from pathlib import Path

from microsite.checking import sound_project
from microsite.engine.desk import Desk
from microsite.finish import finish_page
from microsite.live.edition import Edition, make_edition
from microsite.paths import ProjectPaths
from microsite.render.page import Page
from microsite.stage import FolderCache, stage, staged_text


class Printer:
    """The pages of an edition; ``folder`` is a place for what MkDocs wants to see on disk."""

    def __init__(self, paths: ProjectPaths, edition: Edition, folder: Path) -> None:
        languages = edition.site.settings.languages
        stage(edition.outlines(), edition.assets, folder, languages)
        self.edition = edition
        self._desks: dict[str, Desk] = {
            lang: Desk(paths, folder, edition, lang) for lang in languages
        }
        self._pages: dict[str, Page] = {}

    def page(self, address: str) -> Page:
        """Return the page at ``address`` as it is staged."""
        if address not in self._pages:
            self._pages[address] = self.edition.sheets[address].draw()
        return self._pages[address]

    def staged(self, address: str) -> str:
        """Return the staged text of the page: where it is the same, so is the built page's part
        that is not in menus.
        """
        return staged_text(self.page(address))

    def build(self, address: str) -> str:
        """Return the built page."""
        page = self.page(address)
        return finish_page(self._desks[page.lang].build(page))


def read_edition(paths: ProjectPaths, charts: FolderCache) -> Edition:
    """Return the edition of what lies in ``paths``. Raises ContentError when it is not sound."""
    content, settings = sound_project(paths)
    return make_edition(paths, content, settings, charts, None)
