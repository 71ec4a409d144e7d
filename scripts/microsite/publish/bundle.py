"""Files to a bundle that can be checked: manifest, sums, signature, a zip of equal bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

from kioskbox import manifest as manifests

Sign = Callable[[bytes, str], bytes]
"""Signs a message with a trusted comment, in minisign's format."""

_WHEN = (1980, 1, 1, 0, 0, 0)  # zip knows no earlier day; a real one would change the bytes
_PLAIN_FILE = 0o100644 << 16
# packed already: deflating them again costs time and wins nothing
_PACKED = (
    *(".avif", ".jpg", ".png", ".webp", ".woff2"),
    *(".m4a", ".mp3", ".ogg", ".opus"),
    *(".docx", ".gz", ".pdf", ".pyz", ".zip"),
)


def seal(
    contents: Mapping[str, bytes], version: str, name: str, sign: Sign | None = None
) -> dict[str, bytes]:
    """Add manifest, sums and, where there is a key, the signature.

    Raises kioskbox.refusals.Refused where a kiosk would refuse the bundle: a bad path, no
    ``index.html``, too many bytes.
    """
    manifest = manifests.write_manifest(version, name, contents)
    manifests.read_manifest(manifest)
    sealed = {**contents, manifests.NAME: manifest, manifests.SUMS: manifests.write_sums(manifest)}
    if sign is not None:
        sealed[manifests.SIGNATURE] = sign(manifest, f"kiosk {version}")
    return sealed


def zip_files(contents: Mapping[str, bytes], top: str = "") -> bytes:
    """Return a zip of ``contents`` in the folder ``top``: equal contents give equal bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path, raw in sorted(contents.items()):
            put_file(archive, f"{top}/{path}" if top else path, raw)
    return packed.getvalue()


def put_file(archive: zipfile.ZipFile, path: str, raw: bytes) -> None:
    """Add a file to a zip that is being written; equal files give equal bytes on every system."""
    info = zipfile.ZipInfo(path, _WHEN)
    info.create_system = 3  # on every system, as Unix writes it
    info.external_attr = _PLAIN_FILE
    is_packed = path.endswith(_PACKED)
    info.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
    archive.writestr(info, raw, compresslevel=None if is_packed else 6)
