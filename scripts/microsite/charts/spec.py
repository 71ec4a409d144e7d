"""A chart's plan to a Vega-Lite specification: threads with knots, joined or standing.

A break in the series is drawn as a break: a dotted line stands there and no line crosses it.
"""

from __future__ import annotations

from math import ceil, floor
from typing import Any

from microsite.charts.grammar import Layer, Row, knot, layer, on_sheet
from microsite.charts.plan import Plan
from microsite.charts.points import Point
from microsite.charts.theme import CARD, DISPLAY, INK, INK_2, LINE
from microsite.charts.threads import draw_threads
from microsite.wording.catalog import Words
from microsite.wording.numbers import format_number


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
    written = [format_number(line, words.lang, decimals=6) for line in plan.plane.gridlines]
    lines = {
        "values": list(plan.plane.gridlines),
        "labelExpr": f"{written}[indexof({list(plan.plane.gridlines)}, datum.value)]",
    }
    threads = draw_threads(plan.series, plan.sheet)
    knots = _knots(plan, plan.series.points)
    layers = [*_frame(plan), *threads, *knots, _leaders(plan), _others(plan), _labels(plan)]
    return on_sheet(plan.sheet, plan.plane, layers, ticks=ticks, lines=lines)


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


def _knots(plan: Plan, points: tuple[Point, ...]) -> list[Layer]:
    layers = []
    for hollow in (False, True):
        rows: list[Row] = [{"x": p.year, "y": p.value} for p in points if p.is_hollow == hollow]
        layers.append(layer(knot(plan.sheet.knot, hollow=hollow), rows))
    return layers


def _leaders(plan: Plan) -> Layer:
    """Leaders to labels that stand off; other readings of the year lie over them."""
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
