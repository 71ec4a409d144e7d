"""What stands before the ridges of a cover: tea, lake, roofs, forest, terraces, marker, xòe.

People are tiny figures without faces, and only where the story needs them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import cos, pi, sin
from types import MappingProxyType

from microsite.identity import threads as t
from microsite.identity.crest import chance
from microsite.identity.ridges import Paint
from microsite.identity.svg import Point, bar, diamond, disc, number, polygon, smooth
from microsite.identity.tea import Slope, draw_tea

_WALL = "#8A5A32"
_WATER, _SHORE = "#BFD2DB", "#D3E0E5"
_STONE, _SHADE = "#C9D3DE", "#E3E1DA"
_FOREST = ("#24492F", "#356039", "#4C8047")
_TERRACES = ("#D9BE62", "#A9B95C", "#7FA24E", "#C9B257", "#8FAE55", "#5F8E4A", "#3F7343")


@dataclass(frozen=True)
class Ground:
    """The frame of a cover and the seed that places things in it."""

    seed: str
    width: int
    height: int
    paint: Paint
    prefix: str = "cover"

    @property
    def unit(self) -> float:
        """One hundredth of the height: things keep their size in a wider frame."""
        return self.height / 100

    def chance(self, name: str, index: int = 0) -> float:
        """Return the seed's number from 0 to 1 for one decision."""
        return chance(f"{self.seed}/{name}", index)

    def slope(self, base: float, rise: float) -> Slope:
        """Return a gentle hill whose top the seed places; heights in hundredths."""
        return Slope(
            left=-20, right=self.width + 20, foot=self.height, base=base * self.unit,
            rise=rise * self.unit, top=self.width * (0.25 + 0.6 * self.chance("top")),
            width=self.height * 0.5,
        )  # fmt: skip


def _fill(colour: str, path: str) -> str:
    return f'<path fill="{colour}" d="{path}"/>'


def _hill(ground: Ground, slope: Slope, *, first: int = 99) -> str:
    return draw_tea(slope, ground.paint, first=first, thread=ground.unit * 0.42)


def _tea(ground: Ground) -> str:
    return _hill(ground, ground.slope(22, 16), first=1)


def _lake(ground: Ground) -> str:
    u, top = ground.unit, ground.height * 0.655
    water = _fill(_WATER, bar(0, top, ground.width, ground.height - top))
    water += _fill(_SHORE, bar(0, top, ground.width, u * 1.4))
    strokes = ""
    for row in range(9):
        y = top + u * (4 + 1.6 * row + 0.26 * row * row)
        size = u * (0.35 + 0.09 * row)
        path, x = "", ground.width * (ground.chance("lake", row) - 0.6) * 0.5
        while x < ground.width:
            length = u * (6 + 10 * ground.chance(f"wave{row}", round(x)))
            path += f"M{round(x)} {round(y)}h{round(length)}"
            x += length * 1.4 + u * 46 * ground.chance(f"calm{row}", round(x)) ** 2
        strokes += f'<path stroke-width="{number(size)}" d="{path}"/>'
    return f'{water}<g fill="none" stroke="{ground.paint("ridge-4")}">{strokes}</g>'


def _roofs(ground: Ground) -> str:
    u, slope = ground.unit, ground.slope(22, 8)
    walls = doors = roofs = ""
    count = max(3, round(ground.width / (u * 36)))
    for i in range(count):
        x = ground.width * (i + 0.5 + 0.36 * (ground.chance("house", i) - 0.5)) / count
        size = u * (8.5 + 3.5 * ground.chance("size", i) + 2 * (i % 2))
        y = ground.height - slope.height(x) + u * (3 + 5 * (i % 2))
        walls += bar(x - size * 0.78, y, size * 1.56, size * 0.62)
        doors += bar(x - size * 0.14, y + size * 0.14, size * 0.28, size * 0.48)
        roof: tuple[Point, ...] = ((-1.25, 0.06), (-0.1, -0.95), (0.1, -0.95), (1.25, 0.06))
        roofs += polygon((x + px * size, y + py * size) for px, py in roof)
    houses = _fill(_WALL, walls) + _fill(t.MARIGOLD, doors) + _fill(t.INDIGO, roofs)
    return _hill(ground, slope, first=5) + houses


