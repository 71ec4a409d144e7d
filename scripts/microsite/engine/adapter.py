"""The engine's configuration and what templates may ask: what its plugin and our builds share."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from typing import Any, Protocol

# before the import below: Material prints a notice about its own end of life
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from pathlib import Path

from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig

from microsite.first_script import FIRST_SCRIPT, PAGE_POLICY
from microsite.model.settings import Settings
from microsite.model.site import Site
from microsite.paths import ProjectPaths
from microsite.render.whole import keep_whole, known_names
from microsite.wording.catalog import load_words
from microsite.wording.dates import format_day

I18N = "i18n"


def configure(config: MkDocsConfig, paths: ProjectPaths, settings: Settings) -> MkDocsConfig:
    """Point the configuration at the staged tree, with its name in every language."""
    config.docs_dir = str(paths.staged.resolve())
    config.site_url = settings.address or ""
    config.nav = ["index.md"]  # our templates draw the menu from the settings
    i18n = config.plugins.get(I18N)
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
        "policy": PAGE_POLICY,
        "first_script": FIRST_SCRIPT,
        "whole": lambda text, lang: keep_whole(text, names, load_words(lang), title=True),
        "day": lambda day, lang: format_day(date.fromisoformat(day), lang),
        **shown.drawings,
    }


def only(config: MkDocsConfig, lang: str) -> None:
    """Make a build end after the language ``lang``."""
    i18n: Any = config.plugins[I18N]
    i18n.current_language, i18n.building = lang, True


def load(paths: ProjectPaths, site_dir: Path, prepared: Shown) -> MkDocsConfig:
    """Read the configuration for a build of what is prepared already."""
    config = load_config(str(paths.config), site_dir=str(site_dir.resolve()))
    plugin: Any = config.plugins["microsite"]
    plugin.prepared = prepared
    return config
