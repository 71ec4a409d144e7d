"""Pictures kept between builds in a folder, one file each."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from microsite.placing import write_whole


class PictureCache:
    """The pictures in ``folder``, by names that hold the hash of what they were made from."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __contains__(self, name: str) -> bool:
        return self.path(name).is_file()

    def path(self, name: str) -> Path:
        """Return where the picture called ``name`` lies or would lie."""
        return self._folder / name

    def put(self, name: str, content: bytes) -> None:
        """Keep a picture; a reader never sees half of it."""
        write_whole(self.path(name), content)

    def keep_only(self, names: Iterable[str]) -> None:
        """Delete everything else, so that nothing of a removed picture stays on the machine."""
        wanted = set(names)
        for path in self._folder.glob("*"):
            if path.name not in wanted:
                path.unlink()
