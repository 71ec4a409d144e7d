"""The woven 20: two angular numerals cut from the cloth of six groups."""

from __future__ import annotations

from typing import Final

from microsite.identity.band import Form, band_height, tile
from microsite.identity.ridges import Drawing
from microsite.identity.rows import TILE, Piece
from microsite.identity.svg import document, number

WIDTH: Final = 65
HEIGHT: Final = 46

_TWO = "M0 16V9L9 0H21L30 9V19L13 36H30V46H0V35L20 15V13L17 10H13L10 13V16Z"
_NOUGHT = "M44 0H56L65 9V37L56 46H44L35 37V9ZM50 9.5L44.8 14.7V31.3L50 36.5L55.2 31.3V14.7Z"
_MIDDLES = (15, 50)
_HALF = 15
_EDGE = 0.28

_STRIPS: tuple[tuple[str, Form], ...] = (
    ("la-hu", "full"),
    ("mong", "full"),
    ("dao", "full"),
    ("ha-nhi", "full"),
    ("lu", "full"),
    ("thai-trang", "short"),
)


def draw_twenty(prefix: str) -> str:
    """Draw the numerals alone; never narrower than 240 px."""
    drawn = weave(prefix)
    body = f"<defs>{drawn.defs}</defs>{drawn.body}"
    return document(WIDTH, HEIGHT, body, attributes='overflow="visible"')


def weave(prefix: str) -> Drawing:
    """Draw the numerals on a box of 65 by 46.

    Cloth keeps its colours in every theme but for three tokens a page may set: ``--cloth-edge``
    (a fine edge on dark grounds), ``--cloth-dark`` and ``--cloth-light`` (two-tone drawing).
    """
    scale = HEIGHT / sum(band_height(*strip) for strip in _STRIPS)
    patterns, strips, top = "", "", 0.0
    for band_id, form in _STRIPS:
        height, name = band_height(band_id, form), f"{prefix}-{band_id}"
        place = f"translate({number(-TILE * scale / 2)} {number(top)}) scale({scale:.4f})"
        patterns += (
            f'<pattern id="{name}" width="{TILE}" height="{number(height)}" '
            f'patternUnits="userSpaceOnUse" patternTransform="{place}">'
            f"{tile(band_id, form=form, fill=_fill)}</pattern>"
        )
        strips += (
            f'<path fill="url(#{name})" d="M-{_HALF} {number(top)}h{2 * _HALF}'
            f'v{number(height * scale)}h-{2 * _HALF}z"/>'
        )
        top += height * scale
    clip = f'<clipPath id="{prefix}-20"><path clip-rule="evenodd" d="{_TWO}{_NOUGHT}"/></clipPath>'
    cloth = f'<g id="{prefix}-cloth">{strips}</g>'
    uses = "".join(f'<use href="#{prefix}-cloth" x="{x}"/>' for x in _MIDDLES)
    edge = (
        f'<path fill="none" stroke="var(--cloth-edge,none)" stroke-width="{number(_EDGE)}" '
        f'd="{_TWO}{_NOUGHT}"/>'
    )
    return Drawing(patterns + clip + cloth, f'<g clip-path="url(#{prefix}-20)">{uses}</g>{edge}')


def _fill(piece: Piece) -> str:
    return f"var(--cloth-{'dark' if piece.dark else 'light'},{piece.thread})"
