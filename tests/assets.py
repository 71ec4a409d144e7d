"""Where an asset of a built site lies, by the name that it was made with."""

from __future__ import annotations

from pathlib import Path

from microsite.versions import ASSETS

_HASH = "[0-9a-f]" * 8


def find_asset(site: Path, name: str) -> Path:
    """Return where the asset that is made as ``name`` lies in ``site``, versioned or not.

    Raises FileNotFoundError.
    """
    stem, dot, end = name.rpartition(".")
    folder = site / ASSETS
    for pattern in (name, f"{_HASH}/{name}", f"{stem}-{_HASH}{dot}{end}"):
        for path in sorted(folder.glob(pattern)):
            return path
    raise FileNotFoundError(name)
