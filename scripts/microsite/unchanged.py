"""Whether a build would yield what lies there already. Imports nothing slow: then it is over."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from microsite.fingerprint import configured, fingerprint_of, theme_of
from microsite.paths import ProjectPaths
from microsite.placing import write_whole


@dataclass(frozen=True)
class Stamp:
    """What a tree was built from and by, how it looked then, and what the build ``said``."""

    inputs: str
    maker: str
    tree: str
    said: Mapping[str, Any]


def inputs_of(paths: ProjectPaths) -> str:
    """Return the hash of all else that a build reads: what people wrote, the theme, the kit that
    was made before.
    """
    said = "\0".join([configured(paths.config), tree_of(paths.outreach)])
    theme = theme_of(paths.config)
    return fingerprint_of((paths.data, paths.docs, *([theme] if theme else ())), said=said)


def tree_of(folder: Path) -> str:
    """Return the hash of the names, sizes and times of all files below ``folder``."""
    return fingerprint_of((), said="\n".join(_states(str(folder), len(str(folder)))))


def _states(folder: str, skipped: int) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _states(entry.path, skipped)
        else:
            state = entry.stat(follow_symlinks=False)
            yield f"{entry.path[skipped:]}\0{state.st_size}\0{state.st_mtime_ns}"


def read_stamp(path: Path) -> Stamp | None:
    """Return what was noted of the last build; None where nothing can be read."""
    try:
        return Stamp(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def write_stamp(path: Path, stamp: Stamp) -> None:
    """Note what a tree was built from."""
    data = {**asdict(stamp), "said": dict(stamp.said)}
    write_whole(path, json.dumps(data, ensure_ascii=False).encode())
