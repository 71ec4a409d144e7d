"""Pictures and sound beside the pages: their sizes first, their bytes only when they are used."""

from __future__ import annotations

from collections.abc import Iterable

from microsite.paths import ProjectPaths

FOLDERS = ("photos", "audio")


def measure_media(paths: ProjectPaths) -> dict[str, int]:
    """Return the size of every file in the media folders by its path; links are not followed."""
    return {
        path.relative_to(paths.media).as_posix(): path.stat().st_size
        for folder in FOLDERS
        for path in sorted((paths.media / folder).glob("*"))
        if path.is_file() and not path.is_symlink()
    }


def read_media(paths: ProjectPaths, names: Iterable[str]) -> dict[str, bytes]:
    """Return the bytes of the named files."""
    return {name: (paths.media / name).read_bytes() for name in sorted(set(names))}
