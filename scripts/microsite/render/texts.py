"""What people wrote for pages, apart from what all pages share.

A page is given the texts that it is drawn from and cannot reach others. So what was drawn before
can be taken over when they are the same, and nobody has to think about what depends on what.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from microsite.model.page import AuthoredPage
from microsite.model.site import Site

Places = frozenset[tuple[str, str]]
"""Language and path of pages."""


@dataclass(frozen=True)
class Texts:
    """The authored pages of a site with all that was written; ``stale`` are translations whose
    source has changed since.
    """

    pages: tuple[AuthoredPage, ...]
    stale: Places

    def in_language(self, lang: str) -> Mapping[str, AuthoredPage]:
        """Return the pages of a language by their path."""
        return self._by_language.get(lang, {})

    def stale_among(self, pages: Iterable[AuthoredPage]) -> Places:
        """Return which of ``pages`` are stale."""
        return self.stale.intersection(page.place for page in pages)

    @cached_property
    def _by_language(self) -> Mapping[str, Mapping[str, AuthoredPage]]:
        found: dict[str, dict[str, AuthoredPage]] = {}
        for page in self.pages:
            found.setdefault(page.lang, {})[page.path] = page
        return found


def texts_of(site: Site) -> Texts:
    """Return what was written for the pages of ``site``."""
    return Texts(site.pages, site.stale.intersection(page.place for page in site.pages))


def without_texts(site: Site) -> Site:
    """Return ``site`` without that."""
    bare = tuple(replace(page, body="") for page in site.pages)
    return replace(site, pages=bare, stale=site.stale.difference(page.place for page in bare))


def told(pages: Iterable[AuthoredPage], stale: Places) -> tuple[str, ...]:
    """Return what a drawing is told with ``pages``, those of which are ``stale``."""
    return (*(page.body for page in pages), repr(sorted(stale)))
