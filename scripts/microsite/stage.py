"""Pages in memory to a plain docs tree that any engine of the family can build."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, MutableMapping
from itertools import product
from pathlib import Path

from markupsafe import escape

from microsite.placing import put, write_whole
from microsite.render.page import Asset, Page


def stage(
    pages: Iterable[Page], assets: Iterable[Asset], folder: Path, languages: Iterable[str]
) -> None:
    """Make ``folder`` hold exactly these pages and assets; what is right stays untouched.

    Raises ValueError when two pages want the same place.
    """
    wanted: dict[Path, bytes] = {}
    for page in pages:
        _put(wanted, folder / page.file, staged_text(page).encode())
    for asset, lang in product(assets, languages):
        _put(wanted, folder / lang / asset.path, asset.content)
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in wanted:
            path.unlink()
    for path, content in wanted.items():
        if not path.is_file() or path.read_bytes() != content:
            put(path, content)  # a built site may share the file that lay there


def _put(wanted: dict[Path, bytes], path: Path, content: bytes) -> None:
    if path in wanted:
        message = f"two pages want {path}"
        raise ValueError(message)
    wanted[path] = content


def staged_text(page: Page) -> str:
    """Return a page as the engine reads it.

    Front matter is written as JSON values, which every YAML reader takes as they are. Its text is
    escaped already: the templates of the parent theme print titles as they come.
    """
    meta = {"title": page.title, **page.meta, "source": page.source}
    head = "\n".join(f"{key}: {_json(value)}" for key, value in meta.items())
    return f"---\n{head}\n---\n\n{page.body.strip()}\n"


def _json(value: object) -> str:
    return json.dumps(str(escape(value)) if isinstance(value, str) else value, ensure_ascii=False)


class FolderCache(MutableMapping[str, str]):
    """Drawn charts kept in a folder, one file a hash."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __getitem__(self, key: str) -> str:
        try:
            return self._path(key).read_text(encoding="utf-8")
        except FileNotFoundError as error:
            raise KeyError(key) from error

    def __setitem__(self, key: str, value: str) -> None:
        write_whole(self._path(key), value.encode("utf-8"))

    def __delitem__(self, key: str) -> None:
        self._path(key).unlink()

    def __iter__(self) -> Iterator[str]:
        return (path.stem for path in sorted(self._folder.glob("*.svg")))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.svg"
