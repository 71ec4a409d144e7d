"""Files to one zip: the same files give the same bytes and the same name."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Mapping
from pathlib import Path

# the first that a zip can say; it says nothing of when the preview was made
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_MODE = 0o644 << 16
_UNIX = 3
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
    folder.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".next")
    with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr, entry.create_system = _MODE, _UNIX
            archive.writestr(entry, content)
    beside.replace(path)
    return path
