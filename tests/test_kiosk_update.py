"""Updating a kiosk: all is checked first, and at every moment one whole version is in use."""

from __future__ import annotations

import errno
import multiprocessing
import os
import shutil
import subprocess
import sys
import zipapp
from pathlib import Path

import minisign
import pytest

from kioskbox.__main__ import main
from kioskbox.install import Kiosk, check_installed, rollback, update
from kioskbox.refusals import Refused
from microsite.publish.bundle import seal, zip_files

KEYS = minisign.KeyPair.generate()
OLD, NEW, NEWER = "20240101-1", "20240101-2", "20240310-1"


def pack(folder: Path, version: str, *, text: str = "", sign: bool = True) -> Path:
    """Write a bundle of ``version`` and return its path."""
    contents = {
        "index.html": f"<!doctype html>{version}{text}".encode(),
        "assets/page.css": b"p { }" * 99,
        "en/index.html": version.encode(),
    }

    def by_publisher(message: bytes, comment: str) -> bytes:
        return bytes(KEYS.secret_key.sign(message, trusted_comment=comment))

    sealed = seal(contents, version, "x", by_publisher if sign else None)
    path = folder / f"pack-{version}{text}.zip"
    path.write_bytes(zip_files(sealed, f"pack-{version}"))
    return path


@pytest.fixture
def kiosk(tmp_path: Path) -> Kiosk:
    """A kiosk that trusts the publisher and shows the old version."""
    made = Kiosk(tmp_path / "kiosk")
    made.root.mkdir()
    made.key_file.write_bytes(bytes(KEYS.public_key))
    update(made, pack(tmp_path, OLD))
    return made


def shown(kiosk: Kiosk) -> str:
    """Return the version that a visitor would see, every byte of it checked."""
    version = kiosk.versions[0]
    check_installed(kiosk, version)
    return (kiosk.releases / version / "en/index.html").read_text()


def test_update_then_rollback(kiosk: Kiosk, tmp_path: Path) -> None:
    """An update is shown at once; going back shows the one before, and forward again."""
    update(kiosk, pack(tmp_path, NEW))
    assert shown(kiosk) == NEW
    assert rollback(kiosk) == OLD
    assert shown(kiosk) == OLD
    assert rollback(kiosk) == NEW


def test_only_two_versions_are_kept(kiosk: Kiosk, tmp_path: Path) -> None:
    """The version in use and the one before stay; older ones give their room back."""
    update(kiosk, pack(tmp_path, NEW))
    update(kiosk, pack(tmp_path, NEWER))
    assert {path.name for path in kiosk.releases.iterdir()} == {NEW, NEWER}
    assert not kiosk.incoming.exists()


def test_older_version_is_refused(kiosk: Kiosk, tmp_path: Path) -> None:
    """A stick found in a drawer does not take the kiosk back."""
    update(kiosk, pack(tmp_path, NEW))
    with pytest.raises(Refused, match="older"):
        update(kiosk, pack(tmp_path, OLD))
    assert shown(kiosk) == NEW


def test_same_bundle_again_changes_nothing(kiosk: Kiosk, tmp_path: Path) -> None:
    """Putting the same stick in twice is no mistake; another content under the same number is."""
    update(kiosk, tmp_path / f"pack-{OLD}.zip")
    assert kiosk.versions == (OLD, "")
    with pytest.raises(Refused, match="differs"):
        update(kiosk, pack(tmp_path, OLD, text="other"))


def test_same_bundle_mends_a_damaged_version(kiosk: Kiosk, tmp_path: Path) -> None:
    """When the disk has lost something, the bundle is laid down anew; the one before stays."""
    update(kiosk, pack(tmp_path, NEW))
    (kiosk.releases / NEW / "assets/page.css").write_bytes(b"rot")
    update(kiosk, tmp_path / f"pack-{NEW}.zip")
    assert shown(kiosk) == NEW
    assert kiosk.versions[1] == OLD
    update(kiosk, pack(tmp_path, NEWER))
    assert shown(kiosk) == NEWER


@pytest.mark.parametrize("where", ["unsigned", "altered"])
def test_refused_bundle_changes_nothing(kiosk: Kiosk, tmp_path: Path, where: str) -> None:
    """A machine with a key takes no unsigned and no altered bundle, and leaves no trace of it."""
    path = pack(tmp_path, NEW, sign=where != "unsigned")
    if where == "altered":
        raw = path.read_bytes()
        path.write_bytes(raw.replace(b"pack-20240101-2/en", b"pack-20240101-2/fr"))
    before = sorted(kiosk.root.rglob("*"))
    with pytest.raises(Refused):
        update(kiosk, path)
    assert sorted(kiosk.root.rglob("*")) == before
    assert shown(kiosk) == OLD


