"""`check --watch`: one check for each save, and a quiet end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable

from conftest import REPO
from microsite.commands.watching import changes
from microsite.paths import ProjectPaths


def test_burst_of_saves_is_one_change(tiny: ProjectPaths) -> None:
    """It checks at once, then when files have been still for a moment, not while they change."""
    events = tiny.data / "events.yml"
    text = events.read_text(encoding="utf-8")
    naps: list[Callable[[], object]] = [
        lambda: None,
        lambda: events.write_text(text + "# 1\n", encoding="utf-8"),
        lambda: events.write_text(text + "# 12\n", encoding="utf-8"),
        lambda: None,
        (tiny.docs / "vi" / "index.md").unlink,
        lambda: None,
    ]
    taken: list[int] = []

    def sleep(_: float) -> None:
        naps[len(taken)]()
        taken.append(len(taken))

    seen = [len(taken) for _, _ in zip(range(3), changes(tiny, sleep), strict=False)]
    assert seen == [0, 4, 6]


def test_watch_checks_again_and_ends_cleanly(tiny: ProjectPaths) -> None:
    """A save is checked, Ctrl+C ends with 0 and no traceback, and a pipe gets no control codes."""
    command = [
        sys.executable,
        "-u",
        "-m",
        "microsite",
        "--root",
        str(tiny.root),
        "check",
        "--watch",
    ]
    environment = {**os.environ, "PYTHONPATH": str(REPO / "scripts")}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as watcher:
        assert watcher.stdout is not None
        assert watcher.stderr is not None
        first = _until_waiting(watcher)
        events = tiny.data / "events.yml"
        text = events.read_text(encoding="utf-8")
        events.write_text(text.replace("topic: formation", "topic: x"), encoding="utf-8")
        second = _until_waiting(watcher)
        watcher.send_signal(signal.SIGINT)
        said = watcher.stderr.read()
    assert "Lỗi: 0" in first
    assert "    4 |   topic: x" in second
    assert "Lỗi: 1" in second
    assert (watcher.returncode, said) == (0, "")
    assert "\x1b" not in first + second


def _until_waiting(watcher: subprocess.Popen[str]) -> str:
    lines: list[str] = []
    assert watcher.stdout is not None
    for line in watcher.stdout:
        lines.append(line)
        if "Ctrl+C" in line:
            break
    return "".join(lines)
