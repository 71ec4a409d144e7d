"""Every page of the kiosk bundle on both screens, for `make test-full`: its name keeps it out of
`make test`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from browser.on_screen import LANDSCAPE, PORTRAIT, faults_on_screen

pytest_plugins = ["browser.fixtures", "browser.screens"]


@pytest.mark.parametrize("screen", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def test_every_page_on_a_screen(
    bundle: Path, browse: Callable[..., Any], screen: list[int]
) -> None:
    """Without network and by fingers only, no page of the bundle in either language has an error,
    a failed or foreign request, anything too wide or too small, or a way out.
    """
    pages = sorted(path.relative_to(bundle).as_posix() for path in bundle.rglob("*.html"))
    assert len(pages) > 100
    found = faults_on_screen(bundle, browse, pages, screen)
    if found:
        pytest.fail("\n".join(found), pytrace=False)
