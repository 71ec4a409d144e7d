"""The few forms of Vega-Lite that our drawings are made of."""

from __future__ import annotations

from typing import Any

from microsite.charts.plane import Plane
from microsite.charts.theme import ACCENT, CARD, Sheet, theme

Layer = dict[str, Any]
Row = dict[str, float | str]


def on_sheet(
    sheet: Sheet,
    plane: Plane,
    layers: list[Layer],
    *,
    ticks: dict[str, Any],
    lines: dict[str, Any] | None,
) -> dict[str, Any]:
    """Return ``layers`` as one specification, the plot laid where ``plane`` says."""
    unmoved = {"nice": False, "zero": False}
    x = {"field": "x", "scale": {"domain": [plane.first, plane.last], **unmoved}, "axis": ticks}
    y = {"field": "y", "scale": {"domain": [plane.low, plane.high], **unmoved}, "axis": lines}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "autosize": {"type": "none"},
        "padding": {
            "left": plane.left,
            "right": sheet.width - plane.right,
            "top": plane.top,
            "bottom": sheet.height - plane.bottom,
        },
        "width": plane.right - plane.left,
        "height": plane.bottom - plane.top,
        "background": None,
        "encoding": {"x": {**x, "type": "quantitative"}, "y": {**y, "type": "quantitative"}},
        "layer": [one for one in layers if one["data"]["values"]],
        "config": theme(sheet),
    }


def layer(mark: dict[str, Any], rows: list[Row], **encoding: Any) -> Layer:
    """Return ``rows`` drawn with ``mark``."""
    return {"mark": mark, "data": {"values": rows}, "encoding": encoding}


def knot(size: float, *, hollow: bool) -> dict[str, Any]:
    """Return the diamond every thread has: filled is published, hollow estimated or aimed at."""
    mark = {"type": "point", "shape": "diamond", "size": round(size * size, 1)}
    if hollow:
        return {**mark, "fill": CARD, "stroke": ACCENT, "strokeWidth": 2}
    return {**mark, "fill": ACCENT, "stroke": None}
