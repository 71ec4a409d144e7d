"""The drawings that every page of the theme shows, and the files that all languages share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from math import ceil
from typing import get_args

from microsite.identity import (
    THEMES,
    Form,
    draw_backdrop,
    draw_band,
    draw_cover,
    draw_head,
    draw_mark,
    draw_scene,
    draw_strip,
)
from microsite.identity.crest import chance
from microsite.identity.svg import as_address
from microsite.kept import NOTHING, Kept, key_of
from microsite.model.places import html_path
from microsite.model.site import Site
from microsite.model.story import PracticeModel
from microsite.render.kiosk_pages import REST, STATE, WAYS
from microsite.render.page import Asset

# what may stand in front of the ridges on the cover of a model, by its field: a border marker is
# shown only where the border is the matter
_FOREGROUNDS = {
    "economy": ("tea", "terraces"),
    "society": ("roofs", "terraces"),
    "culture": ("xoe", "roofs"),
    "environment": ("forest", "lake"),
    "party": ("roofs", "tea"),
    "digital": ("terraces", "roofs"),
    "defence": ("marker",),
}
# the landscape of the home page, for wide and for narrow screens
_BACKDROPS = {"wide": (1440, 880), "tall": (390, 420)}
# the cover over the whole width of its own page
_PANORAMA = (1440, 360)
_SKYLINE = "home"
_STRIP = (1320, 430)
_TARGET, _GAP, _INCH = 15, 3, 25.4  # millimetres: a target and the space beside it; an inch


def draw_theme(site: Site, kept: Kept = NOTHING) -> dict[str, object]:
    """Return what templates put into pages: bands and head ridges. ``kept`` has what was drawn."""
    bands = _bands(site)
    # in the page and not beside it: a request of its own would hold up the letters
    parts: dict[str, Callable[[], object]] = {"mark": lambda: as_address(draw_mark())}
    parts["bands"] = lambda: {band: _strips(band) for band in bands}
    sections = [section.id for section in site.settings.sections]
    parts["heads"] = lambda: {section: draw_head(section) for section in sections}
    keys = {key_of(name, *bands, "", *sections): draw for name, draw in parts.items()}
    drawn = kept.each(keys, lambda draw: draw(), 1)
    return dict(zip(parts, drawn.values(), strict=True))


def _strips(band: str) -> dict[str, str]:
    return {
        **{form: draw_strip(band, form=form) for form in get_args(Form)},
        "hem": draw_strip(band, form="short", prefix="hem"),
        "again": draw_strip(band, form="short", is_first=False),
    }


def draw_kiosk(site: Site) -> dict[str, object]:
    """Return what the templates of a kiosk ask for: its settings, its scene, its own pages."""
    width, height = _STRIP
    return {
        "screen": site.settings.kiosk,
        "scene": draw_scene(_SKYLINE, width=width, height=height, prefix="strip"),
        "rest_page": html_path(REST),
        "state_page": html_path(STATE),
        "ways_page": html_path(WAYS),
    }


def kiosk_files(site: Site) -> Iterator[Asset]:
    """Yield the sizes that hold for this screen: what a finger needs, in its pixels."""
    ppi = site.settings.kiosk.ppi
    touch, gap = (ceil(millimetres / _INCH * ppi) for millimetres in (_TARGET, _GAP))
    yield Asset("kiosk/size.css", f":root{{--touch:{touch}px;--gap:{gap}px}}\n".encode())


def theme_files(site: Site, kept: Kept = NOTHING, workers: int = 1) -> list[Asset]:
    """Return mark, landscapes, bands and covers, to lie beside the theme's own files.

    ``kept`` holds what was drawn before.
    """
    drawings = {key_of(path, front): (path, draw) for path, front, draw in _drawings(site)}
    drawn = kept.each(drawings, lambda one: one[1]().encode(), workers)
    return [Asset(path, drawn[key]) for key, (path, _) in drawings.items()]


def _drawings(site: Site) -> Iterator[tuple[str, str, Callable[[], str]]]:
    """Yield the place of each, what decides about it besides that, and how it is drawn."""
    yield "mark.svg", "", draw_mark
    for form, (width, height) in _BACKDROPS.items():
        for theme, palette in THEMES.items():
            draw = partial(draw_backdrop, _SKYLINE, palette, width=width, height=height)
            yield f"scenes/{form}-{theme}.svg", "", draw
    for band in _bands(site):
        yield f"bands/{band}.svg", "", partial(draw_band, band)
        yield f"bands/{band}-short.svg", "", partial(draw_band, band, form="short")
        yield f"bands/{band}-contrast.svg", "", partial(draw_band, band, tone="contrast")
    for model in site.models.values():
        front = model.cover or _foreground(model)
        width, height = _PANORAMA
        draw = partial(draw_cover, model.id, foreground=front)
        yield f"covers/{model.id}.svg", front, draw
        yield f"covers/{model.id}-wide.svg", front, partial(draw, width=width, height=height)


def _bands(site: Site) -> list[str]:
    """Return every band that a page may ask for."""
    settings = site.settings
    bands = {section.band for section in settings.sections}
    bands |= {anniversary.band for anniversary in settings.anniversaries}
    bands |= {model.band for model in site.models.values() if model.band}
    bands |= {item.band for item in site.culture.values() if item.band}
    return sorted({"trim", *bands})


def _foreground(model: PracticeModel) -> str:
    """Choose one that fits the field, always the same for a model."""
    fitting = _FOREGROUNDS[model.field]
    return fitting[int(chance(model.id, 0) * len(fitting))]