def test_full_disk_is_seen_before_anything_is_written(kiosk: Kiosk, tmp_path: Path) -> None:
    """Too little room is said with numbers; the old version stays."""
    with pytest.raises(Refused, match="0 MB free"):
        update(kiosk, pack(tmp_path, NEW), free=lambda _: 1000)
    assert not kiosk.incoming.exists()
    assert shown(kiosk) == OLD


def test_disk_that_fills_while_unpacking(
    kiosk: Kiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the disk says it is full in the middle, the update is refused and the old one stays."""

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Refused, match="No space left"):
        update(kiosk, pack(tmp_path, NEW))
    assert shown(kiosk) == OLD


def test_two_updates_at_once(kiosk: Kiosk, tmp_path: Path) -> None:
    """The second is told that one is running."""
    seen = []

    def second(_: str) -> None:
        with pytest.raises(Refused, match="running"):
            rollback(kiosk)
        seen.append(True)

    update(kiosk, pack(tmp_path, NEW), step=second)
    assert seen


def _update_until(kiosk: Kiosk, bundle: Path, last: int) -> None:
    """Update, and die without a word after ``last`` steps, as in a power cut."""
    done = 0

    def step(_: str) -> None:
        nonlocal done
        done += 1
        if done == last:
            os._exit(9)

    update(kiosk, bundle, step=step)


def _steps(kiosk: Kiosk, bundle: Path) -> list[str]:
    names: list[str] = []
    update(kiosk, bundle, step=names.append)
    return names


def test_power_cut_after_every_step(kiosk: Kiosk, tmp_path: Path) -> None:
    """Cut after any step, the old version or the new one is whole; the next try works."""
    bundle = pack(tmp_path, NEW)
    spare = Kiosk(tmp_path / "spare")
    shutil.copytree(kiosk.root, spare.root)
    names = _steps(spare, bundle)
    assert len(names) >= 12
    seen = set()
    for last, name in enumerate(names, 1):
        cut = Kiosk(tmp_path / f"cut-{last}")
        shutil.copytree(kiosk.root, cut.root)
        process = multiprocessing.get_context("fork").Process(
            target=_update_until, args=(cut, bundle, last)
        )
        process.start()
        process.join()
        assert process.exitcode == 9, name
        seen.add(shown(cut))
        update(cut, bundle)
        assert shown(cut) == NEW, name
        assert cut.versions == (NEW, OLD), name
    assert seen == {OLD, NEW}


def test_technician_types_it(
    kiosk: Kiosk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each command says in Vietnamese or English what happened, and 1 means refused."""
    root = ["--root", str(kiosk.root)]
    assert main([*root, "verify", str(pack(tmp_path, NEW))]) == 0
    assert "Chữ ký đúng" in capsys.readouterr().out
    assert main([*root, "update", str(tmp_path / f"pack-{NEW}.zip")]) == 0
    assert f"Đã dùng bản {NEW}" in capsys.readouterr().out
    assert main([*root, "--lang", "en", "status"]) == 0
    assert f"In use: {NEW}. Before: {OLD}" in capsys.readouterr().out
    assert main([*root, "rollback"]) == 0
    assert main([*root, "where"]) == 0
    assert str(kiosk.releases / OLD) in capsys.readouterr().out
    assert main([*root, "update", "missing.zip"]) == 1
    said = capsys.readouterr().err
    assert "Không thấy “missing.zip”" in said
    assert "Không có gì thay đổi" in said


def test_it_needs_nothing_but_python(kiosk: Kiosk, tmp_path: Path) -> None:
    """The updater runs from one file, without any installed package."""
    source = Path(__file__).parents[1] / "scripts" / "kioskbox"
    copy = tmp_path / "app" / "kioskbox"
    shutil.copytree(source, copy, ignore=shutil.ignore_patterns("__pycache__"))
    zipapp.create_archive(tmp_path / "app", tmp_path / "kiosk.pyz", main="kioskbox.__main__:main")
    done = subprocess.run(
        [
            sys.executable,
            "-I",
            "-S",
            str(tmp_path / "kiosk.pyz"),
            "--root",
            str(kiosk.root),
            "status",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert OLD in done.stdout
