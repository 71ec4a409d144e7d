"""How long after a save the live preview shows it, on the real content: `python -m bench.live`.

Works on a copy; prints the median of some saves from the end of the write to the text in the page.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from browser.tools import run_script
from conftest import REPO, copy_project

_TIMES = 7
# what is changed, the page that is open, the words there and the words that replace them
_SAVES = {
    "một trang trong docs / a page in docs": (
        "docs/vi/thanh-tuu/kinh-te.md",
        "thanh-tuu/kinh-te.html",
    ),
    "một tệp trong data / a file in data": (
        "data/events/2004-2013.yml",
        "lich-su/dong-thoi-gian.html",
    ),
}


def main() -> None:
    """Measure every kind of save and print a line for each."""
    with tempfile.TemporaryDirectory() as folder:
        paths = copy_project(REPO, Path(folder))
        command = [sys.executable, "-u", "-m", "microsite", "--root", folder, "serve"]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, env={**os.environ}
        ) as server:
            assert server.stdout is not None
            line = next(line for line in server.stdout if "http://" in line)
            root = next(word for word in line.split() if word.startswith("http://"))
            for name, (file, page) in _SAVES.items():
                seen = run_script("live.mjs", root=root, path=page, steps=_steps(paths.root / file))
                times = sorted(step["took"] for step in seen["steps"])
                sys.stdout.write(
                    f"{name:<40} {median(times):6.0f} ms  ({times[0]:.0f}–{times[-1]:.0f})\n"
                )
                sys.stdout.flush()
            server.terminate()


def _steps(file: Path) -> list[dict[str, Any]]:
    """Put a word that nobody wrote in place of a usual one, again and again."""
    before, steps = _usual(file), list[dict[str, Any]]()
    for number in range(_TIMES):
        word = f"xemthu{number}"
        change = {"from": before, "to": word}
        steps.append({"write": {str(file): change}, "wait": "page", "has": word})
        before = word
    return steps


def _usual(file: Path) -> str:
    """Return a word of the file's prose."""
    text = file.read_text(encoding="utf-8")
    return next(word for word in ("phát triển", "thành lập", "xây dựng") if word in text)


if __name__ == "__main__":
    main()
