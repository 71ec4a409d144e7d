"""The drawings that every page of the theme shows, and the files that all languages share."""

from __future__ import annotations

from collections.abc import Iterator

from microsite.model.site import Site
from microsite.render.page import Asset


def draw_theme(site: Site) -> dict[str, str]:
    """Return the drawings that templates put into pages: the home scene and the head ridges."""
    return {"scene": "", "head_ridges": ""}


def theme_files(site: Site) -> Iterator[Asset]:
    """Yield the mark, the bands and the covers, to lie beside the theme's own files."""
    yield from ()
