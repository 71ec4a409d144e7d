"""What a series hangs on: lines through its years, or a standing or level bar for each reading."""

from __future__ import annotations

from microsite.charts.grammar import Layer, Row, layer
from microsite.charts.points import Series, threads_of
from microsite.charts.theme import ACCENT, Sheet


def draw_threads(series: Series, sheet: Sheet) -> list[Layer]:
    """Return the threads of ``series``; the knots lie over them."""
    if series.kind == "line":
        return [_lines(series, sheet, is_loose=True), _lines(series, sheet, is_loose=False)]
    mark = {"type": "rule", "stroke": ACCENT, "strokeWidth": sheet.thread}
    if series.kind == "span":
        spans: list[Row] = [{"x": p.since, "x2": p.year, "y": p.value} for p in series.points]
        return [layer(mark, spans, x2={"field": "x2"})]
    stems: list[Row] = [{"x": p.year, "y": 0, "y2": p.value} for p in series.points]
    return [layer(mark, stems, y2={"field": "y2"})]


def _lines(series: Series, sheet: Sheet, *, is_loose: bool) -> Layer:
    rows: list[Row] = [
        {"x": point.year, "y": point.value, "run": run}
        for run, thread in enumerate(threads_of(series.points))
        if thread.is_loose == is_loose
        for point in thread.points
    ]
    mark = {"type": "line", "strokeWidth": sheet.loose if is_loose else sheet.thread}
    return layer(mark, rows, detail={"field": "run"})
