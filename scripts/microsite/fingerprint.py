"""One hash of all that outputs are made from: contents, generator, theme.

Imports nothing slow, so that a run with nothing to do is over at once.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from microsite.paths import ProjectPaths

_CUSTOM = re.compile(r"^\s+custom_dir:\s*(?P<path>\S+)", re.MULTILINE)
_GENERATOR = Path(__file__).resolve().parent


def fingerprint(paths: ProjectPaths, asked: Iterable[str] = ()) -> str:
    """Return the hash of everything, and of what was asked."""
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


def _files(root: Path) -> Iterator[Path]:
    for path in sorted(root.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path
