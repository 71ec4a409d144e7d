"""The tea hill: a smooth slope and rows of bushes that read as running stitch."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

from microsite.identity.ridges import BELOW, Paint
from microsite.identity.svg import Point, number, smooth

_DASH = 2.3
# a round cap lengthens each dash by its width, so the gap is one width more than it looks
_GAP = 2.7
_ROWS = 16


@dataclass(frozen=True)
class Slope:
    """A hill in a frame: where it stands, in the units of the drawing."""

    left: float
    right: float
    foot: float
    """The lower edge of the drawing."""
    base: float
    """How high the low part stands above the foot."""
    rise: float
    """How much higher the top is."""
    top: float
    """Where the top is."""
    width: float
    """How far the hill reaches to either side of its top."""

    def height(self, x: float) -> float:
        """Return how high the hill stands at ``x``."""
        near = (x - self.top) / self.width
        second = (x - self.top + self.width * 3.1) / (self.width * 1.2)
        third = (x - self.top - self.width * 3.4) / (self.width * 1.3)
        bumps = exp(-near * near) + 0.22 * exp(-second * second) + 0.5 * exp(-third * third)
        return self.base + self.rise * bumps

    def line(self, down: float = 0.0) -> list[Point]:
        """Return the slope's line, or a row ``down`` below its crest, wider where it is steep."""
        step = self.width / 3.2
        count = round((self.right - self.left) / step) + 3
        xs = [self.left + (i - 1) * step for i in range(count)]
        full = self.base + self.rise
        return [
            (round(x), self.foot - self.height(x) + down * (0.55 + 0.45 * self.height(x) / full))
            for x in xs
        ]


def draw_tea(
    slope: Slope, paint: Paint, *, first: int = 1, thread: float = 2.4, edge: str = ""
) -> str:
    """Draw the hill in ``tea-0`` and its rows in ``tea-1`` and ``tea-2``, growing as they near.

    ``first`` leaves the rows before it out, where something else stands on the hill.
    """
    foot = number(slope.foot + BELOW)
    outline = smooth(slope.line())
    hill = f'<path fill="{paint("tea-0")}"{edge} d="{outline}V{foot}H{number(slope.left - 99)}z"/>'
    lines = ""
    for k in range(first, _ROWS + 1):
        width = thread * (1 + 0.2 * k)
        down = thread * (1.6 + 2.2 * k + 0.7 * k * k)
        if down * 0.6 > slope.base + slope.rise:
            break
        stitch = f"{number(width * _DASH)} {number(width * _GAP)}"
        lines += (
            f'<path stroke="{paint("tea-2" if k % 2 else "tea-1")}" '
            f'stroke-width="{number(width)}" stroke-dasharray="{stitch}" '
            f'd="{smooth([(x, round(y)) for x, y in slope.line(down)])}"/>'
        )
    return f'{hill}<g fill="none" stroke-linecap="round">{lines}</g>'
