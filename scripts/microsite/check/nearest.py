"""The closest known name to a misspelt one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from posixpath import basename


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name most like ``name``, or an empty string when nothing is near."""
    found = get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    return found[0] if found else ""


def nearest_path(path: str, known: Iterable[str]) -> str:
    """Return the known path most like ``path``: the same name elsewhere, else a name like it; a
    folder in common is not enough.
    """
    name = basename(path)
    paths = list(known)
    moved = [one for one in paths if basename(one) == name]
    if len(moved) == 1:
        return moved[0]
    alike = nearest(path, moved or paths)
    return alike if alike and (moved or nearest(name, [basename(alike)])) else ""
