"""Files to one zip: the same files give the same bytes and the same name."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from microsite.placing import write_whole
from microsite.publish.bundle import zip_files

_LETTERS = 10


def write_zip(files: Mapping[str, bytes], folder: Path) -> Path:
    """Write ``files`` into a zip in ``folder``, named after what is in it; return where it lies.

    Raises ValueError for a name that some systems cannot write.
    """
    seal = hashlib.sha256()
    for name, content in sorted(files.items()):
        if not name.isascii():
            raise ValueError(name)
        seal.update(f"{name}\0{len(content)}\0".encode() + content)
    path = folder / f"xem-truoc-{seal.hexdigest()[:_LETTERS]}.zip"
    write_whole(path, zip_files(files))
    return path
