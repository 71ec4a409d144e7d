"""Every page of the real site, for `make test-full`: valid HTML, quiet, and no wider than a phone.

Its name keeps it out of `make test`.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from typing import Any

import pytest

from browser.built import RealSite
from browser.tools import VNU

pytest_plugins = ["browser.fixtures"]

NARROW = 320


@pytest.mark.usefixtures("vnu")
def test_html_is_valid(real: RealSite) -> None:
    """The Nu HTML checker finds no error in any page."""
    options = ["--errors-only", "--format", "json", "--skip-non-html", "--exit-zero-always"]
    command = ["java", "-Xss2m", "-jar", str(VNU), *options, str(real.folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    places: dict[str, list[str]] = {}
    for one in json.loads(done.stderr)["messages"]:
        page = one.get("url", "").removeprefix("file:").removeprefix(f"{real.folder}/")
        place = f"{page}:{one.get('lastLine')} {one.get('extract', '')!r}"
        places.setdefault(one["message"], []).append(place)
    lines = [f"{said} ×{len(found)}\n    {found[:4]}" for said, found in places.items()]
    if lines:
        pytest.fail("\n".join(sorted(lines)), pytrace=False)


def test_every_page_is_quiet_and_narrow(browse: Callable[..., Any], real: RealSite) -> None:
    """At 320 px and with scripts on, no page has a console error, a refused, failed or foreign
    request, a cookie, or anything wider than the screen.
    """
    paths = sorted(path.relative_to(real.folder).as_posix() for path in real.folder.rglob("*.html"))
    pages = [{"path": path, "width": NARROW} for path in paths]
    seen = browse("walk.mjs", root=real.address, pages=pages, scripts=True, timeout=1200)
    names = ("errors", "violations", "failed", "foreign", "cookies", "wide", "blank")
    assert len(seen) == len(paths)
    found = [f"{one['path']} {name}: {one[name]}" for one in seen for name in names if one[name]]
    if found:
        pytest.fail("\n".join(found), pytrace=False)
