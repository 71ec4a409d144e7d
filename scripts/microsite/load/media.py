"""Pictures and sound beside the pages: sizes and headers first, bytes only when they are used."""

from __future__ import annotations

from collections.abc import Mapping

from microsite.paths import ProjectPaths
from microsite.pictures import Flaw, Header, day_taken, read_header

PHOTOS = "photos"
FOLDERS = (PHOTOS, "audio")


def measure_media(paths: ProjectPaths) -> dict[str, int]:
    """Return the size of every file in the media folders by its path; links are not followed."""
    return {
        path.relative_to(paths.media).as_posix(): path.stat().st_size
        for folder in FOLDERS
        for path in sorted((paths.media / folder).glob("*"))
        if path.is_file() and not path.is_symlink() and not path.name.startswith(".")
    }


def look_at_pictures(paths: ProjectPaths, media: Mapping[str, int]) -> dict[str, Header | Flaw]:
    """Return what the header of every photograph in ``media`` says, or why it is none for us."""
    return {
        name: read_header(paths.media / name) for name in media if name.startswith(f"{PHOTOS}/")
    }


def day_of_picture(paths: ProjectPaths, file: str) -> str:
    """Return the day on which the photograph called ``file`` was taken, as its camera says."""
    path = paths.media / PHOTOS / file
    return day_taken(path) if path.is_file() else ""
