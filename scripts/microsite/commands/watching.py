"""Saves of an editor to moments at which it is worth checking again.

Modification times are polled: a project has some hundreds of files, looking at them takes a few
milliseconds, and it works on network shares and in containers, where notices from the system are
lost.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from microsite.paths import ProjectPaths

_EVERY = 0.3

Snapshot = dict[Path, tuple[int, int]]


def changes(paths: ProjectPaths, sleep: Callable[[float], None] = time.sleep) -> Iterator[None]:
    """Yield at once, then after each change, when the files have been still for a moment."""
    seen = snapshot(paths)
    yield
    while True:
        sleep(_EVERY)
        now = snapshot(paths)
        if now == seen:
            continue
        while now != (now := _later(paths, sleep)):
            pass
        seen = now
        yield


def snapshot(paths: ProjectPaths) -> Snapshot:
    """Return time and size of every file that a check reads."""
    found: Snapshot = {}
    for path in (paths.config, *paths.data.rglob("*"), *paths.docs.rglob("*")):
        try:
            stat = path.stat()
        except OSError:  # deleted between listing and looking, as editors do when they save
            continue
        found[path] = (stat.st_mtime_ns, stat.st_size)
    return found


def _later(paths: ProjectPaths, sleep: Callable[[float], None]) -> Snapshot:
    sleep(_EVERY)
    return snapshot(paths)
