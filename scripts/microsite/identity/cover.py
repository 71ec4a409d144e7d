"""The cover of a model: three ridges and one foreground, in the colours of the morning."""

from __future__ import annotations

from microsite.identity.crest import Span, chance, crest, rising
from microsite.identity.foregrounds import FOREGROUNDS, Ground
from microsite.identity.paint import MORNING
from microsite.identity.ridges import Fade, ridge, sky
from microsite.identity.svg import document

_LEVELS = (0.38, 0.48, 0.59)
_TINTS = ("ridge-1", "ridge-2", "ridge-4")


def draw_cover(
    seed: str, *, foreground: str, width: int = 480, height: int = 300, prefix: str = "cover"
) -> str:
    """Draw a landscape of its own for ``seed``; ``foreground`` is one of ``FOREGROUNDS``.

    Colours are fixed, since a cover is shown as a picture. A wider frame gets more land, not
    larger things.
    """
    drawn = sky(f"{prefix}-sky", MORNING.__getitem__, left=0, width=width, height=height)
    span = Span(-10, width + 10, height / 36)
    for i, (share, tint) in enumerate(zip(_LEVELS, _TINTS, strict=True)):
        tilt = (chance(f"{seed}/tilt", i) - 0.5) * 0.16
        level = rising((share - tilt) * height, (share + tilt) * height, 0, width)
        points = crest(f"{seed}/{i}", span, level, relief=0.3 * height, grain=0.56 * height)
        fade = Fade(MORNING[tint], MORNING["mist"], height * 0.94)
        drawn += ridge(points, name=f"{prefix}-r{i + 1}", fade=fade)
    front = FOREGROUNDS[foreground](Ground(seed, width, height, MORNING.__getitem__, prefix))
    body = f"<defs>{drawn.defs}</defs>{drawn.body}{front}"
    size = f'width="{width}" height="{height}" preserveAspectRatio="xMidYMax slice"'
    return document(width, height, body, attributes=size)
