"""The look all charts share: roles of colour, three sizes of sheet, and the Vega-Lite theme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

ACCENT, INK, INK_2, LINE, CARD = (
    f"var(--{role})" for role in ("accent", "ink", "ink-2", "line", "card")
)
DISPLAY = "var(--display)"


@dataclass(frozen=True)
class Sheet:
    """One size of drawing, in pixels: what stands on it keeps its size when the sheet is small.

    Where room is scarce the percent sign is left to the unit line over the chart.
    """

    name: str
    width: int
    height: int
    letters: int
    figures: int
    thread: float
    loose: float
    knot: float
    writes_percent: bool = False


WIDE = Sheet(
    "wide", 640, 320, letters=13, figures=15, thread=3, loose=1.5, knot=13, writes_percent=True
)
NARROW = Sheet("narrow", 340, 290, letters=14, figures=14, thread=3, loose=1.5, knot=12)
SMALL = Sheet("small", 220, 81, letters=13, figures=13, thread=2, loose=1, knot=9)


def theme(sheet: Sheet) -> dict[str, Any]:
    """Return the Vega-Lite configuration for drawings on ``sheet``."""
    return {
        "aria": False,
        "font": "inherit",
        "view": {"stroke": None},
        "axis": {
            "title": None,
            "domain": False,
            "labelColor": INK_2,
            "labelFontSize": sheet.letters,
            "labelOverlap": False,
            "labelBound": False,
            "labelFlush": False,
            "gridColor": LINE,
            "tickColor": LINE,
        },
        "axisX": {"grid": False, "labelPadding": 4, "tickSize": 5},
        "axisY": {"ticks": False, "labelPadding": 8},
        "rule": {"stroke": INK_2},
        "point": {"opacity": 1},
        "line": {"stroke": ACCENT, "strokeWidth": sheet.thread, "strokeJoin": "round"},
        "text": {"fill": INK, "fontSize": sheet.letters, "baseline": "middle"},
    }
