"""Files and folders that others see whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

# a file may lie where a folder is looked for
_NOT_THERE = (FileNotFoundError, NotADirectoryError)


def names_in(folder: Path) -> list[str]:
    """Return the places of all files below ``folder``, in the order of their letters; a folder that
    is not there has none. Links to folders are not followed.
    """
    return sorted(_names(str(folder), ""))


def _names(folder: str, before: str) -> Iterator[str]:
    try:
        entries = os.scandir(folder)
    except FileNotFoundError:
        return
    with entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _names(entry.path, f"{before}{entry.name}/")
            elif entry.is_file():
                yield f"{before}{entry.name}"


def write_whole(path: Path, content: bytes) -> None:
    """Write a file, and its folder where there is none; until it is complete the old one stays.

    Several processes may write the same file at once: the last one stays.
    """
    with replacing(path) as file:
        file.write(content)


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a file beside ``path`` to be written into; at the end it takes the place of the old one,
    unless something was raised.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}.next")
    with beside.open("wb") as file:
        yield file
    beside.replace(path)


def link(path: Path, target: Path) -> None:
    """Make ``target`` the same file as ``path``, which nobody may write into any more; where that
    cannot be, a copy of it.
    """
    try:
        os.link(path, target)
    except OSError:
        shutil.copyfile(path, target)


def put(path: Path, content: bytes, former: Path | None = None) -> None:
    """Write a file that shares nothing with what lay at ``path``; where ``former`` holds the same,
    ``path`` becomes the same file.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    if former and _holds(former, content):
        link(former, path)
    else:
        path.write_bytes(content)


def is_one(path: str, other: str) -> bool:
    """Tell whether two places lead to one file."""
    try:
        return os.path.samefile(path, other)  # noqa: PTH121 — a Path costs more than the answer
    except _NOT_THERE:
        return False


def is_same(path: str, other: str) -> bool:
    """Tell whether two files hold the same, or are one."""
    return is_one(path, other) or _holds(Path(other), Path(path).read_bytes())


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except _NOT_THERE:
        return False


def swap(beside: Path, target: Path, previous: Path) -> None:
    """Put the folder ``beside`` in the place of ``target``, which is ``previous`` meanwhile."""
    shutil.rmtree(previous, ignore_errors=True)
    if target.exists():
        target.rename(previous)
    beside.rename(target)
    shutil.rmtree(previous, ignore_errors=True)
