"""What waits for somebody: counted from the content, in two languages and three forms."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from changes import apply_changes
from microsite.check.parse import parse
from microsite.cli import main
from microsite.commands.tables import MOST_ROWS, Table, as_markdown, as_text
from microsite.load.tree import read_content
from microsite.model.settings import Security
from microsite.paths import ProjectPaths
from microsite.upkeep.status import take_status
from microsite.upkeep.status.reviews import add_months
from microsite.wording.catalog import load_words

GOLDEN = Path(__file__).parent / "golden" / "status"
ENDINGS = {"text": "txt", "markdown": "md"}
PLANTED: Mapping[str, Mapping[str, Any]] = {
    # a stale page, and its own review only soon due while all others are overdue
    "docs/vi/index.md": {
        "replace": [["Hỏi thêm ở", "Hỏi tiếp ở"], ["reviewed: 2020-01-03", "reviewed: 2020-02-01"]]
    },
    # a stale entry whose translation was edited in the same go
    "data/models.yml": {
        "replace": [["vi: Ủ phân lá", "vi: Ủ phân lá khô"], ["en: Leaf", "en: Dry leaf"]]
    },
    # a stale entry with the old translation, and an entry of which one text has none
    "data/events.yml": {
        "replace": [
            ["vi: Lập vườn", "vi: Khai vườn"],
            ["    en: Somebody remembers that trees were sold.\n", ""],
        ]
    },
    # a new entry that nobody has confirmed, and a source that nobody cites
    "data/glossary.yml": {
        "append": "- id: cuoc\n  term:\n    vi: Cuốc\n    en: Hoe\n"
        "  definition:\n    vi: Đồ xới đất.\n    en: A tool that turns the soil.\n"
    },
    "data/sources.yml": {
        "append": "- id: thua\n  title: Một tờ | không ai dẫn\n  publisher: Không ai\n"
        "  kind: press\n  date: 1999\n  url: https://garden.test/thua\n"
    },
}


@pytest.fixture(name="planted")
def fixture_planted(tiny: ProjectPaths, capsys: pytest.CaptureFixture[str]) -> ProjectPaths:
    """The tiny project, confirmed, and then changed in every way that status tells."""
    assert main(["--root", str(tiny.root), "translated", "--all"]) == 0
    apply_changes(tiny.root, PLANTED)
    capsys.readouterr()
    return tiny


def status(paths: ProjectPaths, *arguments: str, today: str = "2021-01-10") -> int:
    """Run the command on a day."""
    return main(["--root", str(paths.root), "status", "--today", today, *arguments])


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("form", ["text", "markdown"])
def test_status_in_words(
    planted: ProjectPaths,
    capsys: pytest.CaptureFixture[str],
    lang: str,
    form: str,
    *,
    update_golden: bool,
) -> None:
    """Everything that was planted is told, with the command that repairs it."""
    assert status(planted, "--lang", lang, "--format", form) == 0
    _compare(f"{lang}.{ENDINGS[form]}", capsys.readouterr().out, update=update_golden)


def test_status_for_machines(
    planted: ProjectPaths, capsys: pytest.CaptureFixture[str], *, update_golden: bool
) -> None:
    """JSON has every row, also those that the tables leave out."""
    assert status(planted, "--format", "json") == 0
    out = capsys.readouterr().out
    _compare("status.json", out, update=update_golden)
    told = json.loads(out)
    named = {one["name"]: one["repair"] for one in told["translations"]["waiting"]}
    assert named["models/u-phan"] == ".venv/bin/microsite translated models/u-phan"
    assert named["vuon/index.md"] == "", "what does not exist cannot be confirmed"
    assert [one["id"] for one in told["sources"]["unused"]] == ["thua"]


def test_commands_of_the_table_repair(
    planted: ProjectPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever runs each command that status prints has nothing left but what is missing."""
    status(planted, "--format", "json")
    for one in json.loads(capsys.readouterr().out)["translations"]["waiting"]:
        if one["repair"]:
            _, command, name = one["repair"].split()
            assert main(["--root", str(planted.root), command, name]) == 0
    capsys.readouterr()
    status(planted, "--format", "json")
    waiting = json.loads(capsys.readouterr().out)["translations"]["waiting"]
    assert {one["state"] for one in waiting} == {"missing", "partial"}