def _forest(ground: Ground) -> str:
    u, slope = ground.unit, ground.slope(26, 8)
    trees = ""
    for row in range(5):
        paths = ["", "", ""]
        x, i = -u * 5 * ground.chance("edge", row), 0
        while x < ground.width + u * 4:
            tall = u * (7.5 + 2.2 * row) * (0.75 + 0.5 * ground.chance(f"tree{row}", i))
            y = ground.height - slope.height(x) + u * (3 + 7 * row)
            tree = ((x - tall * 0.3, y), (x, y - tall), (x + tall * 0.3, y))
            paths[i % 3] += polygon((round(px), round(py)) for px, py in tree)
            x += tall * (0.5 + 0.5 * ground.chance(f"next{row}", i))
            i += 1
        trees += "".join(map(_fill, _FOREST, paths))
    return _hill(ground, slope) + trees


def _terraces(ground: Ground) -> str:
    u, slope = ground.unit, ground.slope(26, 15)
    steps = ""
    for i, colour in enumerate(_TERRACES):
        down, sway = u * (3 * i + 0.45 * i * i), u * (0.4 + 0.75 * i)
        wave = [
            (x, round(y + sway * (ground.chance(f"step{i}", k) * 2 - 1)))
            for k, (x, y) in enumerate(slope.line(down))
        ]
        width = number(u * (0.4 + 0.08 * i))
        steps += (
            f'<path fill="{colour}" stroke-width="{width}" '
            f'd="{smooth(wave)}V{ground.height + 9}H-99z"/>'
        )
    return f'<g stroke="{_FOREST[0]}">{steps}</g>'


def _marker(ground: Ground) -> str:
    slope, u = ground.slope(22, 10), ground.unit * 1.2
    x = slope.top
    y = ground.height - slope.height(x) + u * 4
    outline = ((-4, 0), (-4, -19), (0, -22), (4, -19), (4, 0))
    shaded = ((0, 0), (0, -22), (4, -19), (4, 0))
    sides = [polygon((x + px * u, y + py * u) for px, py in side) for side in (outline, shaded)]
    lines = bar(x - 2.4 * u, y - 14.5 * u, 4.8 * u, 1.6 * u)
    lines += bar(x - 2.4 * u, y - 11.3 * u, 4.8 * u, 1.1 * u)
    stone = _fill(t.WHITE, sides[0]) + _fill(_SHADE, sides[1]) + _fill(t.RED, lines)
    foot = _fill(_STONE, bar(x - 6.2 * u, y, 12.4 * u, 2.8 * u))
    return _hill(ground, slope, first=5) + stone + foot


def _xoe(ground: Ground) -> str:
    u, slope, name = ground.unit, ground.slope(38, 3), f"{ground.prefix}-dancer"
    middle, base, count = ground.width / 2, ground.height - 19 * u, 18
    ring = []
    for i in range(count):
        turn = 2 * pi * i / count
        x, y = middle + 42 * u * cos(turn), base + 13.5 * u * sin(turn)
        ring.append((y, x, u * (1 + 0.25 * sin(turn))))
    hands = polygon((x, y - 5.2 * size) for y, x, size in ring)
    skirt, blouse = (
        ((-1.4, -4), (1.4, -4), (2.9, 2), (-2.9, 2)),
        ((0, -7.6), (2.1, -3.4), (-2.1, -3.4)),
    )
    figure = _fill(t.INDIGO, disc(0, -8.6, 1.3) + polygon(skirt)) + _fill(t.WHITE, polygon(blouse))
    dancers = "".join(
        f'<use href="#{name}" transform="translate({number(x)} {number(y)}) '
        f'scale({number(size)})"/>'
        for y, x, size in sorted(ring)
    )
    fire = _fill(t.ORANGE, diamond(middle, base - u, 5 * u, 4.4 * u)) + _fill(
        t.MARIGOLD, diamond(middle, base, 2.3 * u, 2.5 * u)
    )
    return (
        f'<defs><g id="{name}">{figure}</g></defs>{_hill(ground, slope)}'
        f'<ellipse fill="{ground.paint("tea-1")}" cx="{number(middle)}" cy="{number(base)}" '
        f'rx="{number(50 * u)}" ry="{number(17.5 * u)}"/>'
        f'<path fill="none" stroke="{t.WHITE}" stroke-width="{number(u * 0.5)}" d="{hands}"/>'
        f"{fire}{dancers}"
    )


FOREGROUNDS: Mapping[str, Callable[[Ground], str]] = MappingProxyType(
    {
        "tea": _tea,
        "lake": _lake,
        "roofs": _roofs,
        "forest": _forest,
        "terraces": _terraces,
        "marker": _marker,
        "xoe": _xoe,
    }
)
