"""What is wrong with pages on the screens of a kiosk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

PORTRAIT, LANDSCAPE = [1080, 1920], [1920, 1080]
TOUCH = 61  # pixels of 15 mm at 102 pixels an inch, the screen of data/site.yml
OWN = ("man-hinh-cho.html", "tra-cuu.html", "tinh-trang.html")
KEYS = ["home", "back", "search", "listen", "size", "contrast"]
LOWER_PART = 0.46  # of the height of a screen, where everybody reaches (K6)
FAULTS = ("errors", "violations", "failed", "foreign", "wide", "blank", "small", "ways")


def faults_on_screen(
    bundle: Path, browse: Callable[..., Any], pages: list[str], screen: list[int]
) -> list[str]:
    """What is wrong with ``pages`` of the bundle on a screen without network, a line each: errors,
    requests, what is too wide or smaller than a finger, ways out, and a bar that is not as always.
    """
    root = bundle.as_uri() + "/"
    seen = browse("kiosk.mjs", root=root, pages=pages, screen=screen, least=TOUCH, timeout=1500)
    assert [one["path"] for one in seen] == pages
    found = []
    for one in seen:  # what the launcher writes lies beside the versions
        one["foreign"] = [url for url in one["foreign"] if not url.endswith("/kiosk0/status.js")]
        found += [f"{one['path']} {name}: {one[name]}" for name in FAULTS if one[name]]
        if OWN[0] in one["path"]:
            continue
        other = "vi" if one["path"].startswith("en/") else "en"
        if one["bar"] != [*KEYS, other] or one["top"] < LOWER_PART:
            found.append(f"{one['path']} bar: {one['bar']} from {one['top']}")
    return found
