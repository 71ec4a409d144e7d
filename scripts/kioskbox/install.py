"""The kiosk's folder: complete versions beside each other, and one line that says which is shown.

``releases/<version>/`` holds whole versions, ``current.txt`` names the one in use and, in its
second line, the one before. A version gets its name only when every byte of it is on the disk, and
``current.txt`` is replaced in one step, so a power cut leaves the old version or the new one.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from kioskbox import manifest as manifests
from kioskbox.bundle import Step, copy, open_bundle, verify_bundle
from kioskbox.manifest import Manifest, order
from kioskbox.refusals import Refused
from kioskbox.signature import PublicKey, read_key

_RESERVE = 64 * 1024 * 1024  # bytes that stay free for the system
Free = Callable[[Path], int]


@dataclass(frozen=True)
class Kiosk:
    """The folder of one kiosk."""

    root: Path

    @property
    def releases(self) -> Path:
        """Whole versions."""
        return self.root / "releases"

    @property
    def incoming(self) -> Path:
        """A version that is being unpacked."""
        return self.root / "incoming"

    @property
    def pointer(self) -> Path:
        """Which version is in use; the launcher reads its first line."""
        return self.root / "current.txt"

    @property
    def key_file(self) -> Path:
        """The key that this machine trusts, put there when it was set up."""
        return self.root / "kiosk.pub"

    @property
    def versions(self) -> tuple[str, str]:
        """The version in use and the one before; empty where there is none."""
        try:
            lines = self.pointer.read_text(encoding="ascii").split()
        except (OSError, UnicodeDecodeError):
            return "", ""
        return (*lines, "", "")[0], (*lines, "", "")[1]

    def key(self) -> PublicKey | None:
        """Return the trusted key, None on a machine without one. Raises Refused."""
        if not self.key_file.exists():
            return None
        return read_key(self.key_file.read_text(encoding="utf-8", errors="replace"))


def update(
    kiosk: Kiosk,
    bundle: Path,
    *,
    step: Step = lambda _: None,
    free: Free = lambda root: shutil.disk_usage(root).free,
) -> Manifest:
    """Check ``bundle`` and put it in use. Raises Refused, and then nothing has changed.

    ``step`` is told of everything done, file by file; ``free`` tells the free bytes of the disk.
    """
    with _writing(kiosk), open_bundle(bundle) as source:
        _clear(kiosk)
        step("cleared")
        manifest = verify_bundle(source, kiosk.key(), lambda path: step(f"verified {path}"))
        current, previous = kiosk.versions
        if current and _judge_version(kiosk, manifest, current):
            step("already there")
            return manifest
        _judge_room(kiosk, manifest, free)
        step("judged")
        target = kiosk.incoming / _free_name(kiosk, manifest.version)
        for path in manifest.files:
            _write(target / path, lambda file, path=path: copy(source, manifest, path, file))
            step(f"unpacked {path}")
        for name in manifests.UNLISTED:
            if name in source.sizes:
                raw = source.read(name)
                _write(target / name, lambda file, raw=raw: file.write(raw))
        step("unpacked")
        _settle(target)
        with open_bundle(target) as written:  # what the disk gives back, not what it was given
            verify_bundle(written, kiosk.key())
        step("read back")
        kiosk.releases.mkdir(exist_ok=True)
        target.rename(kiosk.releases / target.name)
        _settle(kiosk.releases)
        step("named")
        is_mended = manifest.version == _version_of(current)
        _point(kiosk, target.name, previous if is_mended else current, step)
        step("in use")
        _clear(kiosk)
        step("cleared after")
    return manifest


def rollback(kiosk: Kiosk, *, step: Step = lambda _: None) -> str:
    """Put the version before in use again and return its name. Raises Refused."""
    with _writing(kiosk):
        current, previous = kiosk.versions
        if not previous:
            raise Refused("no-previous" if current else "nothing-installed")
        check_installed(kiosk, previous)
        step("verified")
        _point(kiosk, previous, current, step)
    return previous


def check_installed(kiosk: Kiosk, version: str) -> Manifest:
    """Hold an installed version against its manifest. Raises Refused."""
    if not version:
        raise Refused("nothing-installed")
    with open_bundle(kiosk.releases / version) as source:
        return verify_bundle(source, kiosk.key())


def _judge_version(kiosk: Kiosk, manifest: Manifest, current: str) -> bool:
    """Tell whether the very same bundle is in use already. Raises Refused."""
    used = _version_of(current)
    if order(manifest.version) < order(used):
        raise Refused("older", version=manifest.version, current=used)
    if manifest.version != used:
        return False
    try:
        installed = check_installed(kiosk, current)
    except Refused:
        return False  # what is in use is damaged: this bundle mends it
    if installed.digest != manifest.digest:
        raise Refused("same-version", version=used)
    return True


def _version_of(folder: str) -> str:
    return folder.partition(".")[0]


def _free_name(kiosk: Kiosk, version: str) -> str:
    """Return the folder for a version; a second one where a damaged copy of it is in use."""
    return f"{version}.b" if (kiosk.releases / version).exists() else version


def _judge_room(kiosk: Kiosk, manifest: Manifest, free: Free) -> None:
    there, needed = free(kiosk.root), manifest.size + _RESERVE
    if there < needed:
        raise Refused("disk-full", needed=needed >> 20, free=there >> 20)


def _point(kiosk: Kiosk, version: str, previous: str, step: Step) -> None:
    beside = kiosk.pointer.with_suffix(".new")
    _write(beside, lambda file: file.write(f"{version}\n{previous}\n".encode("ascii")))
    step("pointer written")
    beside.replace(kiosk.pointer)
    _settle(kiosk.root)


def _clear(kiosk: Kiosk) -> None:
    """Remove what no version in use needs: leftovers of a cut, versions long past."""
    shutil.rmtree(kiosk.incoming, ignore_errors=True)
    for path in kiosk.releases.iterdir() if kiosk.releases.is_dir() else ():
        if path.name not in kiosk.versions:
            shutil.rmtree(path, ignore_errors=True)


def _write(path: Path, fill: Callable[..., object]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            fill(file)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise Refused("cannot-write", path=path, detail=error.strerror or error) from None


def _settle(folder: Path) -> None:
    """Have the disk keep the names in ``folder`` and below; Windows does so by itself."""
    if sys.platform == "win32":
        return
    for name, _, _ in os.walk(folder):
        handle = os.open(name, os.O_RDONLY)
        with suppress(OSError):
            os.fsync(handle)
        os.close(handle)


@contextmanager
def _writing(kiosk: Kiosk) -> Iterator[None]:
    """Hold the folder alone; the system gives it free when this program ends in any way."""
    try:
        kiosk.root.mkdir(parents=True, exist_ok=True)
        handle = (kiosk.root / "update.lock").open("a+b")
    except OSError as error:
        raise Refused("cannot-write", path=kiosk.root, detail=error.strerror or error) from None
    with handle:
        try:
            _lock(handle.fileno())
        except OSError:
            raise Refused("busy") from None
        yield


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - Windows only

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415 - not on Windows

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
