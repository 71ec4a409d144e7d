"""A small multiple: a thread on the years all of them share, first and last reading marked.

The years themselves are written under it by the page, so that they keep their size."""

from __future__ import annotations

from typing import Any

from microsite.charts.grammar import Row, knot, layer, on_sheet
from microsite.charts.plane import Plane
from microsite.charts.points import drawn_years, series_of
from microsite.charts.theme import SMALL
from microsite.charts.threads import draw_threads
from microsite.model.indicator import Indicator
from microsite.wording.catalog import Words

_EDGE = 7
_FOOT = 6
_PASSING = 5.5


def small_multiple(indicator: Indicator, words: Words, *, first: int, last: int) -> dict[str, Any]:
    """Return the specification; readings outside the shared years stretch them."""
    series = series_of(indicator, words)
    points = series.points
    first, last = small_years(indicator, words, first=first, last=last)
    plane = _plane([point.value for point in points], first, last)
    zero: Row = {"x": plane.year(0), "x2": plane.year(SMALL.width), "y": 0}
    dots: list[Row] = [{"x": point.year, "y": point.value} for point in points]
    layers = [
        layer({"type": "rule", "strokeWidth": 1}, [zero], x2={"field": "x2"}),
    ]
    layers += draw_threads(series, SMALL)
    layers += [
        layer(knot(_PASSING, hollow=False), dots[1:-1]),
        layer(knot(SMALL.knot, hollow=True), dots[:1]),
        layer(knot(SMALL.knot + 2, hollow=points[-1].is_hollow), dots[-1:]),
    ]
    ticks = {"values": list(range(first, last + 1)), "labels": False, "tickSize": 4}
    return on_sheet(SMALL, plane, layers, ticks=ticks, lines=None)


def small_years(indicator: Indicator, words: Words, *, first: int, last: int) -> tuple[int, int]:
    """Return the years at both ends: the shared ones, stretched by readings outside them."""
    begin, end = drawn_years(indicator, words)
    return min(first, begin), max(last, end)


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
