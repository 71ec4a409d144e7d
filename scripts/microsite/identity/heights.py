"""Named peaks at their true relative heights, as one panorama above the foot of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import exp

from microsite.identity.crest import Span, crest
from microsite.identity.ridges import CREST, Drawing, Fade, flat, ridge, themed
from microsite.identity.svg import Point, bar, document, number

_SEED = "heights"
_LOWEST, _HIGHEST = 1400, 3200
_BASE, _RELIEF = 2280, 1250
# how much longer the steps of the gentle land behind and before the range are
_GENTLE = 1.9
# on a dark ground near land is lighter than far land, so a theme may set these two apart
_FAR = "var(--range-far,var(--ridge-1))"
_NEAR = "var(--range,var(--ridge-5))"


@dataclass(frozen=True)
class Peak:
    """A summit: its height as number and as written, and its name.

    ``before`` is the word that belongs to the number, ``also`` what other sources say.
    """

    metres: float
    label: str
    name: str
    before: str = ""
    also: str = ""


@dataclass(frozen=True)
class _Frame:
    """Sizes for one width; everything in the units of the drawing."""

    width: int
    height: int
    top: float
    """Where the highest metre lies."""
    low: float
    """Where the lowest metre lies."""
    step: float
    slope: float
    """How far from a summit its height has fallen by two thirds."""
    figure: float
    word: float
    tick: float
    beyond: float
    """How far the land goes on past either side, of the width."""

    def y(self, metres: float) -> float:
        """Return where a height lies."""
        share = (metres - _LOWEST) / (_HIGHEST - _LOWEST)
        return self.low - share * (self.low - self.top)


_WIDE = _Frame(1440, 500, 132, 440, 30, 88, 32, 16, 22, 0.7)
_NARROW = _Frame(320, 232, 96, 206, 6.4, 19, 20, 13, 9, 0.1)


def draw_heights(
    peaks: Sequence[Peak], *, title: str, narrow: bool = False, prefix: str = "heights"
) -> str:
    """Draw ``peaks`` from left to right, each with its label; ``narrow`` is for phones.

    The land goes on past both sides of the frame; let the box cut it off. Distances between the
    peaks are not to scale, and the words beside the drawing say so.
    """
    frame = _NARROW if narrow else _WIDE
    reach = frame.beyond * frame.width
    span = Span(-reach, frame.width + reach, frame.step)
    gentle = Span(span.left, span.right, frame.step * _GENTLE)
    places = _places(len(peaks), frame.width)
    drawn = _layer(_far(gentle, frame), f"{prefix}-far", _FAR, frame)
    drawn += _layer(_range(peaks, places, span, frame), f"{prefix}-range", _NEAR, frame)
    land = drawn.body + flat(_near(gentle, frame), colour=themed("deep"), foot=frame.height)
    labels = "".join(_label(peak, x, frame) for peak, x in zip(peaks, places, strict=True))
    box = bar(span.left, 0, span.right - span.left, frame.height)
    clip = f'<clipPath id="{prefix}-frame"><path d="{box}"/></clipPath>'
    body = (
        f"<title>{escape(title)}</title><defs>{clip}{drawn.defs}</defs>"
        f'<g clip-path="url(#{prefix}-frame)">{land}</g><g text-anchor="middle">{labels}</g>'
    )
    placing = 'role="img" overflow="visible" preserveAspectRatio="xMidYMax"'
    return document(frame.width, frame.height, body, attributes=placing)


def _places(count: int, width: float) -> list[float]:
    if count == 1:
        return [width / 2]
    first, last = 0.19, 0.82
    return [round(width * (first + (last - first) * i / (count - 1))) for i in range(count)]


def _far(span: Span, frame: _Frame) -> list[Point]:
    level = frame.y(2480)
    return crest(
        f"{_SEED}/far", span, lambda _: level, relief=0.5 * frame.low, grain=frame.width / 3
    )


def _near(span: Span, frame: _Frame) -> list[Point]:
    level = frame.low + frame.figure * 0.4
    return crest(
        f"{_SEED}/near", span, lambda _: level, relief=0.32 * frame.low, grain=frame.width / 3
    )


def _range(
    peaks: Sequence[Peak], places: Sequence[float], span: Span, frame: _Frame
) -> list[Point]:
    """Return the crest: rough land that gathers towards each summit and meets it exactly."""
    rough = crest(f"{_SEED}/range", span, lambda _: 0, relief=1000, grain=frame.slope * 2.1)
    limit = min((peak.metres for peak in peaks), default=_HIGHEST) - 260
    points: list[Point] = []
    for x, noise in rough:
        base = min(_BASE - noise / 1000 * _RELIEF, limit)
        metres = base
        for peak, place in zip(peaks, places, strict=True):
            near = exp(-abs(x - place) / frame.slope)
            metres = max(metres, base + (peak.metres - base) * near)
        points.append((x, round(frame.y(metres))))
    apart = frame.step * 0.55
    kept = [p for p in points if all(abs(p[0] - place) > apart for place in places)]
    tops = [(x, round(frame.y(peak.metres), 1)) for peak, x in zip(peaks, places, strict=True)]
    return sorted(kept + tops)


def _layer(points: list[Point], name: str, colour: str, frame: _Frame) -> Drawing:
    foot = frame.low + (frame.height - frame.low) * 4
    return ridge(points, name=name, fade=Fade(colour, themed("mist"), foot, CREST))


def _label(peak: Peak, x: float, frame: _Frame) -> str:
    y = frame.y(peak.metres) - frame.word * 0.5
    name_y = y - frame.tick - frame.word * 0.45
    also_y = name_y - frame.word * (1.3 if peak.also else 0)
    figure_y = also_y - frame.word * 1.3
    figure = (
        f'<text x="{number(x)}" y="{number(figure_y)}" fill="{themed("ink")}" '
        f'font-family="{themed("display")}" font-weight="700" '
        f'font-size="{number(frame.figure)}">{escape(peak.label)}</text>'
    )
    return (
        f'<path stroke="{themed("ink")}" d="M{number(x)} {number(y)}v{number(-frame.tick)}"/>'
        + _words(peak.before, x, figure_y - frame.figure * 0.95, frame)
        + figure
        + _words(peak.also, x, also_y, frame)
        + _words(peak.name, x, name_y, frame)
    )


def _words(text: str, x: float, y: float, frame: _Frame) -> str:
    if not text:
        return ""
    return (
        f'<text x="{number(x)}" y="{number(y)}" fill="{themed("ink-2")}" '
        f'font-size="{number(frame.word)}">{escape(text)}</text>'
    )
