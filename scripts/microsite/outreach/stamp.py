"""Whether the kit that is there is the one that is wanted.

Imports nothing slow, so that a run with nothing to do is over at once.
"""

from __future__ import annotations

from pathlib import Path

from microsite.checksums import NOT_AS_LISTED, read_list, read_listed


def is_current(folder: Path, wanted: str, kept: Path) -> bool:
    """Whether ``folder`` holds, whole and unchanged, the kit of the stamp ``wanted``."""
    try:
        if kept.read_text(encoding="utf-8") != wanted:
            return False
        for one in read_list(folder)["files"]:
            read_listed(folder, one)
    except NOT_AS_LISTED:
        return False
    return True
