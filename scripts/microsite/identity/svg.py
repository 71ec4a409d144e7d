"""Points and sizes to the shortest SVG text that draws them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from urllib.parse import quote

Point = tuple[float, float]

_DOUBLE, _SINGLE = "\"'"
_PLAIN = "/:=,'"  # what an address may hold as it is


def number(value: float) -> str:
    """Write ``value`` with at most two decimals and no needless zero."""
    if value == (whole := int(value)):  # most are
        return str(whole)
    sign, size = ("-", -value) if value < 0 else ("", value)
    text = f"{size:.2f}".rstrip("0").rstrip(".").lstrip("0") or "0"
    return text if text == "0" else sign + text


def polygon(points: Iterable[Point]) -> str:
    """Return a closed path through ``points``."""
    return f"{line(points)}z"


def line(points: Iterable[Point]) -> str:
    """Return an open path in steps from point to point, so that equal shapes are equal text."""
    (x, y), *rest = ((round(px, 2), round(py, 2)) for px, py in points)
    path, steps = f"M{number(x)} {number(y)}l", ""
    for next_x, next_y in rest:
        steps += _step(next_x - x) + _step(next_y - y)
        x, y = next_x, next_y
    return path + steps.lstrip()


def bar(x: float, y: float, width: float, height: float) -> str:
    """Return an upright rectangle."""
    return f"M{number(x)} {number(y)}h{number(width)}v{number(height)}h{number(-width)}z"


def diamond(x: float, y: float, half_width: float, half_height: float) -> str:
    """Return a diamond standing on its tip around the centre ``x``, ``y``."""
    w, h = number(half_width), number(half_height)
    back, up = number(-half_width), number(-half_height)
    return f"M{number(x)} {number(y - half_height)}l{w} {h} {back} {h} {back} {up}z"


def disc(x: float, y: float, radius: float) -> str:
    """Return a full circle around ``x``, ``y``."""
    r, d, back = number(radius), number(2 * radius), number(-2 * radius)
    return f"M{number(x - radius)} {number(y)}a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0 {back} 0z"


def smooth(points: Sequence[Point]) -> str:
    """Return an open curve that touches the middle of every side of the line ``points``."""
    middles = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in pairwise(points[1:])]
    head = f"M{_pairs(points[:1])}Q{_pairs(points[1:2])} {_pairs(middles[:1])}"
    return f"{head}T{_pairs(middles[1:])}"


def document(width: float, height: float, body: str, *, attributes: str = "") -> str:
    """Wrap ``body`` in an ``<svg>`` whose user unit is one pixel at its natural size."""
    w, h = number(width), number(height)
    extra = f" {attributes}" if attributes else ""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}"{extra}>{body}</svg>'


def as_address(svg: str) -> str:
    """Return a drawing as a ``data:`` address (RFC 2397) that an attribute may hold."""
    return f"data:image/svg+xml,{quote(svg.replace(_DOUBLE, _SINGLE), safe=_PLAIN)}"


def _step(value: float) -> str:
    text = number(value)
    return text if text.startswith("-") else f" {text}"


def _pairs(points: Iterable[Point]) -> str:
    return " ".join(f"{number(x)} {number(y)}" for x, y in points)
