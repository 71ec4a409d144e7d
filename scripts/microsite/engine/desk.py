"""One language of a project kept open in MkDocs, so that a single page is built in a moment."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader
from mkdocs.commands.build import get_context
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page as EnginePage

from microsite.compiled import compiled_in
from microsite.engine.adapter import Shown, expose, load, only
from microsite.engine.islands import put_aside
from microsite.paths import ProjectPaths
from microsite.render.page import Page
from microsite.stage import staged_text


def theme_folder(paths: ProjectPaths) -> Path:
    """Return the folder of the project's own templates, styles and scripts.

    Raises RuntimeError when the configuration cannot be read.
    """
    with _saying_why(paths):
        return Path(str(load_config(str(paths.config)).theme.custom_dir))


@contextmanager
def _saying_why(paths: ProjectPaths) -> Iterator[None]:
    """Turn a refused configuration into a RuntimeError that says why; the engine only logs it."""
    said = _Said()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(said)
    try:
        yield
    except MkDocsException as error:
        message = "\n".join([f"{paths.config}: {error}", *said.lines])
        raise RuntimeError(message) from error
    finally:
        logger.removeHandler(said)


class _Said(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def _add_own(files: Files, env: Environment, config: MkDocsConfig) -> None:
    """Add what the project's own theme has, and none of the parent theme's thousands of icons."""
    whole = env.loader
    env.loader = FileSystemLoader(str(config.theme.custom_dir))
    try:
        files.add_files_from_theme(env, config)
    finally:
        env.loader = whole


class Desk:
    """Builds pages of one language, one at a time.

    ``folder`` is a staged tree that holds a file for every page; what is in them does not matter.
    The pages that exist and the configuration are those of the moment it was opened.
    """

    def __init__(self, paths: ProjectPaths, folder: Path, shown: Shown, lang: str) -> None:
        with _saying_why(paths):
            config = load(paths, folder, shown)
        only(config, lang)
        config = config.plugins.on_config(config)
        config.docs_dir = str(folder.resolve())
        config.plugins.on_pre_build(config=config)
        # what lies beside pages is not built here, and each file costs as much as a small page
        files = Files([one for one in get_files(config) if one.is_documentation_page()])
        env = config.theme.get_env()
        env.bytecode_cache = compiled_in(paths.compiled)
        _add_own(files, env, config)
        files = config.plugins.on_files(files, config=config)
        set_exclusions(files, config)
        self._config, self._files, self._lang = config, files, lang
        self._pages = files.documentation_pages()
        nav = get_navigation(files, config)
        self._nav = config.plugins.on_nav(nav, config=config, files=files)
        self._env: Any = config.plugins.on_env(env, config=config, files=files)
        self._places: dict[str, File] = {file.src_uri: file for file in self._pages if file.src_uri}

    @property
    def theme(self) -> Path:
        """The folder of the project's own theme."""
        return Path(str(self._config.theme.custom_dir))

    def theme_files(self) -> Iterator[tuple[Path, str]]:
        """Yield what the project's own theme has beside templates, as MkDocs chooses it, and the
        address of each.
        """
        own = str(self._config.theme.custom_dir)
        for file in self._files:
            if file.src_dir == own:
                yield Path(own, file.src_uri), file.dest_uri

    def show(self, shown: Shown) -> None:
        """Give templates a newer state of the project."""
        expose(self._env, shown)

    def build(self, page: Page) -> str:
        """Return the HTML of ``page`` as the engine leaves it. Raises KeyError for a new page."""
        config, files = self._config, self._files
        file = self._places[page.file]
        before = file.page
        file.content_string = staged_text(page)
        built = EnginePage(None, file, config)
        built.read_source(config)
        built.markdown = config.plugins.on_page_markdown(
            built.markdown or "", page=built, config=config, files=files
        )
        built.markdown, put_back = put_aside(built.markdown)
        built.render(config, files)
        built.content = config.plugins.on_page_content(
            put_back(built.content or ""), page=built, config=config, files=files
        )
        built.active = True
        context = config.plugins.on_page_context(
            self._context(built), page=built, config=config, nav=self._nav
        )
        html = self._env.get_template("main.html").render(context)
        file.content_string, file.page = "", before  # or every page built would be held
        return str(config.plugins.on_post_page(html, page=built, config=config))

    @property
    def root(self) -> str:
        """The folder of the site on its host."""
        return urlsplit(self._config.site_url or "/").path

    def build_not_found(self, root: str = "/") -> str:
        """Return the page for an address that leads nowhere; its links begin at ``root``."""
        context = self._context(None, root)
        return str(self._env.get_template("404.html").render(context))

    def _context(self, page: EnginePage | None, root: str = "/") -> Any:
        return get_context(self._nav, self._pages, self._config, page, base_url=root)
