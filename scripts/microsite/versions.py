"""The assets of a finished site under addresses that change with their bytes.

A reader who got a page before a new release came may ask for its style sheet after. So an address
never means two things: what pages need lies in a folder named by the hash of all that is in it,
and a deployment keeps the folders of earlier releases for a while.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Mapping
from pathlib import Path

from microsite.placing import names_in

ASSETS = "assets"
# too large to be copied for every change of something else: these are named one by one
_SOUND = (".m4a", ".mp3", ".ogg", ".opus", ".wav")
_DIGITS = 8
_HASHED = re.compile(r"(?:^|/)[0-9a-f]{8}/|(?:^|[/-])[0-9a-f]{8,64}(?:\.\w+)+$")
# begins with letters, which are found much faster than the end of a word
_NAME = re.compile(r"assets/(?<!\wassets/)([\w./-]*\w)")
_TAG_ENDS = frozenset("<>")
_READ = (".html", ".json", ".xml")


def is_versioned(address: str) -> bool:
    """Tell whether the file at ``address`` below the site's root never changes there."""
    return address.startswith(f"{ASSETS}/") and bool(
        _HASHED.search(address.removeprefix(f"{ASSETS}/"))
    )


def move_assets(site: Path) -> dict[str, str]:
    """Move the assets of the tree ``site`` to such addresses; return where each of them went.

    What has a hash in its name already stays. A tree that was versioned before is left as it is.
    """
    folder = site / ASSETS
    moved = _plan(folder, [name for name in names_in(folder) if not _HASHED.search(name)])
    for name, new in moved.items():
        (folder / new).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).rename(folder / new)
    for path in sorted((p for p in folder.rglob("*") if p.is_dir()), reverse=True):
        if not any(path.iterdir()):
            path.rmdir()
    return moved


def lead_file(name: str, content: bytes, moved: Mapping[str, str]) -> bytes:
    """Return the file ``name`` with the addresses of ``moved`` assets."""
    ending = posixpath.splitext(name)[1]
    if ending not in _READ:
        return content
    return lead(content.decode(), moved, anywhere=ending != ".html").encode()


def lead(text: str, moved: Mapping[str, str], *, anywhere: bool) -> str:
    """Return ``text`` with the addresses of ``moved`` assets; in pages only those in attributes."""

    def rename(found: re.Match[str]) -> str:
        new = moved.get(found[1])
        return f"{ASSETS}/{new}" if new and (anywhere or _in_attribute(found)) else found[0]

    return _NAME.sub(rename, text) if moved else text


def _in_attribute(found: re.Match[str]) -> bool:
    text = found.string
    start, end = text.rfind('"', 0, found.start()), text.find('"', found.end())
    return text[max(0, start - 1)] == "=" and not _TAG_ENDS.intersection(text[start:end])


def _plan(folder: Path, names: list[str]) -> dict[str, str]:
    moved = {
        name: f"{name.rpartition('.')[0]}-{_digest(folder, [name])}{Path(name).suffix}"
        for name in names
        if name.endswith(_SOUND)
    }
    rest = [name for name in names if name not in moved]
    mark = _digest(folder, rest)
    return moved | {name: f"{mark}/{name}" for name in rest}


def _digest(folder: Path, names: list[str]) -> str:
    found = hashlib.sha256()
    for name in names:
        content = (folder / name).read_bytes()
        found.update(f"{name}\0{len(content)}\0".encode() + content)
    return found.hexdigest()[:_DIGITS]
