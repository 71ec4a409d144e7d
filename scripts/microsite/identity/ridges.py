"""Crests to layers: each ridge is one path that fades into the mist of its valley."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from microsite.identity.svg import Point, line, number

Paint = Callable[[str], str]
"""A token's name to what is written as colour."""

CREST = ' stroke="var(--crest,none)" stroke-width="2" vector-effect="non-scaling-stroke"'
"""The line that is left of a ridge where a theme sets ``--crest``."""

BELOW = 9
"""How far land goes on under the foot of a drawing, so that no line shows there."""

_FADE = 0.8


@dataclass(frozen=True)
class Drawing:
    """Two halves of a drawing: what is defined once, and what is shown."""

    defs: str = ""
    body: str = ""

    def __add__(self, other: Drawing) -> Drawing:
        return Drawing(self.defs + other.defs, self.body + other.body)


def themed(token: str) -> str:
    """Return the theme's colour, decided by the page."""
    return f"var(--{token})"


@dataclass(frozen=True)
class Fade:
    """How a ridge goes from ``colour`` at its crest into ``mist`` above its ``foot``."""

    colour: str
    mist: str
    foot: float
    edge: str = ""
    """Attributes of the crest's line, such as ``CREST``."""


def ridge(crest: list[Point], *, name: str, fade: Fade) -> Drawing:
    """Draw the land under ``crest``; it is all mist at four fifths of its height."""
    top = min(y for _, y in crest)
    stops = (("0", fade.colour), ("1", fade.mist))
    gradient = _gradient(name, top, top + (fade.foot - top) * _FADE, stops)
    land = _land(crest, fade.foot)
    return Drawing(gradient, f'<path fill="url(#{name})"{fade.edge} d="{land}"/>')


def flat(crest: list[Point], *, colour: str, foot: float) -> str:
    """Draw the land under ``crest`` in one colour."""
    return f'<path fill="{colour}" d="{_land(crest, foot)}"/>'


def sky(name: str, paint: Paint, *, left: float, width: float, height: float) -> Drawing:
    """Draw the sky, from its upper colour to its lower one at 62 %."""
    stops = (("0", paint("sky-1")), (".62", paint("sky-2")))
    box = f'x="{number(left)}" width="{number(width)}" height="{number(height)}"'
    return Drawing(_gradient(name, 0, height, stops), f'<rect fill="url(#{name})" {box}/>')


def _gradient(name: str, top: float, foot: float, stops: tuple[tuple[str, str], ...]) -> str:
    inner = "".join(f'<stop offset="{at}" stop-color="{colour}"/>' for at, colour in stops)
    return (
        f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x2="0" '
        f'y1="{number(top)}" y2="{number(foot)}">{inner}</linearGradient>'
    )


def _land(crest: list[Point], foot: float) -> str:
    return f"{line(crest)}V{number(foot + BELOW)}H{number(crest[0][0])}z"
