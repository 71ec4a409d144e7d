"""Whether anything has changed since the kit was made: contents, generator, and what was asked.

Imports nothing slow, so that a run with nothing to do is over at once.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from microsite.paths import ProjectPaths

LIST = "list.json"
_CUSTOM = re.compile(r"^\s+custom_dir:\s*(?P<path>\S+)", re.MULTILINE)
_GENERATOR = Path(__file__).resolve().parent.parent


def stamp(paths: ProjectPaths, asked: Iterable[str]) -> str:
    """Return the hash of all that the kit is made from."""
    total = hashlib.sha256("\0".join(asked).encode("utf-8"))
    for root in (paths.data, paths.docs, _GENERATOR, *_theme(paths)):
        for path in _files(root):
            total.update(path.relative_to(root).as_posix().encode("utf-8"))
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _theme(paths: ProjectPaths) -> Iterator[Path]:
    """Yield the folders of the theme that print is made from; read without the engine, for speed.

    The engine's own reading finds the same folder, or refuses the configuration.
    """
    try:
        found = _CUSTOM.search(paths.config.read_text(encoding="utf-8"))
    except OSError:
        return
    if found:
        theme = paths.config.parent / found["path"].strip("\"'")
        yield theme / "print"
        yield theme / "assets" / "fonts"
        yield theme / "assets" / "css"


def is_current(folder: Path, wanted: str, kept: Path) -> bool:
    """Whether ``folder`` holds, whole and unchanged, the kit of the stamp ``wanted``."""
    try:
        if kept.read_text(encoding="utf-8") != wanted:
            return False
        listed = json.loads((folder / LIST).read_text(encoding="utf-8"))["files"]
        return all(
            hashlib.sha256((folder / one["path"]).read_bytes()).hexdigest() == one["sha256"]
            for one in listed
        )
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _files(root: Path) -> Iterator[Path]:
    for path in sorted(root.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path
