"""The landscape of the home page: sky, six ridges, the woven 20, a tea hill."""

from __future__ import annotations

from dataclasses import dataclass

from microsite.identity import twenty
from microsite.identity.crest import Span, crest, lowered, rising
from microsite.identity.paint import Palette, paint
from microsite.identity.ridges import CREST, Drawing, Fade, ridge, sky, themed
from microsite.identity.svg import Point, bar, document, number
from microsite.identity.tea import Slope, draw_tea

_Shares = tuple[float, ...]
# how many ridges stand behind the numerals
_BEHIND = 2
# how much smaller than its frame a backdrop says it is
_ICON = 20


@dataclass(frozen=True)
class _Frame:
    """A composition, in shares of its width or height."""

    low: _Shares
    """Crests at the left, far to near."""
    high: _Shares
    """Crests at the right."""
    relief: _Shares
    grain: float
    """The longest wave of a crest, of the width."""
    beyond: float
    """How far the land goes on past either side, of the width."""
    numerals: tuple[float, float, float]
    """Left edge, top edge (of the height) and width of the woven 20."""
    tea: tuple[float, float, float, float]
    """Base and rise (of the height), top and reach (of the width) of the tea hill."""
    thread: float
    """The stroke of the tea hill's first row, of the width."""
    open_sky: tuple[float, float]
    """The part of the width, from the left, over which the land stays below a height."""
    segments: int


_WIDE = _Frame(
    low=(0.68, 0.75, 0.81, 0.85, 0.88, 0.90),
    high=(0.37, 0.47, 0.585, 0.69, 0.765, 0.83),
    relief=(0.17, 0.17, 0.15, 0.14, 0.12, 0.10),
    grain=0.22,
    beyond=0.7,
    numerals=(0.57, 0.14, 0.38),
    tea=(0.075, 0.165, 0.87, 0.21),
    thread=0.00167,
    open_sky=(0.36, 0.64),
    segments=76,
)
_TALL = _Frame(
    low=(0.44, 0.50, 0.58, 0.64, 0.71, 0.77),
    high=(0.42, 0.47, 0.55, 0.62, 0.69, 0.75),
    relief=(0.19, 0.19, 0.17, 0.17, 0.15, 0.12),
    grain=0.42,
    beyond=0.5,
    numerals=(0.09, 0.03, 0.82),
    tea=(0.13, 0.09, 0.82, 0.30),
    thread=0.0028,
    open_sky=(1, 0.36),
    segments=70,
)


def draw_scene(
    seed: str,
    *,
    width: int = 1440,
    height: int = 880,
    numerals: bool = True,
    prefix: str = "scene",
) -> str:
    """Draw a landscape that stands at the foot of a hero, numerals at the right.

    A frame that is not clearly wider than high is composed for phones, numerals above the land.
    The land goes on past both sides of the frame, so the drawing keeps its size and place in any
    wider box: let the box cut it off. Colours are the tokens of the theme.
    """
    body = _compose(seed, _frame(width, height), (width, height), numerals=numerals, prefix=prefix)
    placing = 'overflow="visible" preserveAspectRatio="xMidYMax"'
    return document(width, height, body, attributes=placing)


def draw_backdrop(seed: str, palette: Palette, *, width: int, height: int) -> str:
    """Draw the same landscape as a file of its own, in the colours of ``palette``.

    All the land lies inside; its middle is the frame. It is a page's ground and not its content,
    so its natural size is that of an icon: let a style sheet give it the height of its box.
    """
    frame = _frame(width, height)
    body = _compose(seed, frame, (width, height), numerals=True, prefix="scene")
    left, span = _reach(frame, width)
    box = f'viewBox="{number(left)} 0 {number(span)} {height}"'
    size = f'width="{number(span / _ICON)}" height="{number(height / _ICON)}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box} {size}>{paint(body, palette)}</svg>'


def _frame(width: int, height: int) -> _Frame:
    return _WIDE if width > height * 1.2 else _TALL


def _reach(frame: _Frame, width: int) -> tuple[float, float]:
    """Return where the land begins, and how long it is."""
    return -frame.beyond * width, (1 + 2 * frame.beyond) * width


def _compose(
    seed: str, frame: _Frame, sides: tuple[int, int], *, numerals: bool, prefix: str
) -> str:
    width, height = sides
    left, span = _reach(frame, width)
    drawn = sky(f"{prefix}-sky", themed, left=left, width=span, height=height)
    edge = f'<clipPath id="{prefix}-frame"><path d="{bar(left, 0, span, height)}"/></clipPath>'
    for index, layer in enumerate(_ridges(seed, frame, width, height, prefix)):
        if index == _BEHIND and numerals:
            drawn += _numerals(frame, width, height, prefix)
        drawn += layer
    drawn += Drawing(body=_tea(frame, width, height))
    return f'<defs>{edge}{drawn.defs}</defs><g clip-path="url(#{prefix}-frame)">{drawn.body}</g>'


def _ridges(seed: str, frame: _Frame, width: int, height: int, prefix: str) -> list[Drawing]:
    span = Span(-frame.beyond * width, (1 + frame.beyond) * width, width / frame.segments)
    layers = []
    for i, (low, high, relief) in enumerate(zip(frame.low, frame.high, frame.relief, strict=True)):
        # the far land rises late and steeply, the near land early and gently
        start, end = (0.40 - 0.02 * i) * width, (0.64 + 0.03 * i) * width
        level = rising(low * height, high * height, start, end)
        points = crest(
            f"{seed}/{i}", span, level, relief=relief * height, grain=frame.grain * width
        )
        points = lowered(points, 0, frame.open_sky[0] * width, frame.open_sky[1] * height)
        if i >= _BEHIND:
            points = _clear_of_numerals(points, frame, width, height)
        fade = Fade(themed(f"ridge-{i + 1}"), themed("mist"), height, CREST)
        layers.append(ridge(points, name=f"{prefix}-r{i + 1}", fade=fade))
    return layers


def _clear_of_numerals(points: list[Point], frame: _Frame, width: int, height: int) -> list[Point]:
    """Keep the foot of the 2 in view, and the corners of the 0 but for a breath of land."""
    x, y, share = frame.numerals
    left, top, size = x * width, y * height, share * width
    middle, tall = left + size / 2, size * twenty.HEIGHT / twenty.WIDTH
    points = lowered(points, left, middle, top + tall)
    return lowered(points, middle, left + size, top + 0.96 * tall)


def _numerals(frame: _Frame, width: int, height: int, prefix: str) -> Drawing:
    x, y, size = frame.numerals
    scale = size * width / twenty.WIDTH
    drawn = twenty.weave(prefix)
    place = f"translate({number(x * width)} {number(y * height)}) scale({scale:.3f})"
    return Drawing(drawn.defs, f'<g transform="{place}">{drawn.body}</g>')


def _tea(frame: _Frame, width: int, height: int) -> str:
    base, rise, top, reach = frame.tea
    slope = Slope(
        left=-frame.beyond * width,
        right=(1 + frame.beyond) * width,
        foot=height,
        base=base * height,
        rise=rise * height,
        top=top * width,
        width=reach * width,
    )
    return draw_tea(slope, themed, thread=frame.thread * width, edge=CREST)
