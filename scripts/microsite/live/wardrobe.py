"""What pages wear: styles, scripts, drawings and media, finished as in the site."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Mapping
from pathlib import Path

from microsite.finish import finish_assets
from microsite.media import read_media
from microsite.model.site import Site
from microsite.render.theme import theme_files


class Wardrobe:
    """The files in ``assets/``, made from the theme's folder ``source`` in ``folder``."""

    def __init__(self, source: Path, folder: Path) -> None:
        self._source, self._folder = source, folder
        self._worn: tuple[object, ...] = ()
        self._marks: dict[str, str] = {}

    def dress(self, site: Site, media: Mapping[str, Path], *, changed: bool) -> None:
        """Make the files anew when the theme has ``changed``, or what is drawn for it."""
        worn = (site.settings, site.models, media)
        if not changed and worn == self._worn:
            return
        shutil.rmtree(self._folder, ignore_errors=True)
        shutil.copytree(self._source, self._folder)
        finish_assets(self._folder, [*theme_files(site), *read_media(media)])
        self._worn = worn
        self._marks = {kind: self._mark(kind) for kind in ("css", "js")}

    def mark(self, kind: str) -> str:
        """Return a mark that changes when a file of the folder ``kind`` does."""
        return self._marks.get(kind, "")

    def read(self, name: str) -> bytes | None:
        """Return the file ``name``."""
        path = (self._folder / name).resolve()
        allowed = path.is_relative_to(self._folder.resolve()) and path.is_file()
        return path.read_bytes() if allowed else None

    def _mark(self, kind: str) -> str:
        found = hashlib.sha256()
        for path in sorted((self._folder / kind).rglob("*")):
            if path.is_file():
                found.update(path.name.encode() + path.read_bytes())
        return found.hexdigest()[:16]
