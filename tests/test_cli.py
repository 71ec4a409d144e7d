"""The command: exit codes, messages in two languages, JSON for machines."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from changes import apply_changes
from microsite.cli import NOT_READ, main
from microsite.commands.printing import paint_for_terminal
from microsite.paths import ProjectPaths

MISTAKE = {"data/events.yml": {"replace": [["topic: formation", "topic: formatio"]]}}


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """Run the command; return its exit code and what it printed."""
    code = main(arguments)
    return code, capsys.readouterr().out


def test_sound_content_ends_with_zero(
    tiny: ProjectPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    """`check` on sound content says how much it checked and ends with 0."""
    code, out = run(capsys, "--root", str(tiny.root), "check")
    assert (code, out.splitlines()[-1]) == (0, "Lỗi: 0")


def test_mistake_ends_with_one_in_the_asked_language(
    tiny: ProjectPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mistake ends with 1; messages are Vietnamese unless English is asked for."""
    apply_changes(tiny.root, MISTAKE)
    code, vietnamese = run(capsys, "--root", str(tiny.root), "check")
    assert code == 1
    assert "Có phải ý bạn là “formation”?" in vietnamese
    _, english = run(capsys, "--root", str(tiny.root), "check", "--lang", "en")
    assert "Did you mean “formation”?" in english


def test_line_is_shown_with_the_mistake_underlined(
    tiny: ProjectPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    """Under each line stands `^^^` just below the wrong words; no colour outside a terminal."""
    apply_changes(tiny.root, MISTAKE)
    _, out = run(capsys, "--root", str(tiny.root), "check")
    assert "    4 |   topic: formatio\n      |          ^^^^^^^^\n" in out
    assert "\x1b" not in out


def test_colour_only_where_it_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal gets colours unless NO_COLOR is set or it can show none."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert paint_for_terminal(is_terminal=True)("x", "mistake") == "\x1b[1;31mx\x1b[0m"
    assert paint_for_terminal(is_terminal=False)("x", "mistake") == "x"
    monkeypatch.setenv("NO_COLOR", "1")
    assert paint_for_terminal(is_terminal=True)("x", "mistake") == "x"


def test_many_problems_are_counted_after_fifty(
    tiny: ProjectPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    """Fifty problems are told in full, the others are counted by file; JSON has them all."""
    wrong = "".join(f"- id: Sai {number}\n  term: x\n" for number in range(30))
    apply_changes(tiny.root, {"data/glossary.yml": {"append": wrong}, **MISTAKE})
    _, data = run(capsys, "--root", str(tiny.root), "check", "--format", "json")
    count = len(json.loads(data))
    _, out = run(capsys, "--root", str(tiny.root), "check")
    assert out.count("\n  → ") == 50
    assert f"… và {count - 50} lỗi nữa trong data/glossary.yml" in out
    assert f"{count - 1}  data/glossary.yml" in out
    assert f"Lỗi: {count}" in out


def test_github_gets_annotations(tiny: ProjectPaths, capsys: pytest.CaptureFixture[str]) -> None:
    """`--format github` prints one escaped workflow command for each problem and nothing else."""
    apply_changes(
        tiny.root, {"data/events.yml": {"replace": [["topic: formation", "topic: 5%,:x"]]}}
    )
    code, out = run(capsys, "--root", str(tiny.root), "check", "--format", "github", "--lang", "en")
    assert code == 1
    (line,) = out.splitlines()
    head, _, said = line.removeprefix("::error ").partition("::")
    given = dict(part.split("=") for part in head.split(","))
    assert given["file"] == "data/events.yml"
    assert (given["line"], given["col"], given["endColumn"]) == ("4", "10", "15")
    assert given["title"].startswith("Must be one of%3A formation%2C boundaries")
    assert "but got “5%25,:x”%0A→ " in said


def test_json_holds_the_four_parts(tiny: ProjectPaths, capsys: pytest.CaptureFixture[str]) -> None:
    """`--json` gives each problem's place, expectation, value and hint."""
    apply_changes(tiny.root, MISTAKE)
    code, out = run(capsys, "--root", str(tiny.root), "check", "--json", "--lang", "en")
    (problem,) = json.loads(out)
    assert code == 1
    assert (problem["file"], problem["line"], problem["code"], problem["got"]) == (
        "data/events.yml",
        4,
        "not-one-of",
        "formatio",
    )
    assert problem["expected"].startswith("Must be one of")
    assert problem["hint"]
    assert (problem["column"], problem["end_column"]) == (10, 18)
    assert problem["excerpt"][9:17] == "formatio"


def test_build_prints_where_the_site_lies(
    tiny: ProjectPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    """`build` ends with a summary and the path of the site."""
    code, out = run(capsys, "--root", str(tiny.root), "build")
    assert code == 0
    assert "Trang: vi 16, en 16" in out
    assert "Lỗi: 0" in out
    assert out.splitlines()[-1] == f"Trang đã dựng xong: {tiny.site}"


def test_refused_build_keeps_the_site(
    tiny: ProjectPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    """`build` with a mistake prints it, ends with 1 and says that the former site stays."""
    apply_changes(tiny.root, MISTAKE)
    code, out = run(capsys, "--root", str(tiny.root), "build")
    assert code == 1
    assert "Trang cũ trong site/ vẫn giữ nguyên." in out


def test_wrong_folder_is_misuse(tmp_path: object, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder without mkdocs.yml ends with 2 and a sentence."""
    assert main(["--root", str(tmp_path), "check"]) == 2
    assert "mkdocs.yml" in capsys.readouterr().err


def test_a_process_says_all_and_ends_with_its_code(tiny: ProjectPaths) -> None:
    """It ends at once, and nothing of what it said is lost on the way into a pipe."""
    apply_changes(tiny.root, MISTAKE)
    line = [sys.executable, "-m", "microsite", "--root", str(tiny.root), "check", "--json"]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert json.loads(done.stdout)


@pytest.mark.parametrize("command", ["status", "check"])
def test_reader_may_stop_before_the_end(tiny: ProjectPaths, command: str) -> None:
    """When whoever reads the words has gone (`| head`), a command ends without a traceback."""
    line = [sys.executable, "-m", "microsite", "--root", str(tiny.root), command]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == NOT_READ
