"""What a build holds, in numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from microsite.marks import Figure, outside_code, parse_inline
from microsite.model.site import COLLECTIONS, Site
from microsite.render.page import Page


@dataclass(frozen=True)
class Summary:
    """What was built, in numbers."""

    pages: Counter[str]
    collections: dict[str, int]
    figures: int
    gaps: int
    held: int
    withdrawn: int


def summarise(
    site: Site, pages: tuple[Page, ...], *, gaps: int, held: int, withdrawn: int
) -> Summary:
    """Count what a build of ``site`` with these ``pages`` holds."""
    return Summary(
        pages=Counter(page.lang for page in pages),
        collections={name: len(getattr(site, name)) for name in COLLECTIONS},
        figures=_count_figures(site),
        gaps=gaps,
        held=held,
        withdrawn=withdrawn,
    )


def _count_figures(site: Site) -> int:
    return sum(
        isinstance(mark, Figure)
        for page in site.pages
        if page.lang == site.settings.default_lang
        for line, outside in outside_code(page.body.split("\n"))
        if outside
        for mark in parse_inline(line)
    )
