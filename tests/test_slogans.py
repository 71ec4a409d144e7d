"""Slogans come only from the approved list: document number, day, approver (O9)."""

from __future__ import annotations

from changes import apply_changes
from conftest import REPO
from microsite.check.directives import DIRECTIVES
from microsite.checking import check_project
from microsite.model.learning import Slogan
from microsite.paths import ProjectPaths
from microsite.preparing import prepare

DOCUMENT = (
    "kind: slogan\n  document:\n    number: 12-HD/BT\n    date: 2020-01-05\n    approver: Ban mẫu"
)


def test_slogan_is_drawn_with_its_document(tiny: ProjectPaths) -> None:
    """A listed slogan stands with number, day and approver, in the page's language."""
    apply_changes(tiny.root, {"data/slogans.yml": {"replace": [["kind: theme", DOCUMENT]]}})
    assert check_project(tiny)[1] == ()
    prepare(tiny)
    page = (tiny.staged / "vi" / "vuon" / "index.md").read_text(encoding="utf-8")
    said = page.split("“Thêm cây”")[1].split("</li>")[0]
    assert "Theo văn bản 12-HD/BT ngày 05/01/2020, Ban mẫu duyệt." in said


def test_page_cannot_say_a_slogan_of_its_own() -> None:
    """The directive takes no words: what it draws is in the list, or nowhere."""
    assert DIRECTIVES["slogans"].options == {}
    assert DIRECTIVES["slogans"].collection == ""


def test_real_slogans_have_a_document_or_are_none() -> None:
    """Of the real list, what calls itself a slogan has its document, and all name where they were
    read.
    """
    content, _ = check_project(ProjectPaths(REPO))
    for entry in content.of("slogans"):
        assert isinstance(entry.value, Slogan)
        assert entry.value.sources
        assert entry.value.origin.vi
        assert entry.value.kind == "theme" or entry.value.document
