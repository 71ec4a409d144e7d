"""``contents.json``: every file of a published site with its size and SHA-256.

Whoever holds a copy can tell whether it is whole, and two copies can be compared by one file.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from kioskbox.manifest import describe_file
from microsite.placing import is_one, names_in

NAME = "contents.json"
FORMAT = 1

_File = dict[str, object]


def write_contents(tree: Path, former: Path | None = None) -> bytes:
    """Return the list of the files in ``tree``, the same bytes for the same files.

    ``version`` is a hash of the list, so that equal sites have equal versions. Of files that are
    one with those of ``former``, a tree with such a list that nobody has changed since, it is read.
    """
    known = _known(former) if former else {}
    files = [
        known[name]
        if name in known and is_one(f"{tree}/{name}", f"{former}/{name}")
        else describe_file(name, (tree / name).read_bytes())
        for name in names_in(tree)
        if name != NAME
    ]
    version = hashlib.sha256(json.dumps(files).encode()).hexdigest()[:16]
    data = {"format": FORMAT, "version": version, "files": files}
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _known(former: Path) -> Mapping[str, _File]:
    try:
        files: list[_File] = json.loads((former / NAME).read_bytes())["files"]
        return {str(file["path"]): file for file in files}
    except (OSError, ValueError, KeyError, TypeError):
        return {}
