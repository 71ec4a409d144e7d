"""`microsite outreach`: files, list, page; equal bytes, the old kit until the new one is whole."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
import sys
import wave
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from changes import apply_changes
from microsite.cli import main
from microsite.fingerprint import fingerprint
from microsite.outreach.kit import CHANNELS
from microsite.outreach.stamp import is_current
from microsite.paths import ProjectPaths
from microsite.wording.catalog import load_words

DAY = "2024-01-06"
STATION = "vi/loa/luong-mot"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(autouse=True)
def fixture_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reproducible builds name the day; here every test does."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def outreach(paths: ProjectPaths, *more: str) -> int:
    """Make what is read aloud of the kit of a fixed day: bulletins and outlines."""
    fixed = ("--date", DAY, "--channel", "loa", "--channel", "de-cuong")
    return main(["--root", str(paths.root), "outreach", *fixed, *more])


def files_in(folder: Path) -> dict[str, bytes]:
    """Return every file below ``folder``."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_kit_has_text_document_schedule_list_and_page(tiny: ProjectPaths) -> None:
    """One command makes everything; the list and the sums say the same of each file."""
    assert outreach(tiny) == 0
    made = files_in(tiny.outreach)
    listed = json.loads(made["list.json"])
    assert (listed["version"], listed["date"]) == ("20240106-1", DAY)
    own = {"index.html", "kit.css", "list.json", "ma-tran-kenh.csv", "SHA256SUMS"}
    assert {one["path"] for one in listed["files"]} == set(made) - own
    for one in listed["files"]:
        assert hashlib.sha256(made[one["path"]]).hexdigest() == one["sha256"]
        assert f"{one['sha256']}  {one['path']}\n" in made["SHA256SUMS"].decode()
        assert f'href="{one["path"]}"' in made["index.html"].decode()
        assert one["sources"]
    assert set(made) - own == {
        f"{STATION}/nam-nam-01-phut.txt",
        f"{STATION}/nam-nam-01-phut.docx",
        f"{STATION}/nam-nam-01-phut.pdf",
        f"{STATION}/lich-phat.csv",
        "vi/de-cuong/nam-nam-vuon.docx",
        "vi/de-cuong/nam-nam-vuon.pdf",
    }


def test_page_is_open_to_all_and_asks_nobody(tiny: ProjectPaths) -> None:
    """The page works from a stick: nothing inline, no other host, and says what is a draft."""
    assert outreach(tiny) == 0
    page = (tiny.outreach / "index.html").read_text(encoding="utf-8")
    assert "default-src 'self'" in page
    assert not any(word in page for word in ("<script", "style=", "<style", "https://", "onclick"))
    assert "Bản mẫu, chưa phê duyệt." in page
    assert "Bản 20240106-1, ngày 06/01/2024" in page


def test_text_is_words_only(tiny: ProjectPaths) -> None:
    """The text for machines has no digits, signs or headings: it is read as it stands (O6)."""
    assert outreach(tiny) == 0
    text = (tiny.outreach / STATION / "nam-nam-01-phut.txt").read_text(encoding="utf-8")
    assert text.startswith("Kính thưa bà con và các bạn!\n\n")
    assert not any(letter.isdigit() or letter in "[](){}<>/%#" for letter in text)


