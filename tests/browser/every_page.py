"""Every page of the real site, for `make test-full`: quiet, whole, and no wider than a phone.

Its name keeps it out of `make test`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from browser.built import RealSite

pytest_plugins = ["browser.fixtures"]

NARROW = 320


def test_every_page_is_quiet_and_narrow(browse: Callable[..., Any], real: RealSite) -> None:
    """At 320 px and with scripts on, no page has a console error, a refused, failed or foreign
    request, a cookie, or anything wider than the screen.
    """
    found = (path.relative_to(real.folder).as_posix() for path in real.folder.rglob("*.html"))
    # a frame opened as a page asks for an icon, which it never does inside another page
    paths = sorted(path for path in found if not path.startswith("embed/"))
    pages = [{"path": path, "width": NARROW} for path in paths]
    seen = browse("walk.mjs", root=real.address, pages=pages, scripts=True, timeout=1200)
    names = ("errors", "violations", "failed", "foreign", "cookies", "wide", "blank")
    assert len(seen) == len(paths)
    faults = [f"{one['path']} {name}: {one[name]}" for one in seen for name in names if one[name]]
    if faults:
        pytest.fail("\n".join(faults), pytrace=False)
