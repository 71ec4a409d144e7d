"""One form for every data file and front matter, and nothing lost on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import REPO
from golden_files import read_case, write_case
from microsite.cli import main
from microsite.load.markdown import parse_page
from microsite.load.yaml_files import parse_yaml
from microsite.paths import ProjectPaths
from microsite.upkeep.fmt import Formed, content_files, form_all, write
from microsite.upkeep.form import Refused, form_data, form_page
from microsite.upkeep.order import same
from microsite.wording.problems import describe

CASES = sorted((REPO / "tests" / "golden" / "fmt").glob("*.yml"))


def form(text: str, file: str) -> str:
    """Bring ``text`` into form as the file of that name."""
    text = text.replace("\r\n", "\n")
    if file.endswith(".md"):
        return form_page(text, file=file)
    return form_data(text, file=file, collection=file.removesuffix(".yml"))


def said(text: str, file: str) -> tuple[object, str]:
    """Return what a file says: its values, and the words of a page."""
    if not file.endswith(".md"):
        root, _ = parse_yaml(text, file)
        return (None if root is None else same(root)), ""
    page, _ = parse_page(text.replace("\r\n", "\n"), file=file, lang="vi", path="")
    return (None if page.meta is None else same(page.meta)), page.body.rstrip("\n")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_form(path: Path, *, update_golden: bool) -> None:
    """Each case gets its form or its reasons; the form says the same and is a fixed point."""
    case = read_case(path)
    result: dict[str, object]
    try:
        result = {"after": form(case["before"], case["file"])}
    except Refused as refused:
        result = {
            "problems": [
                {
                    "code": one.code,
                    **{lang: str(describe(one, lang, case["before"])) for lang in ("vi", "en")},
                }
                for one in refused.problems
            ]
        }
    if update_golden:
        kept = {name: case[name] for name in ("rule", "file", "before")}
        write_case(path, kept | result)
        case = kept | result
    assert {name: value for name, value in case.items() if name in ("after", "problems")} == result
    if "after" in case:
        assert form(case["after"], case["file"]) == case["after"]
        assert said(case["after"], case["file"]) == said(case["before"], case["file"])


def test_content_is_in_form(capsys: pytest.CaptureFixture[str]) -> None:
    """The real content and the tiny project are in form; if not, the command to run is told."""
    for project in (REPO, REPO / "tests" / "fixtures" / "tiny"):
        code = main(["--root", str(project), "fmt", "--check"])
        out = capsys.readouterr().out
        assert code == 0, f"{out}\n.venv/bin/microsite --root {project} fmt"


def test_fmt_repairs_what_check_reports(
    tiny: ProjectPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    """`fmt --check` names the file and changes nothing; `fmt` repairs it once."""
    events = tiny.data / "events.yml"
    good = events.read_bytes()
    events.write_bytes(b"\xef\xbb\xbf" + good.replace(b"\n", b"\r\n") + b"\r\n\r\n")
    before = events.read_bytes()
    assert main(["--root", str(tiny.root), "fmt", "--check"]) == 1
    out = capsys.readouterr().out
    assert "Chưa đúng dạng: data/events.yml" in out
    assert out.endswith("→ .venv/bin/microsite fmt\n")
    assert events.read_bytes() == before
    assert main(["--root", str(tiny.root), "fmt", str(events)]) == 0
    assert events.read_bytes() == good
    assert main(["--root", str(tiny.root), "fmt", "--check"]) == 0


def test_refused_file_stays_and_the_others_are_formed(
    tiny: ProjectPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that cannot be formed without loss is left alone, with its line shown; exit code 1."""
    events, voices = tiny.data / "events.yml", tiny.data / "voices.yml"
    good = voices.read_bytes()
    events.write_bytes(events.read_bytes() + b"# a\n- id: x # b\n")
    voices.write_bytes(good + b"\n\n")
    before = events.read_bytes()
    assert main(["--root", str(tiny.root), "fmt", "--lang", "en"]) == 1
    out = capsys.readouterr().out
    assert "| - id: x # b\n      |         ^^^\n" in out
    assert "Left as it is: data/events.yml" in out
    assert (events.read_bytes(), voices.read_bytes()) == (before, good)


def test_failed_write_leaves_the_old_file(
    tiny: ProjectPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the disk refuses, the old file is whole and nothing lies beside it."""
    events = tiny.data / "events.yml"
    before, names = events.read_bytes(), sorted(tiny.data.iterdir())

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write(Formed(events, "data/events.yml", "", new="other"))
    assert (events.read_bytes(), sorted(tiny.data.iterdir())) == (before, names)


def test_only_the_files_asked_for(tiny: ProjectPaths) -> None:
    """A name that is no content is misuse, and nothing is written."""
    assert main(["--root", str(tiny.root), "fmt", str(tiny.config)]) == 2
    assert all(one.new is None for one in form_all(tiny, content_files(tiny)))
