"""Folders that say what is in them: ``list.json`` for machines, ``SHA256SUMS`` for people.

Imports nothing slow, so that a run with nothing to do is over at once.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

LIST, SUMS = "list.json", "SHA256SUMS"

NOT_AS_LISTED = (OSError, ValueError, KeyError, TypeError)
"""What `read_list` and `read_listed` raise, and looking for a key that a list does not have."""


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def write_sums(digests: Mapping[str, str]) -> bytes:
    """Return the digests of files by their paths in the form that ``sha256sum -c`` reads."""
    return "".join(f"{digest}  {path}\n" for path, digest in digests.items()).encode("utf-8")


def write_list(whole: Mapping[str, Any]) -> bytes:
    """Return a list of files, whose ``files`` have ``path`` and ``sha256`` each."""
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def read_list(folder: Path) -> Any:
    """Return the list of a folder, as somebody left it there. Raises `NOT_AS_LISTED`."""
    return json.loads((folder / LIST).read_text(encoding="utf-8"))


def read_listed(folder: Path, entry: Any) -> bytes:
    """Return the file that an entry of the list names.

    Raises `NOT_AS_LISTED`: it is not there, has changed, or lies outside the folder.
    """
    lies: Path = (folder / entry["path"]).resolve()
    content = lies.read_bytes()
    if not lies.is_relative_to(folder.resolve()) or digest_of(content) != entry["sha256"]:
        raise ValueError(entry["path"])
    return content
