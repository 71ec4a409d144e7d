"""The plugin that serves plain ``mkdocs build`` and ``mkdocs serve``."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority

from microsite.engine.adapter import I18N, Shown, configure, expose
from microsite.paths import ProjectPaths
from microsite.pipeline import finish_public, finish_site
from microsite.prepared import Prepared
from microsite.preparing import prepare
from microsite.problems import ContentError
from microsite.public import seal
from microsite.wording.problems import describe


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
        i18n = config.plugins.get(I18N)
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
        i18n = config.plugins.get(I18N)
        if not isinstance(self.prepared, Prepared) or getattr(i18n, "building", False):
            return
        paths, tree = ProjectPaths(Path(config.config_file_path).parent), Path(config.site_dir)
        if self.drafts:
            finish_site(self.prepared, tree)
            return
        finish_public(paths, self.prepared, tree, _in_silence)
        seal(tree)

    def on_serve(self, server: Any, *, config: MkDocsConfig, **_: Any) -> Any:
        """Watch what people write, not only what is staged."""
        paths = ProjectPaths(Path(config.config_file_path).parent)
        server.watch(str(paths.data))
        server.watch(str(paths.docs))
        return server


def _in_silence(*_: object, **__: object) -> None:
    """Report nothing: MkDocs says what it does."""
