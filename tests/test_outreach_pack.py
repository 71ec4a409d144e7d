"""`microsite outreach --pack`: one archive for a USB stick, equal when made anew."""

from __future__ import annotations

import hashlib
import io
import shutil
import zipfile

import pytest
from pypdf import PdfReader

from microsite.cli import main
from microsite.paths import ProjectPaths

DAY = "2024-01-06"


@pytest.fixture(autouse=True)
def fixture_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reproducible builds name the day; here every test does."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def pack(paths: ProjectPaths) -> dict[str, bytes]:
    """Make the archive of one unit; return its members."""
    asked = ("--date", DAY, "--unit", "luong-mot", "--channel", "loa", "--pack")
    assert main(["--root", str(paths.root), "outreach", *asked]) == 0
    with zipfile.ZipFile(paths.dist / "goi-luu-dong-luong-mot-20240106-1.zip") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def contents_of(members: dict[str, bytes]) -> str:
    """Return the text of the list to print."""
    pages = PdfReader(io.BytesIO(members["muc-luc.pdf"])).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_archive_has_kit_list_and_sums(tiny: ProjectPaths) -> None:
    """All files of the kit, a list to print that names them, and a checksum of each."""
    members = pack(tiny)
    kit = {path for path in members if path.startswith("bo-tuyen-truyen/")}
    assert "bo-tuyen-truyen/index.html" in kit
    assert "bo-tuyen-truyen/vi/loa/luong-mot/lich-phat.csv" in kit
    sums = members.pop("SHA256SUMS").decode().splitlines()
    assert sums == [f"{hashlib.sha256(raw).hexdigest()}  {name}" for name, raw in members.items()]
    said = contents_of(members)
    assert "Bộ tuyên truyền lưu động: Luống lớn" in said.replace("\u00a0", " ")
    assert "Năm năm vườn mẫu" in said.replace("\u00a0", " ")
    assert "20240106-1" in said


def test_archive_says_when_there_is_no_kiosk_bundle(tiny: ProjectPaths) -> None:
    """What lies in dist/kiosk comes along; otherwise the list says how to make it."""
    assert "microsite kiosk" in contents_of(pack(tiny))
    (tiny.dist / "kiosk").mkdir()
    (tiny.dist / "kiosk" / "kiosk-1.zip").write_bytes(b"PK")
    members = pack(tiny)
    assert members["man-hinh-cham/kiosk-1.zip"] == b"PK"
    assert "kiosk-1.zip" in contents_of(members)


def test_equal_contents_give_an_equal_archive(tiny: ProjectPaths) -> None:
    """No hour of the packing is in it."""
    pack(tiny)
    (archive,) = tiny.dist.glob("*.zip")
    first = archive.read_bytes()
    archive.unlink()
    pack(tiny)
    assert archive.read_bytes() == first


def test_whole_kit_is_equal_when_made_anew(tiny: ProjectPaths) -> None:
    """Every channel, with nothing kept from before: print, pictures, captions, page and list."""

    def made() -> dict[str, bytes]:
        shutil.rmtree(tiny.outreach, ignore_errors=True)
        shutil.rmtree(tiny.outreach_cache, ignore_errors=True)
        assert main(["--root", str(tiny.root), "outreach", "--date", DAY]) == 0
        return {
            path.relative_to(tiny.outreach).as_posix(): path.read_bytes()
            for path in tiny.outreach.rglob("*")
            if path.is_file()
        }

    first = made()
    kinds = {name.rpartition(".")[2] for name in first}
    assert kinds == {"csv", "css", "docx", "html", "json", "pdf", "png", "txt", "SHA256SUMS"}
    assert made() == first
