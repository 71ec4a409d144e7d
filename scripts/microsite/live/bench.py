"""The project while someone works on it: the last sound edition, what is wrong now, what is shown.

A page is drawn when a browser asks for it, or has it open while something changes. So nothing needs
to know which page depends on which file: a page has changed when its bytes have.
"""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Protocol

from microsite.check.content import Content
from microsite.checking import check_project
from microsite.finish import finish_page
from microsite.live.edition import Edition, make_edition
from microsite.live.overlay import draw_failure, draw_problems
from microsite.live.wardrobe import Wardrobe
from microsite.load.tree import Memory
from microsite.paths import ProjectPaths
from microsite.problems import Problem
from microsite.render.page import Page
from microsite.stage import FolderCache, stage

# the index is that of the last whole build: it needs every page
_INDEX = re.compile(r"(assets/)?search/[a-z0-9-]+\.js")


class Desk(Protocol):
    """Where an engine builds single pages of one language."""

    def show(self, shown: Edition) -> None:
        """Give templates a newer state of the project."""

    def build(self, page: Page) -> str:
        """Return the HTML of ``page``."""

    def build_not_found(self) -> str:
        """Return the page for an address that leads nowhere."""


OpenDesk = Callable[[ProjectPaths, Path, Edition, str], Desk]


@dataclass(frozen=True)
class View:
    """What a browser shows: marks that change when the page, the styles or the scripts do, and the
    problems as HTML.
    """

    page: str
    styles: str
    scripts: str
    problems: str

    def as_json(self) -> dict[str, str]:
        """Return it as the browser reads it."""
        return asdict(self)


class Bench:
    """A project being worked on. Its methods may be called from several threads."""

    def __init__(
        self, paths: ProjectPaths, open_desk: OpenDesk, theme: Path, lang: str = "vi"
    ) -> None:
        self._paths, self._open_desk, self._theme, self._lang = paths, open_desk, theme, lang
        self._memory = Memory()
        self._charts = FolderCache(paths.charts)
        self._wardrobe = Wardrobe(theme / "assets", paths.served / "assets")
        self._checked: tuple[Content, tuple[Problem, ...]] | None = None
        self._edition: Edition | None = None
        self._desks: dict[str, Desk] = {}
        self._failures: dict[str, str] = {}  # by address; "" is the project as a whole
        self._last: dict[str, str] = {}  # the last page that could be drawn, by address
        self._problems = ""
        self._number = 0
        self._drawing = threading.RLock()
        self._news = threading.Condition()

    def refresh(
        self, changed: frozenset[Path] = frozenset()
    ) -> tuple[tuple[Problem, ...], Mapping[str, str]]:
        """Take in that files have changed, all of them when none is named.

        Returns the problems of the content, and the texts they lie in.
        """
        if self._checked is None or any(not self._is_theme(path) for path in changed):
            self._checked = check_project(self._paths, self._memory)
        content, problems = self._checked
        with self._drawing:
            self._failures.clear()
            self._problems = draw_problems(problems, content.texts, self._lang)
            if not problems and content.settings is not None:
                try:
                    self._take(content, changed)
                except Exception as error:
                    self._failures[""] = draw_failure(error, self._lang)
                    self._edition = None
        with self._news:
            self._number += 1
            self._news.notify_all()
        return problems, content.texts

    def wait(self, number: int, seconds: float) -> int:
        """Return the number of the state that is there; wait when it is still ``number``."""
        with self._news:
            self._news.wait_for(lambda: self._number != number, seconds)
            return self._number

    def page(self, address: str) -> tuple[str, bool]:
        """Return the page at ``address`` as well as it can be shown now, and whether there is one.

        The page is empty when none could be drawn yet.
        """
        with self._drawing:
            known = self._edition is None or address in self._edition.sheets
            return self._draw(address), known

    def view(self, address: str) -> View:
        """Return what a browser at ``address`` shows now."""
        with self._drawing:
            html = self._draw(address)
            failed = self._failures.get("") or self._failures.get(address, "")
            return View(
                _mark(html.encode()),
                self._wardrobe.mark("css"),
                self._wardrobe.mark("js"),
                self._problems + failed,
            )

    def file(self, address: str) -> bytes | None:
        """Return the file at ``address`` that is no page."""
        with self._drawing:
            if address.startswith("assets/"):
                found = self._wardrobe.read(address.removeprefix("assets/"))
            else:
                found = self._edition.files.get(address) if self._edition else None
            return found or _built_index(self._paths.site, address)

    def _take(self, content: Content, changed: frozenset[Path]) -> None:
        settings = content.settings
        if settings is None:
            return
        former = self._edition
        edition = make_edition(self._paths, content, settings, self._charts, former)
        dressed = [path for path in changed if self._is_theme(path)]
        if (
            former is None
            or self._paths.config in changed
            or any(not path.is_relative_to(self._theme / "assets") for path in dressed)
            or former.sheets.keys() != edition.sheets.keys()
            or former.site.settings != settings
        ):
            folder = self._paths.served / "docs"
            stage(edition.outlines(), edition.assets, folder, settings.languages)
            self._desks = {
                lang: self._open_desk(self._paths, folder, edition, lang)
                for lang in settings.languages
            }
        else:
            for desk in self._desks.values():
                desk.show(edition)
        self._wardrobe.dress(edition.site, edition.media, changed=not changed or bool(dressed))
        self._edition = replace(edition, drawn={})

    def _is_theme(self, path: Path) -> bool:
        return path.is_relative_to(self._theme)

    def _draw(self, address: str) -> str:
        edition = self._edition
        if edition is None:
            return self._last.get(address, "")
        if address not in edition.drawn:
            edition.drawn[address] = self._drawn(edition, address)
        return edition.drawn[address]

    def _drawn(self, edition: Edition, address: str) -> str:
        sheet = edition.sheets.get(address)
        try:
            if sheet is None:
                return self._desks[edition.site.settings.default_lang].build_not_found()
            html = finish_page(self._desks[sheet.lang].build(sheet.draw()))
        except Exception as error:
            self._failures[address] = draw_failure(error, self._lang)
            return self._last.get(address, "")
        self._last[address] = html
        return html


def _mark(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def _built_index(site: Path, address: str) -> bytes | None:
    """Return a file of the search index in a built site."""
    path = site / address
    return path.read_bytes() if _INDEX.fullmatch(address) and path.is_file() else None
