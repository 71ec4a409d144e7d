"""How long a site of N pages a language takes to build, ours beside others: `make bench`.

Prints a table in Markdown and writes it, the numbers and a chart to build/bench/. Every build is a
process of its own, from the command to its end. ``PAGES`` and ``--runs`` as arguments.

What is built from nothing is built where nothing was deleted: some file systems write slowly for a
while after thousands of files were, and the larger output would pay for it.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from statistics import median

from bench.build_table import Run, draw, tabulate
from bench.corpus import make_project
from bench.rivals import Rival, rivals
from conftest import REPO
from microsite.paths import ProjectPaths

_PAGES = (40, 300, 1500)
_OURS = (sys.executable, "-m", "microsite", "build")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("pages", type=int, nargs="*", default=_PAGES)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    others, missing = rivals(REPO / "build" / "bench" / "tools")
    runs: list[Run] = []
    with tempfile.TemporaryDirectory(dir=REPO / "build") as folder:
        for pages in options.pages:
            paths = make_project(Path(folder) / f"own-{pages}", pages)
            times = max(1, options.runs if pages < 1000 else 1)
            runs += _ours(paths, pages, times)
            for rival in others:
                runs.append(_theirs(rival, paths, pages, Path(folder), times))
    text = tabulate(runs) + "".join(f"\n{word}" for word in missing) + "\n"
    target = REPO / "build" / "bench"
    target.mkdir(parents=True, exist_ok=True)
    (target / "build.md").write_text(text, encoding="utf-8")
    (target / "build.json").write_text(json.dumps([asdict(run) for run in runs], indent=1), "utf-8")
    (target / "build.svg").write_text(draw(runs), encoding="utf-8")
    sys.stdout.write(text)


def _ours(paths: ProjectPaths, pages: int, times: int) -> list[Run]:
    article = paths.docs / "vi" / "phan-0" / "bai-1.md"
    figures = paths.data / "indicators.yml"

    def forget(*, charts: bool) -> None:
        kept = paths.root / "kept-charts"
        if not charts and paths.charts.is_dir():
            paths.charts.rename(kept)
        for folder in (paths.build, paths.site):
            _put_away(folder)
        if kept.is_dir():
            paths.build.mkdir()
            kept.rename(paths.charts)

    def edit(path: Path, number: int, old: str, new: str) -> None:
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, f"{new}{number}", 1), encoding="utf-8")

    found: list[Run] = []

    def measure(what: str, before: Callable[[int], None], count: int) -> None:
        seen = []
        for number in range(count):
            before(number)
            seen.append(_run(_OURS, paths.root))
        found.append(_median(pages, "microsite", what, seen, _size(paths.site)))

    measure("cold, charts drawn", lambda _: forget(charts=True), 1)
    measure("cold", lambda _: forget(charts=False), times)
    measure("one edit in prose", lambda n: edit(article, n, "Phần", "Phần mới "), times)
    measure("one edit in data", lambda n: edit(figures, n, "Counted", "Counted anew "), times)
    measure("nothing changed", lambda _: None, times)
    return found


def _theirs(rival: Rival, paths: ProjectPaths, pages: int, folder: Path, times: int) -> Run:
    place = folder / f"{rival.name[:4]}-{pages}"
    place.mkdir()
    rival.lay(paths.staged, place)
    seen = []
    for _ in range(times):
        _put_away(place / rival.output)
        seen.append(_run(rival.command, place))
    return _median(pages, rival.name, "cold", seen, _size(place / rival.output))


def _put_away(folder: Path) -> None:
    """Move a folder aside, to be deleted with everything at the end."""
    if folder.is_dir():
        away = Path(tempfile.mkdtemp(dir=folder.parent))
        folder.rename(away / folder.name)


# a process counts the memory of the one that it was made from: this one is small
_WATCH = """
import json, resource, subprocess, sys, time
started = time.monotonic()
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
wall, used = time.monotonic() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
sys.stderr.buffer.write(done.stderr)
print(json.dumps([wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
sys.exit(done.returncode)
"""


def _run(command: tuple[str, ...], folder: Path) -> tuple[float, float, float]:
    done = subprocess.run(
        (sys.executable, "-I", "-S", "-c", _WATCH, *command),
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        message = f"{' '.join(command)}: {done.stderr[-2000:]}"
        raise RuntimeError(message)
    wall, cpu, memory = json.loads(done.stdout)
    return wall, cpu, memory


def _median(
    pages: int, who: str, what: str, seen: list[tuple[float, float, float]], size: float
) -> Run:
    wall, cpu, memory = (median(column) for column in zip(*seen, strict=True))
    return Run(pages, who, what, wall, cpu, memory, size)


def _size(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


if __name__ == "__main__":
    main()
