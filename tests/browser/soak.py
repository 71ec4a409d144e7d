"""Months of use in some minutes, `make soak`; its name keeps it out of `make test`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

pytest_plugins = ["browser.fixtures", "browser.screens"]

ACTIONS = 10_000


def test_ten_thousand_actions_leave_no_trace(bundle: Path, browse: Callable[..., Any]) -> None:
    """After 10,000 touches the kiosk still begins anew by its own keys, no script failed, no window
    was opened, and the memory of the page's scripts and of the whole browser has not grown by more
    than a fifth.
    """
    seen = browse(
        "soak.mjs",
        root=bundle.as_uri() + "/",
        screen=[1080, 1920],
        actions=ACTIONS,
        seed=20040101,
        timeout=3000,
    )
    assert seen["stuck"] == []
    assert seen["unanswered"] == []
    assert seen["lost"] <= ACTIONS // 1000
    assert seen["errors"] == []
    assert seen["pages"] <= 2
    for kind in ("heaps", "sizes"):
        sizes = seen[kind]
        assert len(sizes) == ACTIONS // 500
        quarter = len(sizes) // 4
        early, late = median(sizes[:quarter]), median(sizes[-quarter:])
        assert late <= 1.2 * early, f"{kind}: {early} → {late}, {sizes}"
