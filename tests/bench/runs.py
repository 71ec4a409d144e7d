"""Lighthouse runs of one page, and their medians. Runs on a disturbed machine do not count."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

from browser.tools import run_script

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FULL = 3  # runs that yield all four scores; further runs only time the page

_TRIES = 3  # so many times the wanted runs are tried at most


@dataclass(frozen=True)
class Measured:
    """Medians of one page; times in milliseconds, size in bytes as they travelled."""

    bytes: float
    fcp: float
    lcp: float
    tbt: float
    cls: float
    scores: dict[str, float]
    failures: list[str]
    runs: list[dict[str, Any]]
    discarded: int

    def as_json(self) -> dict[str, Any]:
        """Return what goes into the file of results."""
        return asdict(self)


def measure(url: str, *, wanted: int, floor: float, skip: tuple[str, ...] = ()) -> Measured:
    """Measure ``url`` until ``wanted`` runs count, and return their medians.

    A run counts when Lighthouse's benchmarkIndex of the machine is ``floor`` or more. Raises
    RuntimeError when too few runs of too many do.
    """
    counted: list[dict[str, Any]] = []
    tried = 0
    while len(counted) < wanted:
        if tried == wanted * _TRIES:
            message = f"{url}: only {len(counted)} of {tried} runs were undisturbed (floor {floor})"
            raise RuntimeError(message)
        tried += 1
        categories = CATEGORIES if len(counted) < FULL else CATEGORIES[:1]
        run = run_script("lighthouse.mjs", url=url, categories=categories, skip=skip, timeout=180)
        if run["benchmark"] >= floor:
            counted.append(run)
    return _medians(counted, discarded=tried - len(counted))


def _medians(runs: list[dict[str, Any]], *, discarded: int) -> Measured:
    times = {
        name: median(run[name] for run in runs) for name in ("bytes", "fcp", "lcp", "tbt", "cls")
    }
    scores = {
        name: median(run["scores"][name] for run in runs if name in run["scores"])
        for name in CATEGORIES
    }
    failures = sorted({failure for run in runs for failure in run["failures"]})
    return Measured(**times, scores=scores, failures=failures, runs=runs, discarded=discarded)
