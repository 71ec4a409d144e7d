"""One hash of all that outputs are made from: contents, generator, theme.

Imports nothing slow, so that a run with nothing to do is over at once.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
import sysconfig
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from microsite.paths import ProjectPaths

_CUSTOM = re.compile(r"^\s+custom_dir:\s*(?P<path>\S+)", re.MULTILINE)
_VARIABLE = re.compile(r"\b[A-Z][A-Z0-9_]{2,}\b")
GENERATOR = Path(__file__).resolve().parent
"""Where the generator lies, words and templates with it."""


def fingerprint(paths: ProjectPaths, asked: Iterable[str] = ()) -> str:
    """Return the hash of everything, and of what was asked."""
    said = "\0".join(asked)
    return fingerprint_of((paths.data, paths.docs, GENERATOR, *_theme(paths)), said=said)


def fingerprint_of(
    roots: Iterable[Path], wanted: Callable[[Path], bool] = lambda _: True, said: str = ""
) -> str:
    """Return the hash of the ``wanted`` files below ``roots``, their places and contents, and of
    what was ``said``.
    """
    total = hashlib.sha256(said.encode("utf-8"))
    for root in roots:
        for path in filter(wanted, _files(root)):
            total.update(path.relative_to(root).as_posix().encode("utf-8"))
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


@cache
def maker() -> str:
    """Return the hash of the generator and its packages, as they were when it was first asked."""
    return fingerprint_of((GENERATOR,), said=installed())


def configured(config: Path) -> str:
    """Return the engine's configuration, with what the environment has under names in it."""
    text = config.read_text(encoding="utf-8")
    named = sorted({*_VARIABLE.findall(text), "SOURCE_DATE_EPOCH"})
    return "\n".join([text, *(f"{name}={os.environ.get(name)}" for name in named)])


def installed() -> str:
    """Return which Python and which releases of packages do the work."""
    folder = Path(sysconfig.get_path("purelib"))
    releases = sorted(path.name for path in folder.glob("*.dist-info"))
    return "\n".join([sys.version, *releases])


def theme_of(config: Path) -> Path | None:
    """Return the folder of the project's own theme; read without the engine, for speed.

    The engine's own reading finds the same folder, or refuses the configuration.
    """
    try:
        found = _CUSTOM.search(config.read_text(encoding="utf-8"))
    except OSError:
        return None
    return config.parent / found["path"].strip("\"'") if found else None


def _theme(paths: ProjectPaths) -> Iterator[Path]:
    """Yield the folders of the theme that print is made from."""
    if theme := theme_of(paths.config):
        yield theme / "print"
        yield theme / "assets" / "css"


def _files(root: Path) -> Iterator[Path]:
    for path in sorted(root.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path
