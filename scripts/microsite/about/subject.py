"""A page as its metadata see it: with its site, its place on the web, its picture."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import dataclass

from microsite.model.base import Localized
from microsite.model.places import built_path
from microsite.model.section import Section
from microsite.model.settings import Settings
from microsite.model.site import Site
from microsite.render.page import Page


@dataclass(frozen=True)
class Picture:
    """The share picture: its address, width and height."""

    url: str
    width: int
    height: int


@dataclass(frozen=True)
class Subject:
    """A page to be described. ``plain`` turns prose of the data into words in its language."""

    site: Site
    page: Page
    picture: Picture | None
    plain: Callable[[Localized], str]

    @property
    def settings(self) -> Settings:
        """The settings of the site."""
        return self.site.settings

    @property
    def lang(self) -> str:
        """The language of its tree."""
        return self.page.lang

    @property
    def kind(self) -> str:
        """Its look."""
        return str(self.page.meta["kind"])

    @property
    def title(self) -> str:
        """Its title; the first page's is the name of the site. Only screens need hard blanks."""
        is_home = self.kind == "home"
        return _soft(self.say(self.settings.name) if is_home else self.page.title)

    @property
    def description(self) -> str:
        """What it says of itself in a sentence."""
        return _soft(str(self.page.meta.get("description", "")))

    @property
    def versions(self) -> tuple[str, ...]:
        """The languages in which it can really be read."""
        listed = self.page.meta.get("versions", ())
        return tuple(map(str, listed)) if isinstance(listed, list | tuple) else ()

    @property
    def built(self) -> str:
        """Where it lies in the site."""
        return self.built_of(self.page.path)

    @property
    def section(self) -> Section | None:
        """The part of the site that it belongs to."""
        return self.settings.section(self.page.meta.get("section"))

    @property
    def author(self) -> str | None:
        """Who wrote it; where there is only one author, also of pages made from data."""
        authors = self.settings.authors
        named = [one for one in authors if one.id == self.page.meta.get("author")]
        found = named or (authors if len(authors) == 1 else [])
        return self.say(found[0].name) if found else None

    def say(self, words: Localized) -> str:
        """Return words in the page's language, or in the source language."""
        return words.told(self.lang)

    def built_of(self, path: str, lang: str = "") -> str:
        """Return where another page lies; without ``lang`` in the same language."""
        return built_path(path, lang or self.lang, self.settings.default_lang)

    def url(self, built: str) -> str:
        """Return the address of a file of the site: whole, or from this page where the site does
        not know where it will lie.
        """
        whole = self.settings.web_address(built)
        return whole or posixpath.relpath(built, posixpath.dirname(self.built) or ".")


def _soft(text: str) -> str:
    return text.replace("\u00a0", " ")
