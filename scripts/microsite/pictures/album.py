"""All photographs of a site to their pictures, over the processor's cores, each made only once."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from microsite.kept import KeptFiles
from microsite.pictures.encode import DecodeError, Encoded, encode_file
from microsite.pictures.header import Flaw, read_header
from microsite.pictures.plan import KINDS, height_for, key_of, widths_for

_HASH = 8
# each process may hold a whole decoded photograph
_MOST_WORKERS = 4


@dataclass(frozen=True)
class Rendition:
    """One file of a picture: its size, its kind, its name in the site, its name in the cache."""

    width: int
    height: int
    kind: str
    name: str
    kept: str


@dataclass(frozen=True)
class Picture:
    """A photograph ready for pages, in several widths and kinds."""

    width: int
    height: int
    renditions: tuple[Rendition, ...]

    @property
    def ratio(self) -> float:
        """Width by height."""
        return self.width / self.height

    def of(self, kind: str) -> tuple[Rendition, ...]:
        """Return the files of one kind, the narrowest first."""
        return tuple(one for one in self.renditions if one.kind == kind)


def make_pictures(
    files: Mapping[str, Path], cache: KeptFiles, report: Callable[[int], None]
) -> tuple[dict[str, Picture], list[str]]:
    """Make the pictures of the photographs in ``files`` and keep them in ``cache``.

    Returns them by the names of ``files``, and the names of those that cannot be read. When there
    is something to do, ``report`` is told how many photographs it is.
    """
    planned: dict[str, Picture] = {}
    failed: list[str] = []
    for name, path in files.items():
        picture = _plan(name, path)
        if picture is None:
            failed.append(name)
        else:
            planned[name] = picture
    lacking = {name: files[name] for name, one in planned.items() if not _is_kept(one, cache)}
    if lacking:
        report(len(lacking))
    for name, encoded in _encode_all(lacking):
        if encoded is None:
            failed.append(name)
            del planned[name]
            continue
        for one in planned[name].renditions:
            cache.put(one.kept, encoded[one.width, one.kind])
    cache.keep_only(one.kept for picture in planned.values() for one in picture.renditions)
    return planned, sorted(failed)


def _plan(name: str, path: Path) -> Picture | None:
    """Say which files will be made of a photograph, without decoding it."""
    header = read_header(path)
    if isinstance(header, Flaw):
        return None
    stat = path.stat()
    key = _key_at(path, (stat.st_mtime_ns, stat.st_size))
    sides = (header.width, header.height)
    renditions = tuple(
        Rendition(
            width,
            height_for(width, sides),
            kind,
            f"photos/{name}-{width}-{key[:_HASH]}.{kind}",
            f"{key}-{width}.{kind}",
        )
        for kind in KINDS
        for width in widths_for(header.width)
    )
    widest = max(renditions, key=lambda one: one.width)
    return Picture(widest.width, widest.height, renditions)


@lru_cache(maxsize=4096)
def _key_at(path: Path, stamp: tuple[int, int]) -> str:
    """Return the key of a photograph; while it keeps its time and size it is not read again."""
    del stamp
    return key_of(path.read_bytes())


def _is_kept(picture: Picture, cache: KeptFiles) -> bool:
    return all(one.kept in cache for one in picture.renditions)


def _encode_all(files: Mapping[str, Path]) -> Iterator[tuple[str, Encoded | None]]:
    """Encode each file as a core becomes free; None stands for a file that cannot be read."""
    workers = min(len(files), os.cpu_count() or 1, _MOST_WORKERS)
    if workers < 2:  # noqa: PLR2004 — a lone picture needs no second process
        for name, path in files.items():
            yield name, _tried(path)
        return
    # fresh processes: whoever builds may run threads, which a fork would freeze
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        waiting = {pool.submit(_tried, path): name for name, path in files.items()}
        for done in as_completed(waiting):
            yield waiting[done], done.result()


def _tried(path: Path) -> Encoded | None:
    try:
        return encode_file(path)
    except DecodeError:
        return None
