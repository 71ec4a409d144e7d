"""Staged pages to a built tree; a page whose text and templates have not changed is not built."""

from __future__ import annotations

import shutil
from pathlib import Path

from microsite.engine.desk import Desk
from microsite.fingerprint import configured, fingerprint_of
from microsite.finish import finish_page
from microsite.kept import KeptFiles, key_of
from microsite.model.places import built_path
from microsite.paths import ProjectPaths
from microsite.placing import link, names_in
from microsite.prepared import Prepared
from microsite.render.page import Page
from microsite.render.whole import known_names
from microsite.spread import FEW, spread
from microsite.stage import staged_text

_TEMPLATES = {".html", ".svg", ".py", ".yml"}


def build_site(paths: ProjectPaths, site_dir: Path, prepared: Prepared) -> None:
    """Build the staged project into ``site_dir``, on all cores.

    Raises RuntimeError that names the page when a page cannot be built. The tree is byte for byte
    the one of a build from nothing, whatever is kept from former builds.
    """
    press = _Press(paths, prepared)
    site_dir.mkdir(parents=True)
    # before others come to work, who then find the first language open
    theme = press.begin(site_dir)
    kept, edition = KeptFiles(paths.built_pages / prepared.kind), _edition(paths, prepared, theme)
    names = {
        page.file: f"{key_of(edition, page.file, staged_text(page)).hex()}.html"
        for page in prepared.pages
    }

    def build(page: Page) -> None:
        kept.put(names[page.file], press.build(page).encode())

    lacking = [page for page in prepared.pages if names[page.file] not in kept]
    several = len({page.lang for page in lacking}) > 1
    # a language takes as long to open as several pages to build
    spread(build, lacking, prepared.workers, few=1 if several else FEW)
    default = prepared.site.settings.default_lang
    for page in prepared.pages:
        target = site_dir / built_path(page.path, page.lang, default)
        target.parent.mkdir(parents=True, exist_ok=True)
        link(kept.path(names[page.file]), target)  # finishing writes another one in its place
    kept.keep_only(names.values())


class _Press:
    """Builds pages of every language, one at a time; each language is opened when it is needed."""

    def __init__(self, paths: ProjectPaths, prepared: Prepared) -> None:
        self._paths, self._prepared = paths, prepared
        self._desks: dict[str, Desk] = {}

    def build(self, page: Page) -> str:
        """Return the finished HTML of ``page``. Raises RuntimeError that names it."""
        try:
            return finish_page(self._desk(page.lang).build(page))
        except Exception as error:
            message = f"{page.source}: {type(error).__name__}: {error}"
            raise RuntimeError(message) from error

    def begin(self, tree: Path) -> Path:
        """Put into ``tree`` what all languages share, and the files beside staged pages; return the
        folder of the theme.
        """
        settings = self._prepared.site.settings
        desk = self._desk(settings.default_lang)
        for path, address in desk.theme_files():
            target = tree / address
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)  # finishing writes into them
        for lang in settings.languages:
            folder = self._paths.staged / lang
            for name in names_in(folder):
                if not name.endswith(".md"):
                    target = tree / built_path(name, lang, settings.default_lang)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    link(folder / name, target)
        not_found = finish_page(desk.build_not_found(desk.root))
        (tree / "404.html").write_text(not_found, encoding="utf-8")
        return desk.theme

    def _desk(self, lang: str) -> Desk:
        if lang not in self._desks:
            self._desks[lang] = Desk(self._paths, self._paths.staged, self._prepared, lang)
        return self._desks[lang]


def _edition(paths: ProjectPaths, prepared: Prepared, theme: Path) -> str:
    """Return the hash of all that decides about a page besides its own text."""
    settings = prepared.site.settings
    decisive = (
        configured(paths.config),
        prepared.edition,
        fingerprint_of((theme,), lambda path: path.suffix in _TEMPLATES),
        settings.model_dump_json(),
        repr(sorted(known_names(prepared.site))),
        repr(prepared.drafts),
        repr(prepared.titles),
        repr(prepared.drawings),
    )
    return key_of(*decisive).hex()