def test_one_section(planted: ProjectPaths, capsys: pytest.CaptureFixture[str]) -> None:
    """`--section` leaves only the pages of the section and the collections that lie in it."""
    assert status(planted, "--format", "json", "--section", "so-lieu") == 0
    told = json.loads(capsys.readouterr().out)
    assert {one["path"] for one in told["reviews"]} == {"so-lieu/index.md"}
    assert [one["collection"] for one in told["texts"]["collections"]] == ["indicators"]
    assert told["translations"]["waiting"] == []
    assert status(planted, "--section", "so-lie") == 2
    assert "Các phần: vuon, so-lieu, trang" in capsys.readouterr().err


def test_strict_ends_with_one_while_something_waits(
    tiny: ProjectPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--strict` is 1 for a translation or a review that waits, and for what cannot be read; else
    0. Without it the command only tells.
    """
    section = ("--section", "so-lieu")
    assert status(tiny, "--strict", *section, today="2020-12-01") == 1
    assert main(["--root", str(tiny.root), "translated", "so-lieu/index.md", "so-cay"]) == 0
    assert status(tiny, "--strict", *section, today="2020-12-01") == 0
    assert capsys.readouterr().out.endswith(
        "Mọi bản dịch còn khớp, không trang nào quá hạn rà soát.\n"
    )
    assert status(tiny, "--strict", *section, today="2021-01-03") == 1
    assert status(tiny, *section, today="2021-01-03") == 0
    apply_changes(tiny.root, {"data/events.yml": {"append": "\t- :"}})
    assert status(tiny, "--strict", *section, today="2020-12-01") == 1


def test_broken_content_is_said_and_the_rest_counted(
    tiny: ProjectPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    """Unreadable files stop nothing: a sentence says that something is left out."""
    apply_changes(tiny.root, {"data/site.yml": {"write": "name: [\n"}})
    assert status(tiny) == 0
    assert "microsite check" in capsys.readouterr().out


def test_status_writes_nothing(planted: ProjectPaths) -> None:
    """Telling changes no file."""
    before = {path: path.stat().st_mtime_ns for path in planted.root.rglob("*")}
    status(planted)
    assert {path: path.stat().st_mtime_ns for path in planted.root.rglob("*")} == before


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 11, 23), 12, date(2027, 11, 23)),
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_months_of_unequal_length(day: date, months: int, later: date) -> None:
    """A review that would fall on a day that does not exist is due on the last day before it."""
    assert add_months(day, months) == later


@pytest.mark.parametrize("draw", [as_text, as_markdown])
def test_long_table_is_cut_and_says_so(draw: Any) -> None:
    """Rows beyond the limit are counted, not silently dropped."""
    rows = tuple((f"dòng {number}",) for number in range(MOST_ROWS + 2))
    told = draw(Table("Bảng", ("Tên",), rows, ""), load_words("vi"))
    assert f"dòng {MOST_ROWS - 1}" in told
    assert f"dòng {MOST_ROWS}" not in told
    assert "… và 2 dòng nữa" in told


def test_markdown_holds_what_looks_like_marks() -> None:
    """A bar or a bracket in a title stays a letter in the table."""
    told = as_markdown(Table("Bảng", ("Tên",), (("a | b [c](d)",),), ""), load_words("vi"))
    assert r"| a \| b \[c\](d) |" in told


def _compare(name: str, told: str, *, update: bool) -> None:
    golden = GOLDEN / name
    if update:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("settings", "needs"),
    [
        ({}, ["security"]),
        ({"address": None}, ["address", "security"]),
        ({"security": Security(contact="tel:+84-1", expires=date(2021, 12, 1))}, []),
        ({"security": Security(contact="tel:+84-1", expires=date(2021, 2, 1))}, ["security-ends"]),
    ],
)
def test_what_the_owner_must_still_say(
    tiny: ProjectPaths, settings: dict[str, object], needs: list[str]
) -> None:
    """The address, a contact for security holes, and that contact again before it ends."""
    content = parse(read_content(tiny))
    assert content.settings is not None
    told = replace(content, settings=content.settings.model_copy(update=settings))
    assert [one.what for one in take_status(told, date(2021, 1, 10)).hosting] == needs
    assert take_status(told, date(2021, 1, 10), "vuon").hosting == ()
