"""How many people each channel reached, as bars: counted solid, estimated hollow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from microsite.charts.draw import draw_png, draw_svg
from microsite.model.activity import Activity
from microsite.model.totals import people
from microsite.report.naming import Naming, views_of
from microsite.report.table import shown

_WIDTH, _BAR, _NAMES = 420, 30, 200  # pixels
_INK, _FILL = "#1f2a44", "#2b4c8c"
_FONT = "serif"  # the one of this machine: the drawing library brings none that is sure to be there
_SCALE = 2


def chart(activities: Sequence[Activity], naming: Naming, foot: str) -> dict[str, Any] | None:
    """Return the specification of the drawing, or None when nobody told how many people.

    ``foot`` stands under it: version, day, sources.
    """
    rows: list[dict[str, Any]] = []
    for name, counted, estimated in _reached(activities, naming):
        row = {"name": name, "from": 0, "middle": counted, "end": counted + estimated}
        rows.append({**row, "label": _label(counted, estimated, naming)})
    return _specification(rows, foot) if rows else None


def chart_svg(specification: dict[str, Any]) -> bytes:
    """Return the drawing as SVG."""
    return (draw_svg(specification).strip() + "\n").encode("utf-8")


def chart_png(specification: dict[str, Any]) -> bytes:
    """Return the drawing as PNG, for documents."""
    return draw_png(specification, scale=_SCALE)


def told_in_words(activities: Sequence[Activity], naming: Naming) -> str:
    """Return what the drawing says, for those who do not see it."""
    parts = (
        f"{name}: {_label(counted, estimated, naming)}"
        for name, counted, estimated in _reached(activities, naming)
    )
    return "; ".join(parts) + "."


def _reached(activities: Sequence[Activity], naming: Naming) -> Iterator[tuple[str, int, int]]:
    """Yield each channel for which somebody told how many people: its name, counted, estimated."""
    view = next(one for one in views_of(activities, naming) if one.id == "channel")
    for channel, name in view.names.items():
        of_channel = [one for one in activities if view.key(one) == channel]
        counted, estimated = people(of_channel, "counted"), people(of_channel, "estimated")
        if counted or estimated:
            yield name, counted, estimated


def _label(counted: int, estimated: int, naming: Naming) -> str:
    words = naming.words
    both = (("counted", counted), ("estimated", estimated))
    said = [words(f"reporting.people.{name}", count=shown(count)) for name, count in both if count]
    return ", ".join(said)


def _specification(rows: list[dict[str, Any]], foot: str) -> dict[str, Any]:
    most = max(row["end"] for row in rows)
    y: dict[str, Any] = {"field": "name", "type": "nominal", "title": None}
    y["sort"] = [row["name"] for row in rows]
    axis = {"domain": False, "ticks": False, "labelLimit": _NAMES, "labelPadding": 8}
    x = {"type": "quantitative", "axis": None, "scale": {"domain": [0, most * 1.6]}}
    bars = [
        ({"type": "bar", "height": 16, "fill": _FILL}, "from", "middle"),
        ({"type": "bar", "height": 15, "fill": "white", "stroke": _FILL}, "middle", "end"),
    ]
    layers: list[dict[str, Any]] = [
        {
            "mark": mark,
            "encoding": {"x": {"field": start, **x}, "x2": {"field": end}},
            "transform": [{"filter": f"datum.{end} > datum.{start}"}],
        }
        for mark, start, end in bars
    ]
    text = {"type": "text", "align": "left", "dx": 6, "fill": _INK, "fontSize": 12}
    labels = {"x": {"field": "end", **x}, "text": {"field": "label"}}
    layers.append({"mark": text, "encoding": labels})
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": _WIDTH,
        "height": {"step": _BAR},
        "background": "white",
        "title": {"text": foot, "orient": "bottom", "anchor": "start", "frame": "bounds"},
        "data": {"values": rows},
        "encoding": {"y": {**y, "axis": axis}},
        "layer": layers,
        "config": {
            "font": _FONT,
            "view": {"stroke": None},
            "title": {"fontSize": 10, "fontWeight": "normal", "color": _INK, "offset": 10},
            "axis": {"labelFontSize": 12, "labelColor": _INK},
        },
    }
