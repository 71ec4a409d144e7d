"""Changes to a project's files, written as data in golden cases."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def apply_changes(root: Path, files: Mapping[str, Mapping[str, Any]]) -> None:
    """Change files below ``root``: write, append, replace, bytes, symlink, repeat or remove.

    Raises AssertionError when a text to replace is not there, so that no case tests nothing.
    """
    for name, change in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if "write" in change:
            path.write_text(change["write"], encoding="utf-8")
        if "append" in change:
            path.write_text(path.read_text(encoding="utf-8") + change["append"], encoding="utf-8")
        for old, new in change.get("replace", ()):
            text = path.read_text(encoding="utf-8")
            assert text.count(old) >= 1, f"{name} does not hold {old!r}"
            path.write_text(text.replace(old, new, 1), encoding="utf-8")
        if "bytes" in change:
            path.write_bytes(bytes.fromhex(change["bytes"]))
        if "repeat" in change:
            path.write_text(change["repeat"] * change["times"], encoding="utf-8")
        if "symlink" in change:
            path.unlink(missing_ok=True)
            path.symlink_to(change["symlink"])
        if change.get("remove"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
