"""Whether the kit that is there is the one that is wanted.

Imports nothing slow, so that a run with nothing to do is over at once.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

LIST = "list.json"


def is_current(folder: Path, wanted: str, kept: Path) -> bool:
    """Whether ``folder`` holds, whole and unchanged, the kit of the stamp ``wanted``."""
    try:
        if kept.read_text(encoding="utf-8") != wanted:
            return False
        listed = json.loads((folder / LIST).read_text(encoding="utf-8"))["files"]
        return all(
            hashlib.sha256((folder / one["path"]).read_bytes()).hexdigest() == one["sha256"]
            for one in listed
        )
    except (OSError, ValueError, KeyError, TypeError):
        return False