def document(paths: ProjectPaths) -> dict[str, bytes]:
    """Return the parts of the document."""
    raw = (paths.outreach / STATION / "nam-nam-01-phut.docx").read_bytes()
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_document_is_large_marked_and_sourced(tiny: ProjectPaths) -> None:
    """A4, Times New Roman, what is read in 16 pt, DỰ THẢO while nobody has approved, exact figures,
    sources, version and the hash that the list has too (W1, W2, W9, O13).
    """
    assert outreach(tiny) == 0
    parts = document(tiny)
    body = ET.fromstring(parts["word/document.xml"])
    text = "\n".join(
        "".join(run.text or "" for run in paragraph.iter(f"{WORD}t"))
        for paragraph in body.iter(f"{WORD}p")
    )
    assert text.startswith("DỰ THẢO")
    assert "Số cây, 2016: trên 1.250,5 cây [1]" in text
    assert "[1] Sổ tay làm vườn. Tổ làm vườn. 01/01/2020. https://garden.test/notes" in text
    styles = {
        style.get(f"{WORD}styleId"): style
        for style in ET.fromstring(parts["word/styles.xml"]).iter(f"{WORD}style")
    }
    used = {style.get(f"{WORD}val") for style in body.iter(f"{WORD}pStyle")}
    assert {"ms-said", "ms-said-key", "ms-small"} <= used
    read = next(styles["ms-said"].iter(f"{WORD}sz"))
    assert read.get(f"{WORD}val") == "32"
    fonts = {
        font.get(f"{WORD}ascii") for name in used for font in styles[name].iter(f"{WORD}rFonts")
    }
    assert fonts == {"Times New Roman"}
    paper = next(body.iter(f"{WORD}pgSz"))
    assert (paper.get(f"{WORD}w"), paper.get(f"{WORD}h")) == ("11906", "16838")
    margins = next(body.iter(f"{WORD}pgMar"))
    assert 1134 <= int(margins.get(f"{WORD}top") or 0) <= 1417
    assert 1701 <= int(margins.get(f"{WORD}left") or 0) <= 1984
    foot = b"".join(raw for name, raw in parts.items() if "footer" in name).decode()
    mark = json.loads((tiny.outreach / "list.json").read_text("utf-8"))["files"][0]["mark"]
    assert f"20240106-1, ngày 06/01/2024, mã nội dung {mark}" in foot


def test_approved_document_is_no_draft(tiny: ProjectPaths) -> None:
    """The mark goes when the owner has approved."""
    change = [["  email: vuon@garden.test", "  email: vuon@garden.test\n  approved: true"]]
    apply_changes(tiny.root, {"data/site.yml": {"replace": change}})
    assert outreach(tiny) == 0
    assert "DỰ THẢO" not in document(tiny)["word/document.xml"].decode()


def test_schedule_opens_in_excel_and_leaves_sundays_free(tiny: ProjectPaths) -> None:
    """UTF-8 with BOM and CRLF; the first time of a day is the reading, the next repeats it (O6)."""
    start = ["start: 2020-01-02", "start: 2020-01-05"]
    apply_changes(tiny.root, {"data/stations.yml": {"replace": [start]}})
    assert outreach(tiny) == 0
    raw = (tiny.outreach / STATION / "lich-phat.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") == raw.count(b"\n") == 3
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    assert [(row["Ngày"], row["Giờ"], row["Lần phát"]) for row in rows] == [
        ("06/01/2020", "05:30", "Phát chính"),
        ("06/01/2020", "17:00", "Phát lại lần 1"),
    ]
    assert {row["Tệp"] for row in rows} == {"nam-nam-01-phut.txt"}
    assert {row["Phiên bản"] for row in rows} == {"20240106-1"}


def test_equal_contents_give_equal_bytes(tiny: ProjectPaths) -> None:
    """A kit that is made anew is the same, documents included."""
    assert outreach(tiny) == 0
    first = files_in(tiny.outreach)
    shutil.rmtree(tiny.outreach)
    assert outreach(tiny) == 0
    assert files_in(tiny.outreach) == first


