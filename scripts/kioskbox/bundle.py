"""A bundle as it comes on a USB stick, a zip file or a folder, read with suspicion."""

from __future__ import annotations

import hashlib
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from kioskbox import manifest as manifests
from kioskbox import signature
from kioskbox.manifest import Manifest
from kioskbox.refusals import Refused

_BLOCK = 1 << 20
_LONGEST_TEXT = 16 * 1024 * 1024  # manifest and signature are read whole
_ENCRYPTED = 0x1

Step = Callable[[str], None]


@dataclass(frozen=True)
class Source:
    """Paths of a bundle with their sizes, and how to open one."""

    sizes: dict[str, int]
    open: Callable[[str], IO[bytes]]

    def read(self, path: str) -> bytes:
        """Return the whole of a small file. Raises Refused."""
        if self.sizes[path] > _LONGEST_TEXT:
            raise Refused("too-large", size=self.sizes[path])
        return b"".join(_blocks(self, path))


@contextmanager
def open_bundle(path: Path) -> Iterator[Source]:
    """Open the bundle at ``path``. Raises Refused for what must not even be listed."""
    if path.is_dir():
        yield _open_folder(path)
        return
    if not path.is_file():
        raise Refused("no-file", path=path)
    if not zipfile.is_zipfile(path):
        code = "broken-zip" if path.suffix == ".zip" else "not-a-bundle"
        raise Refused(code, path=path, detail=path.name)
    with _zip_faults():
        archive = zipfile.ZipFile(path)
    with archive:
        yield _open_zip(archive)


def verify_bundle(
    source: Source, key: signature.PublicKey | None, step: Step = lambda _: None
) -> Manifest:
    """Check signature, manifest and every byte. Raises Refused with the first reason.

    Without ``key`` the signature is not looked at: files are then only held against the manifest.
    """
    if manifests.NAME not in source.sizes:
        raise Refused("no-manifest")
    raw = source.read(manifests.NAME)
    if key is not None:
        if manifests.SIGNATURE not in source.sizes:
            raise Refused("unsigned")
        signature.verify(raw, _text(source.read(manifests.SIGNATURE)), key)
    manifest = manifests.read_manifest(raw)
    _compare_names(source, manifest)
    if manifests.SUMS in source.sizes and source.read(manifests.SUMS) != manifests.write_sums(raw):
        raise Refused("altered", path=manifests.SUMS)
    for path in manifest.files:
        copy(source, manifest, path, None)
        step(path)
    return manifest


def copy(source: Source, manifest: Manifest, path: str, target: IO[bytes] | None) -> None:
    """Read one file, hold it against the manifest, and write it on. Raises Refused."""
    entry, found, size = manifest.files[path], hashlib.sha256(), 0
    for block in _blocks(source, path):
        size += len(block)
        if size > entry.size:
            raise Refused("wrong-size", path=path, size=f"> {entry.size}", expected=entry.size)
        found.update(block)
        if target is not None:
            target.write(block)
    if size != entry.size:
        raise Refused("wrong-size", path=path, size=size, expected=entry.size)
    if found.hexdigest() != entry.sha256:
        raise Refused("altered", path=path)


def _blocks(source: Source, path: str) -> Iterator[bytes]:
    """Yield a file in pieces; what fails in reading it says so, whoever writes the pieces on."""
    with _zip_faults(path):
        file = source.open(path)
    with file:
        while True:
            with _zip_faults(path):
                block = file.read(_BLOCK)
            if not block:
                return
            yield block


def _compare_names(source: Source, manifest: Manifest) -> None:
    for path in sorted(manifest.files.keys() - source.sizes.keys()):
        raise Refused("missing", path=path)
    for path in sorted(source.sizes.keys() - manifest.files.keys() - set(manifests.UNLISTED)):
        raise Refused("extra", path=path)
    for path, entry in manifest.files.items():
        if source.sizes[path] != entry.size:
            raise Refused("wrong-size", path=path, size=source.sizes[path], expected=entry.size)


def _open_folder(folder: Path) -> Source:
    sizes: dict[str, int] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        mode = path.lstat().st_mode
        if stat.S_ISDIR(mode):
            continue
        if not stat.S_ISREG(mode):
            raise Refused("link", path=name)
        sizes[name] = path.lstat().st_size
    return Source(sizes, lambda name: (folder / name).open("rb"))


def _open_zip(archive: zipfile.ZipFile) -> Source:
    """List a zip; everything in it lies in one folder, which is left out of the names."""
    sizes: dict[str, int] = {}
    tops: set[str] = set()
    found: dict[str, zipfile.ZipInfo] = {}
    for info in archive.infolist():
        name = info.filename
        if info.is_dir():
            name = name.rstrip("/")
        if not manifests.is_safe(name) or "\\" in info.orig_filename:
            raise Refused("unsafe-path", path=info.orig_filename)
        if info.flag_bits & _ENCRYPTED:
            raise Refused("encrypted", path=name)
        mode = info.external_attr >> 16
        if mode and not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            raise Refused("link", path=name)
        top, _, rest = name.partition("/")
        tops.add(top)
        if info.is_dir():
            continue
        if not rest or len(tops) > 1:
            raise Refused("unsafe-path", path=name)
        if rest in found:
            raise Refused("twice", path=rest)
        found[rest], sizes[rest] = info, info.file_size
    if sum(sizes.values()) > manifests.LARGEST + _LONGEST_TEXT:
        raise Refused("too-large", size=sum(sizes.values()))
    return Source(sizes, lambda name: archive.open(found[name]))


@contextmanager
def _zip_faults(path: str = "") -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise Refused("broken-zip", detail=path or str(error)) from None


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", errors="replace")
