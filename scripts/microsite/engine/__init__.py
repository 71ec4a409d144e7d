"""The one adapter to MkDocs: a thin plugin, and a build with one process per language.

Nothing else imports ``mkdocs``. The plugin serves plain ``mkdocs build`` and ``mkdocs serve``;
``build_site`` serves ``microsite build``, where the pages are staged already; ``desk.py`` serves
``microsite serve``, which builds single pages.
"""

from __future__ import annotations

import multiprocessing
import os
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urljoin

# before the import below: Material prints a notice about its own end of life
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands.build import build
from mkdocs.config import config_options
from mkdocs.config.base import Config, load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority

from microsite.model.settings import Settings
from microsite.model.site import Site
from microsite.paths import ProjectPaths
from microsite.pipeline import Prepared, finish_public, finish_site, prepare
from microsite.problems import ContentError
from microsite.public import seal
from microsite.render.whole import keep_whole, known_names
from microsite.wording.catalog import load_words
from microsite.wording.dates import format_day
from microsite.wording.problems import describe

_I18N = "i18n"


class PluginOptions(Config):  # type: ignore[no-untyped-call]  # mkdocs has no types
    """Options of ``- microsite:`` in ``mkdocs.yml``."""

    messages = config_options.Choice(("vi", "en"), default="vi")
    """The language of problem messages."""


class MicrositePlugin(BasePlugin[PluginOptions]):  # type: ignore[no-untyped-call]  # the same
    """Checks and stages the project before MkDocs reads it, and finishes what MkDocs built."""

    prepared: Shown | None = None
    drafts = False

    def on_startup(self, *, command: str, **_: Any) -> None:
        """Show drafts to those who preview. MkDocs keeps a plugin that wants to know this."""
        self.drafts = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Stage once, then let MkDocs build the staged tree with our navigation."""
        paths = ProjectPaths(Path(config.config_file_path).parent)
        i18n = config.plugins.get(_I18N)
        is_rebuild = self.drafts and not getattr(i18n, "building", False)
        if self.prepared is None or is_rebuild:
            try:
                self.prepared = prepare(paths, drafts=self.drafts)
            except ContentError as error:
                lang, texts = self.config.messages, error.texts
                said = [
                    str(describe(found, lang, texts.get(found.where.file)))
                    for found in error.problems
                ]
                raise PluginError("\n".join(["", *said])) from None
        return configure(config, paths, self.prepared.site.settings)

    def on_env(self, env: Any, **_: Any) -> None:
        """Give templates what they may ask for."""
        if self.prepared is not None:
            expose(env, self.prepared)

    def on_page_markdown(self, markdown: str, *, page: Any, config: MkDocsConfig, **_: Any) -> str:
        """Lead “edit this page” to the file that a person wrote."""
        if config.repo_url and config.edit_uri:
            base = config.repo_url.rstrip("/") + "/"
            page.edit_url = urljoin(urljoin(base, config.edit_uri), page.meta.get("source", ""))
        return markdown

    @event_priority(-200)  # after i18n has built the other languages
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Finish the tree, once all languages are there."""
        i18n = config.plugins.get(_I18N)
        if not isinstance(self.prepared, Prepared) or getattr(i18n, "building", False):
            return
        paths, tree = ProjectPaths(Path(config.config_file_path).parent), Path(config.site_dir)
        if self.drafts:
            finish_site(self.prepared, tree)
            return
        finish_public(paths, self.prepared, tree, _in_silence)
        seal(paths, tree, _in_silence)

    def on_serve(self, server: Any, *, config: MkDocsConfig, **_: Any) -> Any:
        """Watch what people write, not only what is staged."""
        paths = ProjectPaths(Path(config.config_file_path).parent)
        server.watch(str(paths.data))
        server.watch(str(paths.docs))
        return server


def _in_silence(*_: object, **__: object) -> None:
    """Report nothing: MkDocs says what it does."""


def configure(config: MkDocsConfig, paths: ProjectPaths, settings: Settings) -> MkDocsConfig:
    """Point the configuration at the staged tree, with its name in every language."""
    config.docs_dir = str(paths.staged.resolve())
    config.site_url = settings.address or ""
    config.nav = ["index.md"]  # our templates draw the menu from the settings
    i18n = config.plugins.get(_I18N)
    for language in i18n.config.languages if i18n else ():
        lang = language.locale
        language.site_name = settings.short_name.told(lang)
    return config


class Shown(Protocol):
    """What theme templates may ask for."""

    @property
    def site(self) -> Site:
        """The content, with its settings."""

    @property
    def titles(self) -> Mapping[str, Mapping[str, str]]:
        """The title of every page, by language and path."""

    @property
    def drafts(self) -> bool:
        """Whether what nobody has approved yet is among them, to be marked."""

    @property
    def drawings(self) -> Mapping[str, object]:
        """What the theme draws on its pages."""


def expose(env: Any, shown: Shown) -> None:
    """Let theme templates ask ``ms`` for settings, words, titles and drawings."""
    settings, names = shown.site.settings, known_names(shown.site)
    env.globals["ms"] = {
        "settings": settings,
        "sections": {section.id: section for section in settings.sections},
        "words": {lang: load_words(lang) for lang in settings.languages},
        "titles": shown.titles,
        "drafts": shown.drafts,
        "whole": lambda text, lang: keep_whole(text, names, load_words(lang), title=True),
        "day": lambda day, lang: format_day(date.fromisoformat(day), lang),
        **shown.drawings,
    }


def build_site(paths: ProjectPaths, site_dir: Path, prepared: Prepared) -> None:
    """Build the staged project into ``site_dir``.

    Raises RuntimeError when a language fails. Where processes can fork, each language has its own;
    the trees are byte for byte those of one build.
    """
    if "fork" not in multiprocessing.get_all_start_methods():
        build(load(paths, site_dir, prepared))
        return
    languages = prepared.site.settings.languages
    fork = multiprocessing.get_context("fork")
    trees = {lang: site_dir.with_name(f"{site_dir.name}.{lang}") for lang in languages}
    workers = {
        lang: fork.Process(target=_build_language, args=(paths, tree, prepared, lang))
        for lang, tree in trees.items()
    }
    for worker in workers.values():
        worker.start()
    for worker in workers.values():
        worker.join()
    failed = [lang for lang, worker in workers.items() if worker.exitcode]
    if failed:
        message = f"MkDocs could not build: {', '.join(failed)}"
        raise RuntimeError(message)
    trees[languages[0]].rename(site_dir)
    for lang in languages[1:]:
        (trees[lang] / lang).rename(site_dir / lang)
        shutil.rmtree(trees[lang])


def _build_language(paths: ProjectPaths, tree: Path, prepared: Prepared, lang: str) -> None:
    config = load(paths, tree, prepared)
    only(config, lang)
    build(config)


def only(config: MkDocsConfig, lang: str) -> None:
    """Make a build end after the language ``lang``."""
    i18n: Any = config.plugins[_I18N]
    i18n.current_language, i18n.building = lang, True


def load(paths: ProjectPaths, site_dir: Path, prepared: Shown) -> MkDocsConfig:
    """Read the configuration for a build of what is prepared already."""
    config = load_config(str(paths.config), site_dir=str(site_dir.resolve()))
    plugin: Any = config.plugins["microsite"]
    plugin.prepared = prepared
    return config
