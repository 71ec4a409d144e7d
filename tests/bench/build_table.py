"""What `make bench` prints and draws."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from microsite.charts.draw import draw_svg


@dataclass(frozen=True)
class Run:
    """One way of building at one size: medians of wall and processor seconds, the memory of the
    largest process in MB, what was written in MB.
    """

    pages: int
    who: str
    what: str
    wall: float
    cpu: float
    memory: float
    output: float


STOCK = "Material + i18n"


def tabulate(runs: Sequence[Run]) -> str:
    """Return a table in Markdown; ``of stock`` is the wall time as a part of stock's cold build."""
    lines = [
        "| pages × 2 | generator | build | wall s | of stock | CPU s | MB memory | MB written |",
        "| ---: | --- | --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    stock = {run.pages: run.wall for run in runs if run.who == STOCK}
    for run in runs:
        part = f"{run.wall / stock[run.pages]:.3f}" if run.pages in stock else "–"
        lines.append(
            f"| {run.pages} | {run.who} | {run.what} | {run.wall:.2f} | {part} | {run.cpu:.2f} | "
            f"{run.memory:.0f} | {run.output:.1f} |"
        )
    ways = dict.fromkeys((run.who, run.what) for run in runs)
    grown = [(who, what, exponent(runs, who, what)) for who, what in ways]
    said = (f"{who}, {what}: {found:.2f}" for who, what, found in grown if found is not None)
    return "\n".join([*lines, "", "Growth exponents (1 is in step): " + "; ".join(said), ""])


def exponent(runs: Sequence[Run], who: str, what: str) -> float | None:
    """Return how wall time grows with pages from the smallest to the largest size."""
    mine = sorted((run.pages, run.wall) for run in runs if (run.who, run.what) == (who, what))
    if len(mine) < 2:
        return None
    (few, short), (many, long) = mine[0], mine[-1]
    return math.log(long / short) / math.log(many / few)


def draw(runs: Sequence[Run]) -> str:
    """Return a chart of wall seconds by pages, both in logarithms."""
    rows = [
        {"pages": run.pages, "seconds": run.wall, "build": f"{run.who}, {run.what}"} for run in runs
    ]
    scale = {"type": "log"}
    encoding = {
        "x": {"field": "pages", "type": "quantitative", "scale": scale},
        "y": {"field": "seconds", "type": "quantitative", "scale": scale},
        "color": {"field": "build", "type": "nominal"},
    }
    mark = {"type": "line", "point": True}
    data = {"values": rows}
    return draw_svg({"width": 640, "height": 400, "data": data, "mark": mark, "encoding": encoding})
