"""The pinned package that the form is made of: fetched once, and held to its checksum."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import tarfile
import urllib.error
import urllib.request
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from microsite.upkeep.files import write_files

_SECONDS = 60


@dataclass(frozen=True)
class Package:
    """One version of an npm package; ``integrity`` is what npm writes into a lock file."""

    name: str
    version: str
    integrity: str

    @property
    def file(self) -> str:
        """The name of its archive."""
        return f"{self.name.rpartition('/')[2]}-{self.version}.tgz"

    @property
    def url(self) -> str:
        """Where the registry has its archive."""
        return f"https://registry.npmjs.org/{self.name}/-/{self.file}"

    def is_whole(self, archive: bytes) -> bool:
        """Whether ``archive`` is this version, to the byte."""
        digest = base64.b64encode(hashlib.sha512(archive).digest()).decode()
        return self.integrity == f"sha512-{digest}"


CMS = Package(
    "@sveltia/cms",
    "0.221.1",
    "sha512-J+Qoik9kGMk2L7vNpOQrnDmFRi+NB6vwJ0f657YtsxWH0P8WYSYRRSRC2pQ/jGGbVlM//Pg/WIgmkpswqoo3gQ==",
)


class Unavailable(Exception):  # noqa: N818  # says what happened, as the caller reads it
    """The package could not be had; ``reason`` is a key of the words for it."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(detail or reason)
        self.reason = reason
        self.detail = detail


def obtain(package: Package, folder: Path, *, given: Path | None = None) -> bytes:
    """Return the archive: the one ``given``, else the one kept in ``folder``, else the registry's.

    What comes from outside is kept in ``folder`` for the next time. Raises Unavailable.
    """
    kept = folder / package.file
    if given is None and kept.is_file() and package.is_whole(archive := kept.read_bytes()):
        return archive
    archive = _read(given) if given else _download(package)
    if not package.is_whole(archive):
        raise Unavailable("other_bytes", str(given or package.url))
    write_files({kept: archive})
    return archive


def unpack(archive: bytes, names: Iterable[str]) -> Mapping[str, bytes]:
    """Return the files ``names`` of an npm archive. Raises KeyError for one that is not there."""
    found: dict[str, bytes] = {}
    # opened as a whole: to go back in a packed file is to unpack it anew
    with tarfile.open(fileobj=io.BytesIO(gzip.decompress(archive))) as packed:
        for name in names:
            file = packed.extractfile(f"package/{name}")
            if file is None:
                raise KeyError(name)
            found[name] = file.read()
    return found


def _read(given: Path) -> bytes:
    try:
        return given.read_bytes()
    except OSError as error:
        raise Unavailable("no_file", str(given)) from error


def _download(package: Package) -> bytes:
    try:
        with urllib.request.urlopen(package.url, timeout=_SECONDS) as answer:
            archive: bytes = answer.read()
    except (urllib.error.URLError, OSError) as error:
        raise Unavailable("offline", str(getattr(error, "reason", error))) from error
    return archive
