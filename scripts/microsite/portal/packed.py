"""Text files to their packed forms beside them, so that a server need not pack at every request."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path

import brotli
import deflate

from microsite.kept import key_of
from microsite.placing import write_whole

TEXT = frozenset((".css", ".csv", ".html", ".js", ".json", ".svg", ".txt", ".xml"))
"""The endings of files that get smaller."""


@dataclass(frozen=True)
class Care:
    """How hard the packers try."""

    name: str
    brotli: int
    gzip: int


QUICK = Care("quick", brotli=7, gzip=9)
"""For a build: 20 times faster than the finest, and a tenth larger."""

FINEST = Care("finest", brotli=11, gzip=12)
"""For readers: as small as they get."""

# other releases may pack to other bytes
_RELEASES = f"brotli {version('brotli')}, deflate {version('deflate')}"

_FORMS: dict[str, Callable[[bytes, Care], bytes]] = {
    ".br": lambda raw, care: brotli.compress(raw, quality=care.brotli),
    ".gz": lambda raw, care: bytes(deflate.gzip_compress(raw, care.gzip)),
}


def pack(
    tree: Path, cache: Path, report: Callable[[int], None] = lambda _: None, care: Care = QUICK
) -> None:
    """Put a ``.gz`` and a ``.br`` beside every text file of ``tree`` that gets smaller by it.

    ``cache`` keeps what was packed, by the hash of the content, for as long as the tree has it;
    ``report`` is told how many files have to be packed.
    """
    cache = cache / care.name
    texts = [path for path in sorted(tree.rglob("*")) if path.suffix in TEXT and path.is_file()]
    cache.mkdir(parents=True, exist_ok=True)
    keys = {path: key_of(_RELEASES, path.read_bytes()).hex() for path in texts}
    known = {path.name for path in cache.iterdir()}
    lacking = {key: path for path, key in keys.items() if not _names(key) <= known}
    if lacking:
        report(len(lacking))
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:  # both packers let other threads run
        for key, forms in pool.map(partial(_packed, care), lacking.items()):
            for ending, raw in forms:
                write_whole(cache / f"{key}{ending}", raw)
    for path, key in keys.items():
        for ending in _FORMS:
            raw = _kept(cache / f"{key}{ending}", path, ending, care)
            if raw:
                path.with_name(path.name + ending).write_bytes(raw)
    wanted = {name for key in keys.values() for name in _names(key)}
    for name in known - wanted:
        (cache / name).unlink(missing_ok=True)


def _kept(kept: Path, path: Path, ending: str, care: Care) -> bytes:
    """Read what was packed; another build that shares the cache may have cleared it away."""
    try:
        return kept.read_bytes()
    except FileNotFoundError:
        return dict(_packed(care, ("", path))[1])[ending]


def _names(key: str) -> set[str]:
    return {f"{key}{ending}" for ending in _FORMS}


def _packed(care: Care, found: tuple[str, Path]) -> tuple[str, list[tuple[str, bytes]]]:
    """Pack one file; a form that is no smaller is kept as an empty one."""
    key, path = found
    raw = path.read_bytes()
    return key, list(_smaller(raw, care))


def _smaller(raw: bytes, care: Care) -> Iterator[tuple[str, bytes]]:
    for ending, form in _FORMS.items():
        made = form(raw, care)
        yield ending, made if len(made) < len(raw) else b""
