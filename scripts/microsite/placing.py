"""Files and folders that others see whole or not at all."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file, and its folder where there is none; until it is complete the old one stays.

    Several processes may write the same file at once: the last one stays.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}.next")
    beside.write_bytes(content)
    beside.replace(path)


def link(path: Path, target: Path) -> None:
    """Make ``target`` the same file as ``path``, which nobody may write into any more; where that
    cannot be, a copy of it.
    """
    try:
        os.link(path, target)
    except OSError:
        shutil.copyfile(path, target)


def swap(beside: Path, target: Path, previous: Path) -> None:
    """Put the folder ``beside`` in the place of ``target``, which is ``previous`` meanwhile."""
    shutil.rmtree(previous, ignore_errors=True)
    if target.exists():
        target.rename(previous)
    beside.rename(target)
    shutil.rmtree(previous, ignore_errors=True)
