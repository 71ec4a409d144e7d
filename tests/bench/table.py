"""The table that `make measure` prints: our pages, the stock theme beside them, the best peer."""

from __future__ import annotations

from collections.abc import Callable

from bench.runs import CATEGORIES, Measured

KB = 1024

# design.md, “Numbers it must meet”
_HOME_KB, _READING_KB, _ANY_KB = 120, 40, 120
_LCP, _TBT, _CLS, _SCORE = 1100, 20, 0.0, 100
_READING = {"section", "article", "indicator", "model"}

# as published for the best peer, quoted as given in design.md and not measured here
_PEER = "Starlight (quoted)   58.5        1.33 s     0 ms     0   100 100  96 100"

_HEAD = (
    "                  |                     this site                        "
    "|                 stock Material\n"
    "page              |    KB   FCP   LCP   TBT    CLS perf a11y  bp  seo "
    "|    KB   FCP   LCP   TBT    CLS perf a11y  bp  seo"
)


def misses(name: str, measured: Measured) -> list[str]:
    """Say which of the design's numbers a page does not meet."""
    budget = _READING_KB if name in _READING else _HOME_KB if name == "home" else _ANY_KB
    wanted: list[tuple[str, float, Callable[[float], str], bool]] = [
        ("size", measured.bytes, _kilobytes, measured.bytes <= budget * KB),
        ("LCP", measured.lcp, _seconds, measured.lcp <= _LCP),
        ("TBT", measured.tbt, _whole, measured.tbt <= _TBT),
        ("CLS", measured.cls, str, measured.cls <= _CLS),
    ]
    wanted += [
        (category, measured.scores[category], _whole, measured.scores[category] >= _SCORE)
        for category in CATEGORIES
    ]
    return [f"{what} {show(value)}" for what, value, show, met in wanted if not met]


def draw_table(rows: dict[str, tuple[Measured, Measured | None]]) -> str:
    """Draw the table; ``rows`` holds our page and the stock page by name of template."""
    lines = [_HEAD]
    lines += [
        f"{name:<17} | {_cells(ours)} | {_cells(stock) if stock else ''}".rstrip()
        for name, (ours, stock) in rows.items()
    ]
    lines += ["", _PEER, ""]
    for name, (ours, _) in rows.items():
        missed = [*misses(name, ours), *ours.failures]
        lines.append(f"{name:<17} {'✗ ' + '; '.join(missed) if missed else '✓'}")
    return "\n".join(lines)


def _cells(one: Measured) -> str:
    scores = [f"{_whole(one.scores[name]):>4}" for name in CATEGORIES]
    return (
        f"{_kilobytes(one.bytes):>5} {_seconds(one.fcp):>5} {_seconds(one.lcp):>5} "
        f"{_whole(one.tbt):>5} {one.cls:>6.3f} {' '.join(scores)}"
    )


def _kilobytes(count: float) -> str:
    return f"{count / KB:.1f}"


def _seconds(milliseconds: float) -> str:
    return f"{milliseconds / 1000:.2f}"


def _whole(value: float) -> str:
    return f"{value:.0f}"
