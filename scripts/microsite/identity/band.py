"""A band's recipe to one SVG tile that repeats sideways."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from microsite.identity.recipes import BANDS
from microsite.identity.rows import TILE, Dash, Gap, Line, Piece
from microsite.identity.svg import bar, document, number

Form = Literal["full", "short"]
Tone = Literal["cloth", "contrast"]
Fill = Callable[[Piece], str]

_TILES = 100  # of a strip: 5,000 pixels at the least height

_STRAIGHT = (Line, Dash, Gap)


def draw_band(band_id: str, *, form: Form = "full", tone: Tone = "cloth") -> str:
    """Draw one tile of a band, for ``background-repeat: repeat-x; background-position: center``.

    ``form="short"`` is for bands lower than 60 px; ``tone="contrast"`` draws black and white.
    """
    height = band_height(band_id, form)
    fill = _two_tones if tone == "contrast" else _as_woven
    is_straight = all(isinstance(row, _STRAIGHT) for row in BANDS[band_id].rows(form))
    crisp = ' shape-rendering="crispEdges"' if is_straight else ""
    size = f'width="{TILE}" height="{number(height)}"'
    body = tile(band_id, form=form, fill=fill)
    return document(TILE, height, body, attributes=size + crisp)


def draw_strip(
    band_id: str, *, form: Form = "full", prefix: str = "band", is_first: bool = True
) -> str:
    """Draw a band as long as any screen, for the inside of a page: it comes with the page.

    It fills its box by height, centred, and is cut off at both sides. One that is not the first on
    its page takes the tile of the first.
    """
    high, long = band_height(band_id, form), TILE * _TILES
    body = tile(band_id, form=form, fill=_as_woven)
    size = f'patternUnits="userSpaceOnUse" width="{TILE}" height="{number(high)}"'
    box = f'viewBox="{-long // 2} 0 {long} {number(high)}" preserveAspectRatio="xMidYMid slice"'
    strip = f'<path fill="url(#{prefix})" d="{bar(-long / 2, 0, long, high)}"/>'
    pattern = f'<pattern id="{prefix}" {size}>{body}</pattern>'
    return f'<svg {box} aria-hidden="true">{pattern if is_first else ""}{strip}</svg>'


def band_height(band_id: str, form: Form = "full") -> float:
    """Return the height of a band in units; a tile is 24 of them wide."""
    return round(sum(row.height for row in BANDS[band_id].rows(form)), 2)


def tile(band_id: str, *, form: Form, fill: Fill) -> str:
    """Return the shapes of one tile; ``fill`` gives the colour of each."""
    ground = Piece(
        bar(-1, 0, TILE + 2, band_height(band_id, form)), BANDS[band_id].ground, dark=True
    )
    # dark shapes last: a dark heart lies on a bright star
    pieces = sorted(_pieces(band_id, form), key=lambda piece: piece.dark)
    return f'<path fill="{fill(ground)}" d="{ground.path}"/>' + "".join(_by_colour(pieces, fill))


def _pieces(band_id: str, form: Form) -> Iterator[Piece]:
    top = 0.0
    for row in BANDS[band_id].rows(form):
        yield from row.pieces(top)
        top += row.height


def _by_colour(pieces: Iterable[Piece], fill: Fill) -> Iterator[str]:
    # shapes of one colour never overlap (even-odd rings show the ground), so they share a path
    paths: dict[str, list[str]] = {}
    for piece in pieces:
        paths.setdefault(fill(piece), []).append(piece.path)
    for colour, parts in paths.items():
        yield f'<path fill="{colour}" fill-rule="evenodd" d="{"".join(parts)}"/>'


def _as_woven(piece: Piece) -> str:
    return piece.thread


def _two_tones(piece: Piece) -> str:
    return "#000" if piece.dark else "#FFF"
