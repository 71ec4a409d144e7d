"""The three pale ridges at the foot right of a section head."""

from __future__ import annotations

from microsite.identity.crest import Span, crest, rising
from microsite.identity.ridges import flat, themed
from microsite.identity.svg import document

_WIDTH, _HEIGHT = 1440, 300
# where each ridge begins to rise, and how high it ends; before that it lies under the foot
_RIDGES = ((-900, 20), (-100, 90), (520, 185))
_BEYOND = 1000


def draw_head(seed: str) -> str:
    """Draw three flat ridges that rise to the right, in the tints ``head-1`` to ``head-3``.

    The land goes on to the left of the frame, for heads wider than it is; let the head cut it off.
    """
    span = Span(-_BEYOND, _WIDTH, 26)
    body = ""
    for i, (start, end) in enumerate(_RIDGES):
        level = rising(_HEIGHT + 60, end, start, _WIDTH + 60)
        points = crest(f"{seed}/head/{i}", span, level, relief=125, grain=300)
        shown = [point for k, point in enumerate(points) if _is_near(points[k : k + 2])]
        body += flat(shown, colour=themed(f"head-{i + 1}"), foot=_HEIGHT)
    return document(
        _WIDTH, _HEIGHT, body, attributes='overflow="visible" preserveAspectRatio="xMaxYMax"'
    )


def _is_near(points: list[tuple[float, float]]) -> bool:
    return any(y < _HEIGHT + 20 for _, y in points)
