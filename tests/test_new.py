"""`microsite new`: what editors add is valid, stands in its place, and touches nothing else."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterable
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml

from changes import apply_changes
from microsite.checking import check_project
from microsite.cli import main
from microsite.paths import ProjectPaths
from microsite.upkeep.files import write_files
from microsite.upkeep.kinds import KINDS, PAGE
from photographs import corners, exif, written

CASES = sorted((Path(__file__).parent / "golden" / "new").glob("*.yml"))
TALKS = [*product(sorted((Path(__file__).parent / "golden" / "asked").glob("*.yml")), ("vi", "en"))]
EVENT = (
    "date=2016-01",
    "topic=economy",
    "title.vi=Làm cầu",
    "text.vi=Hai luống đi lại được.",
    "sources=so-tay",
)


class Terminal(io.StringIO):
    """Somebody at a terminal who types these lines and then stays silent."""

    def isatty(self) -> bool:
        """It is a terminal."""
        return True


def new(paths: ProjectPaths, *arguments: str, lang: str = "vi") -> int:
    """Run `microsite new`."""
    return main(["--root", str(paths.root), "new", *arguments, "--lang", lang])


def type_lines(monkeypatch: pytest.MonkeyPatch, lines: Iterable[str]) -> None:
    """Let somebody type ``lines``."""
    monkeypatch.setattr("sys.stdin", Terminal("".join(f"{line}\n" for line in lines)))


def files_of(paths: ProjectPaths) -> dict[str, bytes]:
    """Read everything that people write in a project."""
    return {
        path.relative_to(paths.root).as_posix(): path.read_bytes()
        for folder in (paths.data, paths.docs)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def added(before: bytes, after: bytes) -> str:
    """Return the text put into a file. Raises AssertionError when anything else differs."""
    old = before.decode().splitlines(keepends=True)
    fresh = after.decode().splitlines(keepends=True)
    start = next((i for i, (a, b) in enumerate(zip(old, fresh, strict=False)) if a != b), len(old))
    count = len(fresh) - len(old)
    while fresh[:start] + fresh[start + count :] != old:
        start -= 1
        assert start >= 0, "something but the new entry has changed"
    return "".join(fresh[start : start + count])


def test_every_kind_has_a_case() -> None:
    """Whatever can be added is tried below."""
    assert {path.stem for path in CASES} == {*KINDS, PAGE}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_kind_is_written_as_its_neighbours(
    path: Path, tiny: ProjectPaths, *, update_golden: bool
) -> None:
    """Answers become an entry in the right place of the right file; the rest of the project stays
    as it was, byte for byte, and the check finds nothing.
    """
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    apply_changes(tiny.root, case.get("files", {}))
    before = files_of(tiny)
    place = [case["place"]] if "place" in case else []
    assert new(tiny, path.stem, *place, "--answers", *case["answers"]) == 0
    after = files_of(tiny)
    assert set(before) <= set(after)
    written = {
        name: added(before.get(name, b""), content).splitlines()
        for name, content in after.items()
        if content != before.get(name)
    }
    if update_golden:
        case["written"] = written
        text = yaml.safe_dump(case, allow_unicode=True, sort_keys=False, width=120)
        path.write_text(text, encoding="utf-8")
    assert written == case["written"]
    assert check_project(tiny)[1] == ()


@pytest.mark.parametrize(
    ("path", "lang"), [pytest.param(path, lang, id=f"{path.stem}-{lang}") for path, lang in TALKS]
)
def test_conversation_reads_as_written(  # noqa: PLR0913  # the terminal has three sides
    path: Path,
    lang: str,
    tiny: ProjectPaths,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    *,
    update_golden: bool,
) -> None:
    """A field is asked by its name in the editor's language, with its key in brackets, what it is
    and an example; choices, and fields that one may add, have names too. ``⏎`` is an answer.
    """
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    answers = iter(case["typed"])

    def hear(asked: str) -> str:
        answer = next(answers)
        sys.stdout.write(f"{asked}{answer}⏎\n")
        return str(answer)

    type_lines(monkeypatch, [])
    monkeypatch.setattr("builtins.input", hear)
    assert new(tiny, path.stem, lang=lang) == 0
    out = re.sub(r"(published|reviewed): \d{4}-\d\d-\d\d", r"\1: …", capsys.readouterr().out)
    said = [line.rstrip() for line in out.splitlines()]
    if update_golden:
        case[lang] = said
        text = yaml.safe_dump(case, allow_unicode=True, sort_keys=False, width=400)
        path.write_text(text, encoding="utf-8")
    assert said == case[lang]


def test_missing_answers_are_listed(
    tiny: ProjectPaths, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a terminal nothing is asked: every missing field is named, nothing is written, 2."""
    monkeypatch.setattr("sys.stdin", io.StringIO())
    before = files_of(tiny)
    assert new(tiny, "quiz", "--answers", "level=1", "wrong.0.vi=một", lang="en") == 2
    said = capsys.readouterr().err
    fields = [line.split(":")[0].strip() for line in said.splitlines()[1:-1]]
    assert fields == [
        "Section of the site [section]",
        "Question · Vietnamese [question.vi]",
        "Right answer · Vietnamese [right.vi]",
        "Three wrong answers [wrong]",
        "Why it is right · Vietnamese [explain.vi]",
        "Sources [sources]",
    ]
    assert files_of(tiny) == before


