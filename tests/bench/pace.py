"""Search from being opened to its first result, beside the stock theme's, on a slow line."""

from __future__ import annotations

from statistics import median
from typing import Any

from browser.tools import run_script

# Lighthouse's slow 4G: 150 ms a round trip, 1.6 Mbit/s; and a processor four times slower
_SLOW = {"latency": 150, "bytes": 1_638_400 // 8, "cpu": 4}
_QUERIES = ["thủy điện", "chè", "đảng bộ", "sin suối hồ", "hộ nghèo", "mường tè"]
_OURS = {"door": "[data-search]", "field": "dialog input", "hit": "dialog [role=option]"}
_STOCK = {
    "door": "label[for=__search]",
    "field": ".md-search__input",
    "hit": ".md-search-result__item a",
}
_FIRST, _NEXT = 600, 50


def measure_search(ours: str, stock: str | None, runs: int) -> str:
    """Return lines that compare both; ``ours`` and ``stock`` are addresses of the same page."""
    lines = ["", "search             first ms  next ms    KB until the first result"]
    lines.append(_line("this site", [_run(ours, _OURS) for _ in range(runs)], wanted=True))
    if stock:
        lines.append(_line("stock Material", [_run(stock, _STOCK) for _ in range(runs)]))
    return "\n".join(lines)


def _run(url: str, selectors: dict[str, str]) -> dict[str, Any]:
    seen: dict[str, Any] = run_script(
        "pace.mjs", url=url, queries=_QUERIES, slow=_SLOW, timeout=180, **selectors
    )
    return seen


def _line(name: str, runs: list[dict[str, Any]], *, wanted: bool = False) -> str:
    first = median(run["first"] or float("inf") for run in runs)
    later = median(time or float("inf") for run in runs for time in run["next"])
    weight = median(run["weight"] for run in runs) / 1024
    met = "" if not wanted else "  ✓" if first <= _FIRST and later <= _NEXT else "  ✗"
    return f"{name:<17} {first:>9.0f} {later:>8.0f} {weight:>5.1f}{met}"