def test_nothing_is_made_twice(tiny: ProjectPaths, capsys: pytest.CaptureFixture[str]) -> None:
    """While nothing changes the kit is left alone; a change of content, day or file ends that."""
    assert outreach(tiny) == 0
    capsys.readouterr()
    before = {path: path.stat().st_mtime_ns for path in tiny.outreach.rglob("*")}
    assert outreach(tiny) == 0
    assert "Không có gì thay đổi" in capsys.readouterr().out
    assert {path: path.stat().st_mtime_ns for path in tiny.outreach.rglob("*")} == before
    wanted = fingerprint(tiny, ("x",))
    assert fingerprint(tiny, ("y",)) != wanted
    tiny.outreach_stamp.write_text(wanted, encoding="utf-8")
    assert is_current(tiny.outreach, wanted, tiny.outreach_stamp)
    (tiny.outreach / STATION / "nam-nam-01-phut.txt").write_text("khác", encoding="utf-8")
    assert not is_current(tiny.outreach, wanted, tiny.outreach_stamp)
    apply_changes(tiny.root, {"data/sources.yml": {"replace": [["Sổ tay", "Sổ"]]}})
    assert fingerprint(tiny, ("x",)) != wanted


def test_old_kit_stays_while_the_content_is_wrong(
    tiny: ProjectPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    """Problems are printed with their place, and what was there is still there."""
    assert outreach(tiny) == 0
    before = files_in(tiny.outreach)
    change = ["báo cho tổ làm vườn", "báo cho BQL"]
    apply_changes(tiny.root, {"data/bulletins.yml": {"replace": [change]}})
    assert outreach(tiny) == 1
    assert "data/bulletins.yml:14" in capsys.readouterr().out
    assert files_in(tiny.outreach) == before
    assert not tiny.outreach_beside.exists()


def test_draft_is_not_read_out(tiny: ProjectPaths) -> None:
    """What nobody has approved is left out, as on the site."""
    change = ["- id: nam-nam\n", "- id: nam-nam\n  status: draft\n"]
    apply_changes(tiny.root, {"data/bulletins.yml": {"replace": [change]}})
    assert outreach(tiny) == 0
    assert not list(tiny.outreach.rglob("*.txt"))


def test_unit_without_station_is_misuse(
    tiny: ProjectPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--unit` names a unit that has an entry in data/stations."""
    assert outreach(tiny, "--unit", "luong-mot") == 0
    assert outreach(tiny, "--unit", "luong-hai") == 2
    assert "luong-mot" in capsys.readouterr().err


def test_any_command_can_be_the_voice(tiny: ProjectPaths) -> None:
    """A configured command gets the text and writes the sound; it is asked once for a text."""
    script = tiny.root / "voice.py"
    script.write_text(
        "import pathlib, sys\nsaid, sound = map(pathlib.Path, sys.argv[1:])\n"
        "log = pathlib.Path(__file__).with_name('log')\n"
        "log.write_text((log.read_text() if log.exists() else '') + 'x')\n"
        "sound.write_bytes(b'RIFF' + said.read_bytes())\n",
        encoding="utf-8",
    )
    voice = f"{sys.executable} {script} {{text}} {{sound}}"
    assert outreach(tiny, "--voice", voice, "--sound", "mp3") == 0
    folder = tiny.outreach / STATION
    text = (folder / "nam-nam-01-phut.txt").read_bytes()
    assert (folder / "nam-nam-01-phut.mp3").read_bytes() == b"RIFF" + text
    shutil.rmtree(tiny.outreach)
    assert outreach(tiny, "--voice", voice, "--sound", "mp3") == 0
    assert (tiny.root / "log").read_text() == "x"


def test_broken_voice_is_told(tiny: ProjectPaths, capsys: pytest.CaptureFixture[str]) -> None:
    """A voice that fails, is not there or has no places is misuse, in a sentence."""
    failing = f"{sys.executable} -c 'import sys; sys.exit(\"no paper\")' {{text}} {{sound}}"
    assert outreach(tiny, "--voice", failing) == 2
    assert "no paper" in capsys.readouterr().err
    assert outreach(tiny, "--voice", "no-such-voice {text} {sound}") == 2
    assert outreach(tiny, "--voice", "cat") == 2
    assert "{sound}" in capsys.readouterr().err
    assert not tiny.outreach.exists()


def stand_in(folder: Path, name: str, does: str) -> None:
    """Put a program on a path that notes how it was asked and writes its last argument."""
    program = folder / name
    program.write_text(
        f"#!{sys.executable}\nimport pathlib, sys\n"
        "asked, target = sys.argv[1:], pathlib.Path(sys.argv[-1])\n"
        f"pathlib.Path(__file__).with_suffix('.log').write_text(' '.join(asked))\n{does}\n",
        encoding="utf-8",
    )
    program.chmod(0o755)


@pytest.fixture(name="programs")
def fixture_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder of programs, with a voice that writes waves."""
    folder = tmp_path / "programs"
    folder.mkdir()
    stand_in(folder, "espeak-ng", "target.write_bytes(b'waves')")
    monkeypatch.setenv("PATH", str(folder))
    return folder


@pytest.mark.parametrize("encoder", ["lame", "ffmpeg"])
def test_installed_programs_need_no_configuration(
    tiny: ProjectPaths, programs: Path, encoder: str
) -> None:
    """`--audio` finds a voice and whatever makes MP3: one channel, and the file says its edition
    and the hash of its text (O6, O13).
    """
    does = "wave = next(one for one in asked if one.endswith('.wav'))"
    stand_in(programs, encoder, f"{does}\ntarget.write_bytes(b'mp3 ' + open(wave, 'rb').read())")
    assert outreach(tiny, "--audio") == 0
    assert (tiny.outreach / STATION / "nam-nam-01-phut.mp3").read_bytes() == b"mp3 waves"
    assert "-v vi" in (programs / "espeak-ng.log").read_text(encoding="utf-8")
    asked = (programs / f"{encoder}.log").read_text(encoding="utf-8")
    assert "-m m" in asked or "-ac 1" in asked
    listed = json.loads((tiny.outreach / "list.json").read_text(encoding="utf-8"))["files"]
    mark = next(one["mark"] for one in listed if one["path"].endswith(".mp3"))
    assert f"20240106-1, ngày 06/01/2024, mã nội dung {mark}" in asked


@pytest.mark.usefixtures("programs")
def test_without_encoder_sound_is_waves_and_says_so(
    tiny: ProjectPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    """A voice alone gives WAV, and a word about what to install for MP3."""
    assert outreach(tiny, "--audio") == 0
    assert (tiny.outreach / STATION / "nam-nam-01-phut.wav").read_bytes() == b"waves"
    assert "lame" in capsys.readouterr().err


def test_broken_encoder_is_told(
    tiny: ProjectPaths, programs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The program that failed is named, with what it said."""
    stand_in(programs, "lame", "sys.exit('no space left')")
    assert outreach(tiny, "--audio") == 2
    said = capsys.readouterr().err
    assert "lame" in said
    assert "no space left" in said


@pytest.mark.skipif(
    shutil.which("espeak-ng") is None,
    reason="NOT CHECKED: espeak-ng is not installed (apt-get install espeak-ng)",
)
def test_espeak_reads_aloud(tiny: ProjectPaths, monkeypatch: pytest.MonkeyPatch) -> None:
    """With espeak-ng installed `--audio` gives sound of about the promised length."""
    monkeypatch.setattr("microsite.outreach.sound._ENCODERS", {})
    assert outreach(tiny, "--audio") == 0
    with wave.open(str(tiny.outreach / STATION / "nam-nam-01-phut.wav")) as sound:
        assert sound.getnchannels() == 1
        assert 40 < sound.getnframes() / sound.getframerate() < 80


def test_without_espeak_audio_is_misuse(
    tiny: ProjectPaths, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A machine without the program says so and what to do; it does not leave sound out quietly."""
    monkeypatch.setattr("microsite.outreach.sound._PROGRAM", "no-such-voice")
    assert outreach(tiny, "--audio") == 2
    assert "espeak-ng" in capsys.readouterr().err


def test_every_channel_has_a_name() -> None:
    """The page can name each channel of the registry."""
    for name in CHANNELS:
        assert load_words("vi")(f"outreach.channel.{name}")
