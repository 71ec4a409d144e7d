"""A translation remembers what it was made from; when that changes, page and editor are told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from changes import apply_changes
from conftest import TINY
from microsite.check.parse import parse
from microsite.check.translations import Translation, find_translations
from microsite.checking import check_project
from microsite.cli import main
from microsite.engine import build_site
from microsite.load.tree import read_content
from microsite.paths import ProjectPaths
from microsite.pipeline import build
from microsite.preparing import prepare

Changes = Mapping[str, Mapping[str, Any]]

VI, EN = "docs/vi/index.md", "docs/en/index.md"
MODEL = "data/models.yml"
MISSING = {"vuon/index.md": "missing", "glossary/phan-la": "missing"}  # as the fixture has it
PAGE_CHANGE: Changes = {
    VI: {
        "replace": [["Hỏi thêm ở", "Hỏi tiếp ở"], ["reviewed: 2020-01-03", "reviewed: 2020-02-01"]]
    }
}


@pytest.fixture(name="confirmed")
def fixture_confirmed(tiny: ProjectPaths) -> ProjectPaths:
    """The tiny project with every translation confirmed."""
    assert main(["--root", str(tiny.root), "translated", "--all"]) == 0
    return tiny


def states(paths: ProjectPaths) -> dict[str, str]:
    """Return the state of every translation by name."""
    return {one.name: one.state for one in _translations(paths)}


def _translations(paths: ProjectPaths) -> list[Translation]:
    return list(find_translations(parse(read_content(paths))))


def _not_current(paths: ProjectPaths) -> dict[str, str]:
    return {name: state for name, state in states(paths).items() if state != "current"}


def test_nothing_is_taken_for_confirmed(tiny: ProjectPaths) -> None:
    """Until a person says so, a translation is neither current nor stale; a missing one is said."""
    assert states(tiny)["index.md"] == "unconfirmed"
    assert states(tiny)["vuon/index.md"] == "missing"
    assert states(tiny)["models/u-phan"] == "unconfirmed"


def test_confirmed_project_is_sound_and_in_form(
    confirmed: ProjectPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    """Confirming leaves no problem and no file out of form, and a second time writes nothing."""
    _, problems = check_project(confirmed)
    assert problems == ()
    assert _not_current(confirmed) == MISSING
    assert main(["--root", str(confirmed.root), "fmt", "--check"]) == 0
    before = (confirmed.root / EN).read_bytes(), confirmed.translations.read_bytes()
    capsys.readouterr()
    assert main(["--root", str(confirmed.root), "translated", "--all"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Ghi nhận: 0. Tệp đã ghi: 0"
    assert ((confirmed.root / EN).read_bytes(), confirmed.translations.read_bytes()) == before


@pytest.mark.parametrize(
    "changes",
    [
        {VI: {"replace": [["reviewed: 2020-01-03", "reviewed: 2020-05-01"]]}},
        {
            VI: {
                "replace": [
                    ["summary: Trang mẫu về", "summary: 'Trang mẫu\n  về"],
                    ["vườn.\n", "vườn.'\n"],
                ]
            }
        },
        {VI: {"append": "\n\n"}},
        {EN: {"replace": [["The garden has", "This garden has"]]}},
        {"data/events.yml": {"replace": [["topic: formation", "topic: society"]]}},
    ],
    ids=["review date", "front matter folded anew", "blank lines", "translation", "no text"],
)
def test_what_says_nothing_new_makes_nothing_stale(
    confirmed: ProjectPaths, changes: Changes
) -> None:
    """Dates, line breaks and fields without words of the source leave translations current."""
    apply_changes(confirmed.root, changes)
    assert _not_current(confirmed) == MISSING


@pytest.mark.parametrize("old", ["Vườn mẫu", "Trang mẫu về một khu vườn", "Hỏi thêm ở"])
def test_new_words_of_a_page_make_its_translation_stale(confirmed: ProjectPaths, old: str) -> None:
    """Title, summary and body all count, and only that page is stale."""
    apply_changes(confirmed.root, {VI: {"replace": [[old, "Chữ khác"]]}})
    assert _not_current(confirmed) == {"index.md": "stale", **MISSING}


def test_new_words_of_an_entry_make_it_stale(confirmed: ProjectPaths) -> None:
    """One changed text is enough; when its translation changed too, that is only told."""
    apply_changes(confirmed.root, {MODEL: {"replace": [["Ủ phân", "Ủ phân xanh"]]}})
    (one,) = [one for one in _translations(confirmed) if one.state == "stale"]
    assert (one.name, one.has_changed) == ("models/u-phan", False)
    apply_changes(confirmed.root, {MODEL: {"replace": [["en: Leaf compost", "en: Green compost"]]}})
    (one,) = [one for one in _translations(confirmed) if one.state == "stale"]
    assert (one.name, one.has_changed) == ("models/u-phan", True)


def test_lost_translation_is_a_gap_and_not_stale(confirmed: ProjectPaths) -> None:
    """When one text of an entry loses its translation, the source has not changed."""
    apply_changes(confirmed.root, {MODEL: {"replace": [["    en: One heap a year.\n", ""]]}})
    assert _not_current(confirmed) == {"models/u-phan": "partial", **MISSING}


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("index.md", "index.md"),
        ("docs/en/index.md", "index.md"),
        ("docs/vi/index.md", "index.md"),
        ("models/u-phan", "models/u-phan"),
        ("u-phan", "models/u-phan"),
        ("site", "site"),
    ],
)
def test_editor_names_a_page_or_an_entry(tiny: ProjectPaths, name: str, meant: str) -> None:
    """A path with or without its folder, an id with or without its collection: only that one is
    confirmed.
    """
    assert main(["--root", str(tiny.root), "translated", name]) == 0
    assert [one for one, state in states(tiny).items() if state == "current"] == [meant]


def test_only_one_line_of_the_page_changes(tiny: ProjectPaths) -> None:
    """The mark is the last line of the front matter; line ends and all other bytes stay."""
    path = tiny.root / EN
    before = path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(before)
    assert main(["--root", str(tiny.root), "translated", "index.md"]) == 0
    lines = path.read_bytes().split(b"\r\n")
    (mark,) = [line for line in lines if line.startswith(b"translates:")]
    assert lines[lines.index(mark) + 1] == b"---"
    lines.remove(mark)
    assert b"\r\n".join(lines) == before


def test_wrong_name_writes_nothing(tiny: ProjectPaths, capsys: pytest.CaptureFixture[str]) -> None:
    """One wrong name among right ones: exit code 2, the nearest name, and no file is touched."""
    before = (tiny.root / EN).read_bytes()
    assert main(["--root", str(tiny.root), "translated", "index.md", "u-phann"]) == 2
    assert "u-phann" in capsys.readouterr().err
    assert main(["--root", str(tiny.root), "translated", "models/u-phann"]) == 2
    assert "models/u-phan?" in capsys.readouterr().err
    assert main(["--root", str(tiny.root), "translated", "vuon/index.md"]) == 2
    assert "chưa có bản dịch" in capsys.readouterr().err
    assert main(["--root", str(tiny.root), "translated"]) == 2
    assert (tiny.root / EN).read_bytes() == before
    assert not tiny.translations.exists()


def test_register_forgets_what_is_gone(confirmed: ProjectPaths) -> None:
    """A deleted entry leaves the register at the next confirmation, one that is broken stays."""
    apply_changes(
        confirmed.root,
        {
            "data/glossary.yml": {"remove": True},
            MODEL: {"replace": [["field: environment", "field: environ"]]},
            VI: PAGE_CHANGE[VI],
        },
    )
    assert "glossary/" in confirmed.translations.read_text(encoding="utf-8")
    assert main(["--root", str(confirmed.root), "translated", "index.md"]) == 0
    register = confirmed.translations.read_text(encoding="utf-8")
    assert "glossary/" not in register
    assert "models/u-phan " in register


def test_stale_page_says_so_with_its_days(confirmed: ProjectPaths) -> None:
    """A reader of a stale page learns near its top that the source has changed, on which days both
    were reviewed, and gets the way to the source; a current page says nothing.
    """
    apply_changes(confirmed.root, PAGE_CHANGE)
    build(confirmed, build_site)
    home = (confirmed.site / "en/index.html").read_text(encoding="utf-8")
    notice = home.partition('class="ms-fallback"')[2].partition("</div>")[0]
    assert "has changed since this translation was last checked" in notice
    assert "Vietnamese page on 1 February 2020, this translation on 3 January 2020" in notice
    assert 'href="../index.html" hreflang="vi"' in notice
    assert home.index('class="ms-fallback"') < home.index("The garden has")
    other = (confirmed.site / "en/so-lieu/index.html").read_text(encoding="utf-8")
    assert "ms-fallback" not in other


def test_stale_entry_says_so_without_days(confirmed: ProjectPaths) -> None:
    """An entry has no review dates, so its page invents none; the source page has no notice."""
    apply_changes(confirmed.root, {MODEL: {"replace": [["Ủ phân", "Ủ phân xanh"]]}})
    prepare(confirmed)
    page = (confirmed.staged / "en/cach-lam/u-phan.md").read_text(encoding="utf-8")
    (line,) = [line for line in page.splitlines() if line.startswith("stale:")]
    said = "The Vietnamese text has changed since this translation was last checked against it."
    assert line == f'stale: "{said}"'
    assert "\nstale:" not in (confirmed.staged / "vi/cach-lam/u-phan.md").read_text("utf-8")


def test_paper_says_which_of_its_pages_is_stale(confirmed: ProjectPaths) -> None:
    """Where pages of a section are printed together, the notice stands under the stale one's name
    only.
    """
    second = (TINY / "docs/en/so-lieu/index.md").read_text(encoding="utf-8")
    apply_changes(
        confirmed.root,
        {
            "data/site.yml": {
                "replace": [["  - so-lieu/index.md", "  - so-lieu/index.md\n  - so-lieu/hai.md"]]
            },
            "docs/vi/so-lieu/hai.md": {"write": second},
            "docs/en/so-lieu/hai.md": {"write": second},
            "docs/vi/so-lieu/index.md": {"replace": [["Mỗi con số có", "Con số nào cũng có"]]},
        },
    )
    prepare(confirmed)
    paper = (confirmed.staged / "en/so-lieu/in-ca-muc.md").read_text(encoding="utf-8")
    first, _, other = paper.partition("{#trang-hai}")
    assert "The Vietnamese text has changed" in first.partition("{#trang-index}")[2]
    assert "has changed" not in other
    paper = (confirmed.staged / "vi/so-lieu/in-ca-muc.md").read_text(encoding="utf-8")
    assert "ms-fallback" not in paper
