"""Templates, compiled once for all builds of one generator: to compile them takes as long as to
draw a third of the pages.
"""

from __future__ import annotations

from pathlib import Path

from jinja2 import BytecodeCache, FileSystemBytecodeCache

from microsite.fingerprint import maker


def compiled_in(folder: Path) -> BytecodeCache:
    """Return what keeps compiled templates in ``folder``, and keeps no others there.

    A template is known by its text; what compiles it, and works out its constants, by the hash of
    the generator and its packages.
    """
    folder.mkdir(parents=True, exist_ok=True)
    edition = maker()[:16]
    for path in folder.iterdir():
        if not path.name.startswith(edition):
            path.unlink(missing_ok=True)
    return FileSystemBytecodeCache(str(folder), f"{edition}-%s")
