"""A chart's plan to a Vega-Lite specification: columns by year, or threads with knots.

A break in the series is drawn as a break: a dotted line stands there and no line crosses it.
"""

from __future__ import annotations

from math import ceil, floor
from typing import Any

from microsite.charts.grammar import Layer, Row, knot, layer, on_sheet
from microsite.charts.plan import Plan
from microsite.charts.points import Point
from microsite.charts.theme import ACCENT, CARD, DISPLAY, INK, INK_2, LINE
from microsite.wording.catalog import Words


def vega_lite(plan: Plan, words: Words) -> dict[str, Any]:
    """Return the specification of a drawing that is exactly as large as its sheet."""
    ticks = {
        "values": list(range(ceil(plan.plane.first), floor(plan.plane.last) + 1)),
        "labelExpr": f"indexof({list(plan.years)}, datum.value) < 0 ? '' : datum.value",
        "tickColor": {
            "condition": {"test": _among(plan.series.points), "value": INK_2},
            "value": LINE,
        },
    }
    lines = {"values": list(plan.plane.gridlines), "format": ",.6~f"}
    drawn = _SERIES[plan.series.kind](plan)
    layers = [*_frame(plan), *drawn, _threads(plan), _others(plan), _labels(plan)]
    spec = on_sheet(plan.sheet, plan.plane, layers, ticks=ticks, lines=lines)
    decimal, thousands = (",", ".") if words.lang == "vi" else (".", ",")
    number = {"decimal": decimal, "thousands": thousands, "grouping": [3], "currency": ["", ""]}
    spec["config"]["locale"] = {"number": number}
    return spec


def _among(points: tuple[Point, ...]) -> str:
    return f"indexof({[point.year for point in points]}, datum.value) >= 0"


def _frame(plan: Plan) -> list[Layer]:
    plane, sheet = plan.plane, plan.sheet
    zero: Row = {"x": plane.first, "x2": plane.last, "y": 0}
    cuts: list[Row] = [
        {"x": cut.year, "y": plane.low, "y2": plane.value(cut.top)} for cut in plan.cuts
    ]
    words: dict[str, list[Row]] = {"left": [], "right": [], "center": []}
    for note in plan.notes:
        words[note.align].append(
            {"x": plane.year(note.x), "y": plane.value(note.y), "text": note.text}
        )
    return [
        layer({"type": "rule", "strokeWidth": 1.5}, [zero], x2={"field": "x2"}),
        layer({"type": "rule", "strokeWidth": 1.5, "strokeDash": [2, 4]}, cuts, y2={"field": "y2"}),
        *(
            layer(
                {"type": "text", "align": align, "fill": INK_2, "fontSize": sheet.letters},
                rows,
                text={"field": "text"},
            )
            for align, rows in words.items()
        ),
    ]


def _columns(plan: Plan) -> list[Layer]:
    filled, hollow = (_shape(plan, hollow=flag) for flag in (False, True))
    ends = {"x2": {"field": "x2"}, "y2": {"field": "y2"}}
    edge = {"stroke": ACCENT, "strokeWidth": 2}
    return [
        layer({"type": "rect", "fill": ACCENT}, filled, **ends),
        layer({"type": "rect", "fill": CARD, **edge}, hollow, **ends),
    ]


def _shape(plan: Plan, *, hollow: bool) -> list[Row]:
    plane = plan.plane
    inset = 1 if hollow else 0
    half = (plane.bar / 2 - inset) / plane.year_width
    return [
        {
            "x": point.year - half,
            "x2": point.year + half,
            "y": plane.value(plane.y(point.value) + (inset if point.value >= 0 else -inset)),
            "y2": 0,
        }
        for point in plan.series.points
        if point.is_hollow == hollow
    ]


def _line(plan: Plan) -> list[Layer]:
    rows: list[Row] = [{"x": p.year, "y": p.value, "part": p.part} for p in plan.series.points]
    return [
        layer({"type": "line"}, rows, detail={"field": "part"}),
        *_knots(plan, plan.series.points),
    ]


def _spans(plan: Plan) -> list[Layer]:
    rows: list[Row] = [{"x": p.since, "x2": p.year, "y": p.value} for p in plan.series.points]
    mark = {"type": "rule", "stroke": ACCENT, "strokeWidth": plan.sheet.thread}
    return [layer(mark, rows, x2={"field": "x2"}), *_knots(plan, plan.series.points)]


def _knots(plan: Plan, points: tuple[Point, ...]) -> list[Layer]:
    layers = []
    for hollow in (False, True):
        rows: list[Row] = [{"x": p.year, "y": p.value} for p in points if p.is_hollow == hollow]
        layers.append(layer(knot(plan.sheet.knot, hollow=hollow), rows))
    return layers


def _threads(plan: Plan) -> Layer:
    """Threads to labels that stand off; other readings of the year lie over them."""
    plane = plan.plane
    rows: list[Row] = [
        {
            "x": plane.year((spot.way.left + spot.way.right) / 2),
            "y": plane.value(spot.way.top),
            "y2": plane.value(spot.way.bottom),
        }
        for _, spot in plan.labels
        if spot.way and spot.is_far
    ]
    return layer({"type": "rule", "strokeWidth": 1}, rows, y2={"field": "y2"})


def _others(plan: Plan) -> Layer:
    rows: list[Row] = [{"x": other.year, "y": other.value} for other in plan.series.others]
    return layer({**knot(plan.sheet.knot - 2, hollow=True), "strokeWidth": 1.5}, rows)


def _labels(plan: Plan) -> Layer:
    plane = plan.plane
    rows: list[Row] = [
        {"x": plane.year(spot.middle[0]), "y": plane.value(spot.middle[1]), "text": point.label}
        for point, spot in plan.labels
    ]
    mark = {"type": "text", "font": DISPLAY, "fontSize": plan.sheet.figures, "fontWeight": 700}
    halo = {"fill": INK, "stroke": CARD, "strokeWidth": 4, "strokeJoin": "round"}
    return layer({**mark, **halo}, rows, text={"field": "text"})


_SERIES = {"column": _columns, "line": _line, "span": _spans}
