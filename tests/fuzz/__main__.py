"""`make fuzz`: thousands of broken files; every failure is told with its seed."""

from __future__ import annotations

import argparse
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

from conftest import REPO, TINY
from fuzz.trial import attempt, files_of, lay_out


def run() -> int:
    """Break files in turn until the number is reached; 1 when something failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=5000, help="số lần / how many")
    parser.add_argument("--seed", type=int, default=0, help="số đầu / the first seed")
    options = parser.parse_args()
    started, failed, seen = time.monotonic(), Counter[str](), Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        grounds = [
            (project, lay_out(project, Path(folder) / name, whole=whole), files_of(project))
            for name, project, whole in (("tiny", TINY, True), ("real", REPO, False))
        ]
        for seed in range(options.seed, options.seed + options.count):
            project, paths, files = grounds[seed % 2]
            file = files[seed // 2 % len(files)]
            seen[file.relative_to(project).parts[0]] += 1
            try:
                attempt(project, paths, file, seed)
            except AssertionError as error:
                kind = type(error.__cause__).__name__
                failed[kind] += 1
                print(f"✗ {error}", flush=True)
                if failed[kind] == 1 and error.__cause__:
                    traceback.print_exception(error.__cause__)
    spent = time.monotonic() - started
    counts = f"{sum(seen.values())} {dict(seen)}, ✗ {sum(failed.values())} {dict(failed)}"
    print(f"{counts}, {spent:.0f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(run())