def test_wrong_answers_are_refused_together(
    tiny: ProjectPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every wrong answer is told at once, with the nearest right one; nothing is written."""
    before = files_of(tiny)
    answers = ["date=1/2016", "topic=economi", *EVENT[2:4], "sources=so-ta", "titel.vi=A"]
    assert new(tiny, "event", "--answers", *answers) == 1
    said = capsys.readouterr().out
    assert [line for line in said.splitlines() if not line.startswith(" ")] == [
        "date",
        "topic",
        "titel",
        "sources",
    ]
    assert "“economy”" in said
    assert "“so-tay”" in said
    assert files_of(tiny) == before


def test_nothing_is_overwritten(tiny: ProjectPaths, capsys: pytest.CaptureFixture[str]) -> None:
    """An id or a page that exists is refused, and an id made of a title avoids those taken."""
    before = files_of(tiny)
    assert new(tiny, "event", "--answers", *EVENT, "id=lap-vuon") == 1
    assert "data/events.yml:2" in capsys.readouterr().out
    page = ("--answers", "title=Vườn", "summary=Vườn.")
    assert new(tiny, "page", "vuon/index.md", *page) == 1
    assert files_of(tiny) == before
    for _ in range(2):
        assert new(tiny, "event", "--answers", *EVENT) == 0
    assert b"- id: lam-cau\n" in files_of(tiny)["data/events.yml"]
    assert b"- id: lam-cau-2\n" in files_of(tiny)["data/events.yml"]


def test_wrong_answer_is_asked_again(
    tiny: ProjectPaths, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the terminal a wrong answer is explained and asked again; a number picks from a list, and
    Enter takes the suggested id and file.
    """
    lines = ["1/2016", "2016-01", "77", "5", "", "Làm cầu", "", "Hai luống đi lại được.", ""]
    lines += ["", "so-ta", "so-tay", "", "confidence", "2", "", "", ""]
    type_lines(monkeypatch, lines)
    assert new(tiny, "event") == 0
    said = capsys.readouterr().out
    assert said.count("✗") == 3
    assert "Có phải ý bạn là “so-tay”?" in said
    assert "5. economy – Kinh tế" in said
    assert "Chỗ này không bỏ trống được." in said
    content, problems = check_project(tiny)
    assert problems == ()
    event: Any = content.ids("events")["lam-cau"].value
    assert (str(event.date), event.topic, event.confidence) == ("2016-01", "economy", "medium")


def test_photograph_suggests_its_file_and_its_day(
    tiny: ProjectPaths, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file that waits for its words and the day that the camera tells are suggested; Enter
    takes them, and nothing is taken in silence.
    """
    file = tiny.media / "photos" / "loi-vao.jpg"
    file.parent.mkdir(parents=True)
    file.write_bytes(written(corners(800, 600), exif=exif(day="2021:03:09 10:11:12")))
    lines = ["", "Lối vào giữa hai luống", "", "Vườn mở cửa.", "", "Cổng vườn", "", ""]
    type_lines(monkeypatch, [*lines, "Người chụp mẫu", "CC BY 4.0", "2", "", "", ""])
    assert new(tiny, "photo") == 0
    said = capsys.readouterr().out
    assert "::gallery{ids=loi-vao}" in said
    content, problems = check_project(tiny)
    assert problems == ()
    photo: Any = content.ids("photos")["loi-vao"].value
    assert (photo.file, str(photo.date)) == ("loi-vao.jpg", "2021-03-09")


def test_groups_are_asked_until_enough(tiny: ProjectPaths, monkeypatch: pytest.MonkeyPatch) -> None:
    """A list of groups is asked group by group: readings as many as one likes, wrong answers of a
    quiz exactly three.
    """
    lines = ["2", "vuon", "Có mấy luống?", "", "3", "", "1", "", "2", "", "4", ""]
    type_lines(monkeypatch, [*lines, "Sổ tay ghi vậy.", "", "so-tay", "", "", "co-may-luong", ""])
    assert new(tiny, "quiz") == 0
    lines = ["economy", "Số luống", "", "Đếm cuối năm", "", "luống", "", "up", "", "", "2015", "3"]
    lines += ["so-tay", "", "có", "2016", "4", "so-tay", "", "không", "", "", ""]
    type_lines(monkeypatch, lines)
    assert new(tiny, "indicator") == 0
    content, problems = check_project(tiny)
    assert problems == ()
    quiz: Any = content.ids("quiz")["co-may-luong"].value
    assert [wrong.vi for wrong in quiz.wrong] == ["1", "2", "4"]
    indicator: Any = content.ids("indicators")["so-luong"].value
    assert [reading.year for reading in indicator.series] == [2015, 2016]


def test_page_is_asked_with_its_translation_and_menu(
    tiny: ProjectPaths, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page asks its path until it is free, offers the translation, and asks before the menu."""
    lines = ["vuon/index", "vuon/Cây cầu", "Cây cầu", "Cầu dài 12 m.", "Một cây cầu nhỏ.", "không"]
    type_lines(monkeypatch, [*lines, "không"])
    before = files_of(tiny)
    assert new(tiny, "page") == 0
    after = files_of(tiny)
    assert set(after) - set(before) == {"docs/vi/vuon/cay-cau.md"}
    assert after["data/site.yml"] == before["data/site.yml"]
    assert capsys.readouterr().out.count("✗") == 2


@pytest.mark.parametrize("typed", [0, 3, 7])
def test_leaving_writes_nothing(
    typed: int, tiny: ProjectPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl+C and the end of input at any question leave the project as it was."""
    lines = ["2016-01", "5", "Làm cầu", "", "Hai luống đi lại được.", "", "", "so-tay", ""]
    before = files_of(tiny)
    type_lines(monkeypatch, lines[:typed])
    assert new(tiny, "event") == 130
    answers = iter(lines[:typed])

    def hear(_: str = "") -> str:
        try:
            return next(answers)
        except StopIteration:
            raise KeyboardInterrupt from None

    monkeypatch.setattr("builtins.input", hear)
    assert new(tiny, "event") == 130
    assert files_of(tiny) == before


def test_entry_goes_to_the_file_of_its_like(tiny: ProjectPaths) -> None:
    """Of several files the one of the same topic and nearest in time gets the entry, between its
    neighbours in order of dates; blank lines and comments of the file are kept.
    """
    entry = (
        "- id: {}\n  date: {}\n  topic: {}\n  title: {{vi: A}}\n  text: {{vi: B}}\n"
        "  sources: [so-tay]\n"
    )
    early = [entry.format(f"a{year}", year, "party") for year in (1990, 1992)]
    late = [entry.format(f"b{year}", year, "party") for year in (2010, 2014)]
    other = [entry.format(f"c{year}", year, "economy") for year in (2011, 2013)]
    apply_changes(
        tiny.root,
        {
            "data/events.yml": {"remove": True},
            "data/events/early.yml": {"write": "events:\n" + "".join(early)},
            "data/events/late.yml": {"write": "# đầu tệp\nevents:\n" + "\n# sau\n".join(late)},
            "data/events/other.yml": {"write": "events:\n" + "".join(other)},
        },
    )
    before = files_of(tiny)
    answers = ["date=2012", "topic=party", *EVENT[2:]]
    assert new(tiny, "event", "--answers", *answers) == 0
    after = files_of(tiny)
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"data/events/late.yml"}
    text = after["data/events/late.yml"].decode()
    assert text.index("- id: b2010") < text.index("- id: lam-cau") < text.index("\n# sau\n")
    assert check_project(tiny)[1] == ()


def test_named_file_is_obeyed_and_guarded(
    tiny: ProjectPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    """An editor may name the file, a new one too, but only one of the collection."""
    before = files_of(tiny)
    for wrong in ("data/sources.yml", "../x.yml", "data/events/../sources.yml", "docs/vi/a.yml"):
        assert new(tiny, "event", "--file", wrong, "--answers", *EVENT) == 2
        assert wrong in capsys.readouterr().err
    assert files_of(tiny) == before
    assert new(tiny, "event", "--file", "cau", "--answers", *EVENT) == 0
    assert files_of(tiny)["data/events/cau.yml"].startswith(b"events:\n- id: lam-cau\n")


def test_new_file_names_its_schema(tiny: ProjectPaths) -> None:
    """In a project with schemas a new data file begins with its modeline."""
    assert main(["--root", str(tiny.root), "schema"]) == 0
    assert new(tiny, "event", "--file", "cau", "--answers", *EVENT) == 0
    assert main(["--root", str(tiny.root), "schema", "--check"]) == 0


def test_line_ends_and_missing_last_line_end_are_kept(tiny: ProjectPaths) -> None:
    """A file from Windows stays one, and a last line without end gets its end."""
    path = tiny.data / "glossary.yml"
    text = path.read_text(encoding="utf-8").rstrip("\n")
    path.write_bytes(text.replace("\n", "\r\n").encode())
    assert new(tiny, "term", "--answers", "term.vi=Rãnh", "definition.vi=Đường nước.") == 0
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n") > text.count("\n")
    assert check_project(tiny)[1] == ()


def test_answers_come_from_a_file(tiny: ProjectPaths, tmp_path: Path) -> None:
    """`--from` reads one entry in YAML; letters typed in pieces are joined (NFC)."""
    source = tmp_path / "entry.yml"
    source.write_text("term:\n  vi: Ra\u0303nh\ndefinition:\n  vi: Đường nước.\n", encoding="utf-8")
    assert new(tiny, "term", "--from", str(source)) == 0
    assert "vi: R\u00e3nh\n" in (tiny.data / "glossary.yml").read_text(encoding="utf-8")
    assert new(tiny, "term", "--from", str(tmp_path / "none.yml")) == 2


def test_broken_file_is_not_touched(tiny: ProjectPaths, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is added to a file that cannot be read: it must be mended first."""
    apply_changes(tiny.root, {"data/events.yml": {"append": "  x: [\n"}})
    before = files_of(tiny)
    assert new(tiny, "event", "--answers", *EVENT) == 2
    assert "data/events.yml" in capsys.readouterr().err
    assert files_of(tiny) == before


@pytest.mark.parametrize("pair", ["title", "=x", "title..vi=x", "series.3.year=1", "date=1"])
def test_unreadable_pair_is_misuse(
    pair: str, tiny: ProjectPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    """A pair that says nothing, counts wrong or answers twice ends with 2 and names itself."""
    assert new(tiny, "indicator", "--answers", "date=2", pair) == 2
    assert f"“{pair}”" in capsys.readouterr().err


def test_failed_writing_leaves_no_half(tmp_path: Path) -> None:
    """When one of several files cannot be written, none is, and no temporary file stays."""
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(OSError, match="file"):
        write_files({tmp_path / "a": b"new", tmp_path / "file" / "b": b"new"})
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_words_find_ids_and_choices(
    tiny: ProjectPaths, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who does not know an id types words of the title, without marks too, and is told the ids; a
    choice is known by what the site calls it. Fields that may be added have their names beside.
    """
    lines = ["2016-01", "Kinh tế", "Làm cầu", "", "Hai luống đi lại được.", "", ""]
    type_lines(monkeypatch, [*lines, "so tay", "so-tay", "", "", "", ""])
    assert new(tiny, "event") == 0
    said = capsys.readouterr().out
    assert "Không có mã “so tay”" in said
    assert "    so-tay – Sổ tay" in said
    assert "Nguồn ghi khác nhau [differs]" in said
    assert "topic: economy" in (tiny.data / "events.yml").read_text(encoding="utf-8")


def test_yes_and_no_in_vietnamese(
    tiny: ProjectPaths, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A switch is answered as people speak."""
    lines = ["1/2026/PT", "2026-03-02", "ảnh", "không", "có", "", "", ""]
    type_lines(monkeypatch, lines)
    assert new(tiny, "consent") == 0, capsys.readouterr()
    text = (tiny.data / "consents.yml").read_text(encoding="utf-8")
    assert "  scope: picture\n" in text
    assert "  ethnicity: true\n" in text


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("docs/assets/photos/loi-vao.jpg", "Tệp phải nằm trong docs/assets/photos"),
        ("gia.jpg", "Tệp phải là ảnh JPEG, PNG, WebP hoặc AVIF thật"),
        ("Chợ Phiên.JPG", "Có phải ý bạn là “cho-phien.jpg”?"),
        ("bai.docx", "Tệp Word, PDF không phải ảnh"),
    ],
)
def test_no_photograph_is_said_before_the_questions(
    tiny: ProjectPaths,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    file: str,
    told: str,
) -> None:
    """A file that cannot be shown is refused before anything is asked; a path is taken for its
    file.
    """
    folder = tiny.media / "photos"
    folder.mkdir(parents=True)
    (folder / "gia.jpg").write_bytes(b"PK\x03\x04 Word")
    type_lines(monkeypatch, [])
    assert new(tiny, "photo", file) == 1
    out, err = capsys.readouterr()
    assert told in out + err
    assert "alt.vi" not in out


def test_source_is_not_added_twice(
    tiny: ProjectPaths, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The address of a source that is there leads to its id."""
    address = "https://vuon.test/bai"
    answers = ["title=Bài về vườn", "publisher=Báo vườn", "kind=press", "id=bai-ve-vuon"]
    assert new(tiny, "source", address, "--answers", *answers) == 0
    type_lines(monkeypatch, [])
    assert new(tiny, "source", address) == 2
    assert "bai-ve-vuon: Bài về vườn" in capsys.readouterr().err
