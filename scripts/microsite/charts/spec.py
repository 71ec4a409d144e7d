"""An indicator to a Vega-Lite specification: columns, or points and segments.

A break in the series is drawn as a break: no line crosses it.
"""

from __future__ import annotations

from typing import Any

from microsite.model.indicator import Indicator
from microsite.wording.catalog import Words
from microsite.wording.numbers import format_number

MIN_POINTS = 3
_MOST_LABELS = 12

_INK, _SOFT, _LINE, _ACCENT = (f"var(--ms-{name})" for name in ("ink", "ink-2", "line", "accent"))


def has_chart(indicator: Indicator) -> bool:
    """Whether there is enough to draw: a chart kind and at least three years."""
    return indicator.chart != "none" and len(indicator.preferred) >= MIN_POINTS


def vega_lite(indicator: Indicator, words: Words, *, width: int) -> dict[str, Any]:
    """Return the specification, ``width`` pixels wide."""
    layers = _line_layers(indicator) if indicator.chart == "line" else _column_layers()
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": width - 90,
        "height": 260,
        "background": "transparent",
        "data": {"values": _rows(indicator, words)},
        "layer": [*layers, _labels(indicator)],
        "config": _config(words),
    }


def _rows(indicator: Indicator, words: Words) -> list[dict[str, Any]]:
    readings = indicator.preferred
    shown = _labelled(len(readings))
    return [
        {
            "year": reading.year,
            "value": reading.value,
            "part": sum(reading.year >= cut.year for cut in indicator.breaks),
            "label": format_number(reading.value, words.lang, decimals=indicator.decimals)
            if index in shown
            else "",
            "plan": reading.qualifier == "target",
        }
        for index, reading in enumerate(readings)
    ]


def _labelled(count: int) -> set[int]:
    """Choose which points carry their value: all, or every other one with the last."""
    step = 1 if count <= _MOST_LABELS else 2
    return {count - 1 - back for back in range(0, count, step)}


def _x(indicator: Indicator) -> dict[str, Any]:
    axis = {"title": None, "grid": False, "labelAngle": 0, "tickSize": 6}
    if indicator.chart == "line":
        years = [reading.year for reading in indicator.preferred]
        scale = {"domain": [years[0] - 0.5, years[-1] + 0.5], "nice": False}
        return {
            "field": "year",
            "type": "quantitative",
            "scale": scale,
            "axis": {**axis, "format": "d", "tickMinStep": 1},
        }
    return {"field": "year", "type": "ordinal", "axis": axis}


def _y() -> dict[str, Any]:
    return {"field": "value", "type": "quantitative", "axis": {"title": None, "tickCount": 4}}


def _line_layers(indicator: Indicator) -> list[dict[str, Any]]:
    encoding = {"x": _x(indicator), "y": _y()}
    return [
        {
            "mark": {"type": "line", "stroke": _ACCENT, "strokeWidth": 2.5},
            "encoding": {**encoding, "detail": {"field": "part"}},
        },
        {
            "mark": {"type": "point", "filled": True, "fill": _ACCENT, "size": 60},
            "encoding": encoding,
        },
    ]


def _column_layers() -> list[dict[str, Any]]:
    axis = {"title": None, "grid": False, "labelAngle": 0, "ticks": False}
    return [
        {
            "mark": {"type": "bar", "fill": _ACCENT, "width": {"band": 0.6}},
            "encoding": {"x": {"field": "year", "type": "ordinal", "axis": axis}, "y": _y()},
        }
    ]


def _labels(indicator: Indicator) -> dict[str, Any]:
    mark = {"type": "text", "dy": -10, "fill": _INK, "fontSize": 13, "fontWeight": "bold"}
    return {
        "mark": mark,
        "encoding": {"x": _x(indicator), "y": _y(), "text": {"field": "label"}},
    }


def _config(words: Words) -> dict[str, Any]:
    decimal, thousands = (",", ".") if words.lang == "vi" else (".", ",")
    number = {"decimal": decimal, "thousands": thousands, "grouping": [3], "currency": ["", ""]}
    return {
        "aria": False,
        "font": "system-ui, sans-serif",
        "locale": {"number": number},
        "view": {"stroke": None},
        "axis": {
            "labelColor": _SOFT,
            "labelFontSize": 13,
            "domainColor": _LINE,
            "tickColor": _LINE,
            "gridColor": _LINE,
            "gridOpacity": 0.6,
        },
        "axisY": {"domain": False, "ticks": False},
    }
