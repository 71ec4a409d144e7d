"""``manifest.json``: every file of a bundle with its size and SHA-256, and the bundle's version."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from kioskbox.refusals import Refused

FORMAT = 1
NAME, SIGNATURE, SUMS = "manifest.json", "manifest.json.minisig", "SHA256SUMS"
UNLISTED = (NAME, SIGNATURE, SUMS)
START = "index.html"
LARGEST = 700 * 1024 * 1024  # of the whole bundle: it must fit on a CD and an old disk of 4 GB

_VERSION = re.compile(r"(\d{8})-([1-9]\d{0,3})")
_SHA256 = re.compile(r"[0-9a-f]{64}")
# what Linux, Windows and every zip program write and read alike
_PATH = re.compile(r"[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)*")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


@dataclass(frozen=True)
class Entry:
    """One file: its length in bytes and its hash."""

    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What a bundle says of itself."""

    version: str
    name: str
    files: Mapping[str, Entry]
    digest: str

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(entry.size for entry in self.files.values())


def order(version: str) -> tuple[int, int]:
    """Return what versions are compared by: ``20240101-2`` is the second bundle of that day."""
    found = _VERSION.fullmatch(version)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def is_safe(path: str) -> bool:
    """Tell whether a path stays in its folder on every system."""
    parts = path.split("/")
    return (
        bool(_PATH.fullmatch(path))
        and len(path) <= 180
        and not any(part.strip(".") == "" or part.endswith(".") for part in parts)
        and not any(_RESERVED.fullmatch(part) for part in parts)
    )


def read_manifest(raw: bytes) -> Manifest:
    """Parse and judge a manifest. Raises Refused."""
    try:
        data = json.loads(raw)
    except ValueError:
        raise Refused("bad-manifest", detail="JSON") from None
    if not isinstance(data, dict):
        raise Refused("bad-manifest", detail="{ }")
    if data.get("format") != FORMAT:
        raise Refused("new-format", format=data.get("format"), known=FORMAT)
    version = data.get("version")
    if not isinstance(version, str) or not _VERSION.fullmatch(version):
        raise Refused("bad-manifest", detail="version")
    files = _read_files(data.get("files"))
    if START not in files:
        raise Refused("missing", path=START)
    manifest = Manifest(version, str(data.get("name", "")), files, hashlib.sha256(raw).hexdigest())
    if manifest.size > LARGEST:
        raise Refused("too-large", size=manifest.size)
    return manifest


def _read_files(listed: object) -> dict[str, Entry]:
    if not isinstance(listed, list) or not listed:
        raise Refused("bad-manifest", detail="files")
    files: dict[str, Entry] = {}
    folded: set[str] = set()
    for one in listed:
        path, size, sha256 = (
            (one.get("path"), one.get("size"), one.get("sha256"))
            if isinstance(one, dict)
            else (None, None, None)
        )
        if not isinstance(path, str) or not isinstance(size, int) or not isinstance(sha256, str):
            raise Refused("bad-manifest", detail="files")
        if isinstance(size, bool) or size < 0 or not _SHA256.fullmatch(sha256):
            raise Refused("bad-manifest", detail=path)
        if not is_safe(path) or path in UNLISTED:
            raise Refused("unsafe-path", path=path)
        if path.lower() in folded:  # one file on Windows
            raise Refused("twice", path=path)
        folded.add(path.lower())
        files[path] = Entry(size, sha256)
    return files


def list_files(contents: Mapping[str, bytes]) -> list[dict[str, object]]:
    """Return path, size and SHA-256 of every file, in the order of their paths."""
    return [describe_file(path, raw) for path, raw in sorted(contents.items())]


def describe_file(path: str, raw: bytes) -> dict[str, object]:
    """Return path, size and SHA-256 of one file."""
    return {"path": path, "size": len(raw), "sha256": hashlib.sha256(raw).hexdigest()}


def write_manifest(version: str, name: str, contents: Mapping[str, bytes]) -> bytes:
    """Return the manifest of ``contents``, the same bytes for the same contents."""
    data = {"format": FORMAT, "name": name, "version": version, "files": list_files(contents)}
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def write_sums(manifest: bytes) -> bytes:
    """Return ``SHA256SUMS`` for ``sha256sum -c``, made of a manifest."""
    files = {one["path"]: one["sha256"] for one in json.loads(manifest)["files"]}
    files[NAME] = hashlib.sha256(manifest).hexdigest()
    return "".join(f"{files[path]}  {path}\n" for path in sorted(files)).encode()
