"""The mark of the header and the browser tab: a diamond that holds a ridge over a hem."""

from __future__ import annotations

from microsite.identity import threads as t
from microsite.identity.svg import Point, diamond, document, polygon

_SIZE = 48
_MIDDLE = _SIZE / 2
_RIDGE: tuple[Point, ...] = (
    (10.5, 25.5), (18.5, 16.5), (22.5, 21), (27.5, 14.5), (37.5, 25.5), (36.5, 26.5), (11.5, 26.5),
)  # fmt: skip
_HEM: tuple[Point, ...] = ((10, 26.5), (38, 26.5), (24, 40.5))
_HEART: tuple[Point, ...] = ((15, 26.5), (33, 26.5), (24, 35.5))


def draw_mark() -> str:
    """Draw the mark in its own colours; they are the same in every theme."""
    shapes = (
        (t.INDIGO, diamond(_MIDDLE, _MIDDLE, 24, 24)),
        (t.WHITE, diamond(_MIDDLE, _MIDDLE, 19.3, 19.3)),
        (t.INDIGO, diamond(_MIDDLE, _MIDDLE, 16.5, 16.5)),
        (t.TEA, polygon(_RIDGE)),
        (t.RED, polygon(_HEM)),
        (t.MARIGOLD, polygon(_HEART)),
    )
    body = "".join(f'<path fill="{colour}" d="{path}"/>' for colour, path in shapes)
    return document(_SIZE, _SIZE, body, attributes=f'width="{_SIZE}" height="{_SIZE}"')
