"""The live preview in a real browser: a save, a mistake and its mending, styles, the place kept."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from conftest import REPO
from microsite.paths import ProjectPaths

pytest_plugins = ["browser.fixtures"]

Browse = Callable[..., Any]


@contextmanager
def serving(paths: ProjectPaths) -> Iterator[str]:
    """Run `microsite serve`; yield its address."""
    command = [sys.executable, "-u", "-m", "microsite", "--root", str(paths.root), "serve"]
    environment = {**os.environ, "PYTHONPATH": str(REPO / "scripts")}
    with subprocess.Popen(
        [*command, "--port", "0"], stdout=subprocess.PIPE, text=True, env=environment
    ) as server:
        assert server.stdout is not None
        try:
            yield next(word for word in server.stdout.readline().split() if word.startswith("http"))
        finally:
            server.send_signal(signal.SIGINT)
            server.stdout.read()


def test_what_is_saved_is_seen(tiny: ProjectPaths, browse: Browse) -> None:
    """A saved sentence appears and the page stays where it was scrolled to. A mistake lies over the
    page as a box, in its own styles, that goes when it is mended, without loading the page again.
    New styles are put on without that too. Nothing breaks the site's strict policy.
    """
    theme = tiny.root / "theme"
    shutil.copytree(REPO / "overrides", theme)
    config = tiny.config.read_text(encoding="utf-8").replace(str(REPO / "overrides"), "theme")
    tiny.config.write_text(config, encoding="utf-8")
    page, events, style = (
        tiny.docs / "vi/vuon/index.md",
        tiny.data / "events.yml",
        theme / "assets/css/base.css",
    )
    text = page.read_text(encoding="utf-8") + "\nMột đoạn dài.\n" * 60
    page.write_text(text, encoding="utf-8")
    dressed = style.read_text(encoding="utf-8") + "\nbody { background: rgb(1, 2, 3); }\n"
    steps = [
        {
            "write": {str(page): {"text": f"{text}\nMột câu mới tinh.\n"}},
            "wait": "page",
            "has": "câu mới tinh",
        },
        {
            "write": {str(events): {"from": "topic: formation", "to": "topic: formatio"}},
            "wait": "box",
            "has": "events.yml:4:10",
        },
        {
            "write": {str(events): {"from": "topic: formatio", "to": "topic: formation"}},
            "wait": "clear",
        },
        {"write": {str(style): {"text": dressed}}, "wait": "styles", "has": "rgb(1, 2, 3)"},
    ]
    with serving(tiny) as root:
        seen = browse("live.mjs", root=root, path="vuon/index.html", at=700, steps=steps)
    first, (saved, wrong, mended, styled) = seen["first"], seen["steps"]
    assert first["box"] == ""
    assert saved["born"] > first["born"]
    assert [saved["scroll"], mended["scroll"]] == [700, 700]
    assert (wrong["marked"], wrong["shade"]) == ("formatio", "fixed")
    assert "Có phải ý bạn là “formation”?" in wrong["box"]
    assert wrong["born"] == mended["born"] == styled["born"] == saved["born"]
    assert [seen[name] for name in ("violations", "foreign", "errors")] == [[], [], []]
