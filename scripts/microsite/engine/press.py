"""Staged pages to a built tree; a page whose text and templates have not changed is not built."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from microsite.engine.desk import Desk, theme_folder
from microsite.fingerprint import configured, fingerprint_of
from microsite.finish import finish_page
from microsite.kept import key_of
from microsite.model.places import built_path
from microsite.paths import ProjectPaths
from microsite.placing import write_whole
from microsite.prepared import Prepared
from microsite.render.page import Page
from microsite.render.whole import known_names
from microsite.spread import spread
from microsite.stage import staged_text

_TEMPLATES = {".html", ".svg", ".py", ".yml"}


def build_site(paths: ProjectPaths, site_dir: Path, prepared: Prepared) -> None:
    """Build the staged project into ``site_dir``, on all cores.

    Raises RuntimeError that names the page when a page cannot be built. The tree is byte for byte
    the one of a build from nothing, whatever is kept from former builds.
    """
    press = _Press(paths, site_dir, prepared)
    site_dir.mkdir(parents=True)
    press.copy_files()
    kept = paths.built_pages / prepared.kind
    edition = _edition(paths, prepared)
    names = {
        page.file: f"{key_of(edition, page.file, staged_text(page)).hex()}.html"
        for page in prepared.pages
    }
    kept.mkdir(parents=True, exist_ok=True)
    known = {path.name for path in kept.iterdir()}
    lacking = [page for page in prepared.pages if names[page.file] not in known]

    def build(page: Page) -> None:
        write_whole(kept / names[page.file], press.build(page).encode())

    spread(build, lacking, prepared.workers)
    default = prepared.site.settings.default_lang
    for page in prepared.pages:
        target = site_dir / built_path(page.path, page.lang, default)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(kept / names[page.file], target)
    (site_dir / "404.html").write_text(press.build_not_found(), encoding="utf-8")
    for name in known.difference(names.values()):
        (kept / name).unlink(missing_ok=True)


class _Press:
    """Builds pages of every language, one at a time; each language is opened when it is needed."""

    def __init__(self, paths: ProjectPaths, site_dir: Path, prepared: Prepared) -> None:
        self._paths, self._tree, self._prepared = paths, site_dir, prepared
        self._desks: dict[str, Desk] = {}

    def build(self, page: Page) -> str:
        """Return the finished HTML of ``page``. Raises RuntimeError that names it."""
        try:
            return finish_page(self._desk(page.lang).build(page))
        except Exception as error:
            message = f"{page.source}: {type(error).__name__}: {error}"
            raise RuntimeError(message) from error

    def build_not_found(self) -> str:
        """Return the finished page for addresses that lead nowhere, of all languages."""
        desk = self._desk(self._prepared.site.settings.default_lang)
        return finish_page(desk.build_not_found(desk.root))

    def copy_files(self) -> None:
        """Copy what needs no building: the theme's own files, and those beside staged pages."""
        settings, theme = self._prepared.site.settings, theme_folder(self._paths)
        for path in _plain_files(theme):
            _copy(path, self._tree / path.relative_to(theme))
        for lang in settings.languages:
            folder = self._paths.staged / lang
            for path in sorted(folder.rglob("*")):
                if path.is_file() and path.suffix != ".md":
                    place = built_path(
                        path.relative_to(folder).as_posix(), lang, settings.default_lang
                    )
                    _copy(path, self._tree / place)

    def _desk(self, lang: str) -> Desk:
        if lang not in self._desks:
            self._desks[lang] = Desk(self._paths, self._paths.staged, self._prepared, lang)
        return self._desks[lang]


def _plain_files(theme: Path) -> Iterator[Path]:
    """Yield what a theme has beside templates, as MkDocs chooses it."""
    for path in sorted(theme.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(theme).parts)
        if path.is_file() and not hidden and path.suffix not in (".html", ".py", ".md", ".xml"):
            yield path


def _copy(path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, target)


def _edition(paths: ProjectPaths, prepared: Prepared) -> str:
    """Return the hash of all that decides about a page besides its own text."""
    theme, settings = theme_folder(paths), prepared.site.settings
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
