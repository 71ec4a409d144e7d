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


def changes(
    paths: ProjectPaths,
    sleep: Callable[[float], None] = time.sleep,
    *,
    every: float = _EVERY,
    also: tuple[Path, ...] = (),
) -> Iterator[frozenset[Path]]:
    """Yield at once, then after each change, when the files have been still for a moment.

    What is yielded are the files that came, went or differ. Files are looked at ``every`` so many
    seconds, those in the folders ``also`` too.
    """
    seen = snapshot(paths, also)
    yield frozenset()
    while True:
        sleep(every)
        now = snapshot(paths, also)
        if now == seen:
            continue
        last: Snapshot = {}
        while now != last:
            sleep(every)
            last, now = now, snapshot(paths, also)
        changed = frozenset(path for path, _ in seen.items() ^ now.items())
        seen = now
        yield changed


def snapshot(paths: ProjectPaths, also: tuple[Path, ...] = ()) -> Snapshot:
    """Return time and size of every file that a check reads, and of those in ``also``."""
    found: Snapshot = {}
    folders = (paths.data, paths.docs, *also)
    for path in (paths.config, *(path for folder in folders for path in folder.rglob("*"))):
        try:
            stat = path.stat()
        except OSError:  # deleted between listing and looking, as editors do when they save
            continue
        found[path] = (stat.st_mtime_ns, stat.st_size)
    return found
