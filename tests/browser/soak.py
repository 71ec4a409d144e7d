"""Months of use in some minutes, for `make test-full`: its name keeps it out of `make test`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

pytest_plugins = ["browser.fixtures", "browser.screens"]

ACTIONS = 10_000


def test_ten_thousand_actions_leave_no_trace(bundle: Path, browse: Callable[..., Any]) -> None:
    """After 10,000 touches the kiosk still starts fresh, no script failed, no window was opened,
    and memory has not grown by more than a fifth.
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
    assert seen["errors"] == []
    assert seen["pages"] <= 2
    early, late = sorted(seen["sizes"][:4])[1], sorted(seen["sizes"][-4:])[1]
    assert late <= 1.2 * early, f"{early} → {late} bytes"
