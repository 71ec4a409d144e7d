"""The thread between two figures: hollow knot for then, filled for now, a tick for each year."""

from __future__ import annotations

from microsite.identity.svg import document

_YEAR = 8
_KNOT = 8
_MIDDLE = 10
_TICK = 4


def draw_thread(years: int) -> str:
    """Draw the thread of ``years`` years. Every year is as long in every drawing."""
    start, end = 2 * _KNOT + 1, 2 * _KNOT + 1 + years * _YEAR
    ticks = "".join(
        f"M{start + _YEAR * year + _YEAR // 2} {_MIDDLE - _TICK}v{2 * _TICK}"
        for year in range(years)
    )
    width = end + 2 * _KNOT + 1
    hollow, filled = (
        f"M{x} {_MIDDLE}l{_KNOT}-{_KNOT} {_KNOT} {_KNOT}-{_KNOT} {_KNOT}z" for x in (1, end)
    )
    body = (
        f'<path fill="none" stroke="currentColor" stroke-width="2" '
        f'd="{hollow}M{start} {_MIDDLE}H{end}"/>'
        f'<path stroke="currentColor" d="{ticks}"/>'
        f'<path fill="currentColor" stroke="currentColor" stroke-width="2" d="{filled}"/>'
    )
    height = 2 * _MIDDLE
    return document(width, height, body, attributes=f'width="{width}" height="{height}"')
