"""Colours in the place of tokens, for drawings that leave the page: pictures and files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

Palette = Mapping[str, str]
"""Colours by the names of the theme's tokens."""

_VAR = re.compile(r"var\(--(?P<name>[a-z0-9-]+)(?:,(?P<other>[^()]*))?\)")

MORNING: Final[Palette] = MappingProxyType({
    "sky-1": "#e4edf1", "sky-2": "#fbf3e4", "mist": "#eff3f2",
    "ridge-1": "#c9d7e0", "ridge-2": "#a9bfce", "ridge-3": "#7f9db6",
    "ridge-4": "#54779b", "ridge-5": "#34577f", "ridge-6": "#1f3c66",
    "tea-0": "#2c5539", "tea-1": "#4c8047", "tea-2": "#6c9f52",
})  # fmt: skip
NIGHT: Final[Palette] = MappingProxyType({
    "sky-1": "#0b1224", "sky-2": "#2a3459", "mist": "#1d2949",
    "ridge-1": "#34446e", "ridge-2": "#2c3b64", "ridge-3": "#243157",
    "ridge-4": "#1b2748", "ridge-5": "#131d39", "ridge-6": "#0c142a",
    "tea-0": "#0b1a1c", "tea-1": "#1d3b33", "tea-2": "#2a5240", "cloth-edge": "#f5f1e6",
})  # fmt: skip
INK: Final[Palette] = MappingProxyType({
    **dict.fromkeys(MORNING, "#fff"),
    "crest": "#000", "cloth-dark": "#000", "cloth-light": "#fff", "cloth-edge": "#000",
})  # fmt: skip

THEMES: Final[Mapping[str, Palette]] = MappingProxyType(
    {"light": MORNING, "dark": NIGHT, "contrast": INK}
)
"""What the landscapes wear in each theme: the colours of ``tokens.css``, held equal by a test."""


def paint(svg: str, palette: Palette) -> str:
    """Return ``svg`` with the colours of ``palette`` in the place of tokens.

    A token that is not in it gets the colour that the drawing falls back to, or none.
    """
    return _VAR.sub(lambda one: palette.get(one["name"], one["other"] or "none"), svg)


def paint_alone(svg: str, palette: Palette) -> str:
    """Return ``svg`` painted, as a whole document for other programs."""
    painted = paint(svg, palette)
    if "xmlns=" in painted:
        return painted
    return painted.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
