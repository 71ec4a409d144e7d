"""``contents.json``: every file of a published site with its size and SHA-256.

Whoever holds a copy can tell whether it is whole, and two copies can be compared by one file.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from kioskbox.manifest import list_files

NAME = "contents.json"
FORMAT = 1


def write_contents(tree: Path) -> bytes:
    """Return the list of the files in ``tree``, the same bytes for the same files.

    ``version`` is a hash of the list, so that equal sites have equal versions.
    """
    files = list_files(
        {
            path.relative_to(tree).as_posix(): path.read_bytes()
            for path in sorted(tree.rglob("*"))
            if path.is_file() and path != tree / NAME
        }
    )
    version = hashlib.sha256(json.dumps(files).encode()).hexdigest()[:16]
    data = {"format": FORMAT, "version": version, "files": files}
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
