"""A small multiple: a thread on the years all of them share, first and last reading marked."""

from __future__ import annotations

from typing import Any

from microsite.charts.grammar import Layer, Row, knot, layer, on_sheet
from microsite.charts.plane import Plane
from microsite.charts.points import series_of
from microsite.charts.theme import INK_2, SMALL
from microsite.charts.threads import draw_threads
from microsite.model.indicator import Indicator
from microsite.wording.catalog import Words

_EDGE = 7
_FOOT = 21
_PASSING = 5.5


def small_multiple(indicator: Indicator, words: Words, *, first: int, last: int) -> dict[str, Any]:
    """Return the specification; readings outside the shared years stretch them."""
    series = series_of(indicator, words)
    points = series.points
    first = min(first, *(point.since for point in points))
    last = max(last, points[-1].year)
    plane = _plane([point.value for point in points], first, last)
    ends = [(first, "left", -_EDGE + 1), (last, "right", _EDGE - 1)]
    zero: Row = {"x": plane.year(0), "x2": plane.year(SMALL.width), "y": 0}
    dots: list[Row] = [{"x": point.year, "y": point.value} for point in points]
    layers = [
        layer({"type": "rule", "strokeWidth": 1}, [zero], x2={"field": "x2"}),
        *(_year(plane, year, align, shift) for year, align, shift in ends),
    ]
    layers += draw_threads(series, SMALL)
    layers += [
        layer(knot(_PASSING, hollow=False), dots[1:-1]),
        layer(knot(SMALL.knot, hollow=True), dots[:1]),
        layer(knot(SMALL.knot + 2, hollow=points[-1].is_hollow), dots[-1:]),
    ]
    ticks = {"values": list(range(first, last + 1)), "labels": False, "tickSize": 4}
    return on_sheet(SMALL, plane, layers, ticks=ticks, lines=None)


def _plane(values: list[float], first: int, last: int) -> Plane:
    low, high = min(0.0, *values), max(0.0, *values)
    return Plane(
        left=_EDGE,
        right=SMALL.width - _EDGE,
        head=0,
        top=_EDGE + 1,
        bottom=SMALL.height - _FOOT,
        first=first,
        last=last,
        low=low,
        high=high if high > low else low + 1,
        step=1,
    )


def _year(plane: Plane, year: int, align: str, shift: int) -> Layer:
    mark = {"type": "text", "align": align, "dx": shift, "fill": INK_2}
    row: Row = {"x": year, "y": plane.value(SMALL.height - 7), "text": str(year)}
    return layer(mark, [row], text={"field": "text"})
