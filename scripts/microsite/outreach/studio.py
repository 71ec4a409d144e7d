"""What every printed or posted thing is drawn with: colours, drawings, codes, and the press."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

import segno

from microsite.identity import (
    Palette,
    band_height,
    draw_head,
    draw_mark,
    draw_scene,
    draw_strip,
    draw_twenty,
    paint_alone,
)
from microsite.share.palette import Palettes
from microsite.typesetting import FontCase, Press, open_fonts

_FONTS = "print/fonts"
_TOKENS = "assets/css/tokens.css"


class Studio:
    """The look of ``theme``: the folder of its templates, fonts and styles.

    ``cache`` keeps the unpacked fonts.
    """

    def __init__(self, theme: Path, cache: Path) -> None:
        self._theme, self._cache = theme, cache
        self._palettes = Palettes((theme / _TOKENS).read_text(encoding="utf-8"))

    @cached_property
    def case(self) -> FontCase:
        """The fonts of print: bold for what is large, regular for what is read."""
        return open_fonts((self._theme / _FONTS).glob("*.woff2"), self._cache / "fonts")

    def press(self, name: str) -> Press:
        """Return the press of the template ``name``."""
        return Press(self._theme / "print" / name, self.case)

    def key(self, name: str, data: Mapping[str, object]) -> str:
        """Return the hash of all that a template makes of ``data``."""
        folder = self._theme / "print"
        total = hashlib.sha256(json.dumps(data, ensure_ascii=False, sort_keys=True).encode())
        for template in (name, "parts.typ"):
            total.update((folder / template).read_bytes())
        total.update(self.case.mark.encode())
        return total.hexdigest()[:32]

    def palette(self, colour: str) -> Palette:
        """Return the light colours of a section."""
        return self._palettes.of(colour)

    def band(self, band: str) -> str:
        """Draw a cloth band."""
        return paint_alone(draw_strip(band), self.palette("indigo"))

    def ridges(self, seed: str, colour: str) -> str:
        """Draw the pale ridges of a section head."""
        return paint_alone(draw_head(seed), self.palette(colour))

    def dark_ridges(self, seed: str, colour: str) -> str:
        """Draw the same ridges a little lighter than a ground of the section's accent."""
        accent = self.palette(colour)["accent"]
        tints = {f"head-{i}": _lighter(accent, 0.07 * i) for i in (1, 2, 3)}
        return paint_alone(draw_head(seed), tints)

    def scene(self, width: int, height: int) -> str:
        """Draw the landscape of the first page without the numerals."""
        drawn = draw_scene("home", width=width, height=height, numerals=False)
        return paint_alone(drawn, self.palette("indigo"))

    def twenty(self, edge: str = "none") -> str:
        """Draw the woven 20, with an edge on dark grounds."""
        return paint_alone(draw_twenty("twenty"), {**self.palette("indigo"), "cloth-edge": edge})

    def mark(self) -> str:
        """Draw the mark of the header."""
        return paint_alone(draw_mark(), self.palette("indigo"))


def band_share(band: str) -> float:
    """Return how high a band is for each unit of its tile's width."""
    return band_height(band) / 24


def draw_code(address: str) -> str:
    """Draw the QR code of an address (ISO/IEC 18004, level M) without its quiet zone."""
    out = io.BytesIO()
    segno.make_qr(address, error="m", boost_error=False).save(
        out, kind="svg", border=0, dark="#16213c", xmldecl=False, svgns=True, nl=False
    )
    return out.getvalue().decode("utf-8")


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two ``#rrggbb`` colours (WCAG 2.2, 1.4.3)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 — of sRGB


def _parts(colour: str) -> tuple[int, ...]:
    digits = colour.lstrip("#")
    full = digits if len(digits) == 6 else "".join(one * 2 for one in digits)  # noqa: PLR2004
    return tuple(int(full[at : at + 2], 16) for at in (0, 2, 4))


def _lighter(colour: str, share: float) -> str:
    mixed = (round(part + (255 - part) * share) for part in _parts(colour))
    return "#" + "".join(f"{part:02x}" for part in mixed)


def colours_of(palette: Palette) -> Mapping[str, str]:
    """Return the colours that templates use."""
    names = ("accent", "paper", "ink", "ink-2", "soft", "line", "deep", "on-deep-2", "marigold")
    return {name: palette[name] for name in (*names, "sky-1", "card")}
