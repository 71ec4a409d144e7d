"""Approval: readers see only what was approved, previews show the rest and say so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.config import load_config

from changes import apply_changes
from conftest import TINY
from microsite.check.languages import find_gaps
from microsite.check.release import release
from microsite.checking import check_project
from microsite.cli import main
from microsite.engine import MicrositePlugin, build_site
from microsite.model.approval import Approvable
from microsite.model.site import COLLECTIONS
from microsite.paths import ProjectPaths
from microsite.pipeline import build
from microsite.preparing import prepare

RIBBON = 'class="ms-ribbon"'
MARK = '<span class="ms-status">Bản nháp – chưa duyệt</span>'
PAGE = """---
status: {status}
title: {title}
summary: Một cây cầu nhỏ.
author: to-vuon
published: 2020-01-02
reviewed: 2020-01-03
review_in: 12
---

Cầu bằng gỗ.
"""
# every kind of entry that nothing else in the tiny project needs, and a page in the menu
DRAFTS = {
    "data/events.yml": {"replace": [["- id: lap-vuon\n", "- id: lap-vuon\n  status: draft\n"]]},
    "data/quiz.yml": {
        "replace": [["- id: nam-lap-vuon\n", "- id: nam-lap-vuon\n  status: draft\n"]]
    },
    "data/slogans.yml": {"replace": [["- id: them-cay\n", "- id: them-cay\n  status: draft\n"]]},
    "data/voices.yml": {
        "replace": [["- id: loi-to-truong\n", "- id: loi-to-truong\n  status: draft\n"]]
    },
    "data/culture.yml": {
        "append": (
            "- id: ho-nuoc\n  status: draft\n  kind: landmark\n  title:\n    vi: Hồ nước nháp\n"
            "  text:\n    vi: Hồ ở cuối vườn.\n  place:\n    vi: Cuối vườn\n"
            "  sources:\n  - so-tay\n"
        )
    },
    "data/glossary.yml": {"replace": [["- id: phan-la\n", "- id: phan-la\n  status: draft\n"]]},
    "docs/vi/vuon/cau.md": {"write": PAGE.format(status="draft", title="Cây cầu nháp")},
    "data/site.yml": {
        "replace": [
            ["  - vuon/index.md\n", "  - vuon/index.md\n  - vuon/cau.md\n"],
            ["footer_pages:\n", "footer_pages:\n- vuon/cau.md\n"],
        ]
    },
}
TRIED = sorted(
    name
    for name, model in COLLECTIONS.items()
    if issubclass(model, Approvable) and (TINY / "data" / f"{name}.yml").is_file()
)
HIDDEN = ("Lập vườn", "Vườn lập năm nào?", "Thêm cây", "Mong vườn", "Hồ nước", "Phân ủ", "Cây cầu")


@pytest.fixture(name="drafted")
def fixture_drafted(tiny: ProjectPaths) -> ProjectPaths:
    """The tiny project with drafts of many kinds."""
    apply_changes(tiny.root, DRAFTS)
    return tiny


def texts(site: Path) -> Iterator[tuple[str, str]]:
    """Yield name and text of every file of a site that holds words."""
    for path in sorted(site.rglob("*")):
        if path.suffix in (".html", ".js", ".json", ".csv", ".xml"):
            yield path.relative_to(site).as_posix(), path.read_text(encoding="utf-8")


def test_production_holds_only_what_is_approved(
    drafted: ProjectPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    """Drafts are in no page, no list, no menu, no search file; the check that finds nothing wrong
    foretells a build that works.
    """
    assert check_project(drafted)[1] == ()
    assert main(["--root", str(drafted.root), "build"]) == 0
    assert "Mục và trang chưa duyệt: 8 " in capsys.readouterr().out
    found = [
        (name, words) for name, text in texts(drafted.site) for words in HIDDEN if words in text
    ]
    assert found == []
    assert not (drafted.site / "vuon" / "cau.html").exists()
    assert RIBBON not in (drafted.site / "cay" / "cay-ban.html").read_text(encoding="utf-8")


def test_preview_shows_drafts_and_says_so(drafted: ProjectPaths) -> None:
    """`build --drafts` builds beside the site: a draft page has a ribbon, a draft entry a mark
    wherever it is listed, no page wants to be found, and the site for readers is not touched.
    """
    build(drafted, build_site, drafts=True)
    assert not drafted.site.exists()
    pages = dict(texts(drafted.drafts))
    for name in ("vuon/cau.html", "en/vuon/cau.html", "cay/ho-nuoc.html", "en/cay/ho-nuoc.html"):
        assert pages[name].count(RIBBON) == 1, name
    assert RIBBON not in pages["cay/cay-ban.html"]
    garden = pages["vuon/index.html"]
    for words in (
        "Lập vườn",
        "Vườn lập năm nào?",
        "Thêm cây”",
        "Mong vườn thêm cây",
        "Hồ nước nháp",
    ):
        part = garden.split(words, 1)[1][:400]
        assert MARK in part, words
    assert MARK in pages["trang/thuat-ngu.html"].split("Phân lá")[1][:200]
    assert "Draft – not approved" in pages["en/cay/ho-nuoc.html"]
    assert "cau.html" in garden.split("<footer")[1]
    lone = [
        name for name, text in pages.items() if name.endswith(".html") and "noindex" not in text
    ]
    assert lone == []
    assert "ho-nuoc" in pages["search/vi.js"]
    assert "Bản nháp" not in pages["search/vi.js"]


def test_server_for_writers_shows_drafts(drafted: ProjectPaths) -> None:
    """`mkdocs serve` shows drafts as the preview does; `mkdocs build` leaves them out."""
    for command, shows in (("serve", True), ("build", False)):
        plugin = MicrositePlugin()
        plugin.load_config({})
        plugin.on_startup(command=command)
        plugin.on_config(load_config(str(drafted.config)))
        assert plugin.prepared is not None
        assert plugin.prepared.drafts == shows
        assert (drafted.staged / "vi" / "vuon" / "cau.md").exists() == shows


def test_nothing_of_previews_is_in_production(built: ProjectPaths) -> None:
    """A page for readers carries no mark and asks for no style sheet of previews."""
    for name, text in texts(built.site):
        assert "drafts.css" not in text, name
        assert "ms-status" not in text, name
    assert not list((built.site / "assets").rglob("drafts.css"))


def test_approved_and_founding_content_is_published(tiny: ProjectPaths) -> None:
    """Approved content is published with nothing to see of it; content without a status belongs to
    the founding stock and is published too.
    """
    said = "- id: u-phan\n  status: approved\n  approved_by: Tổ trưởng\n  approved_on: 2020-01-05\n"
    apply_changes(tiny.root, {"data/models.yml": {"replace": [["- id: u-phan\n", said]]}})
    content, problems = check_project(tiny)
    assert problems == ()
    shown = {entry.value.id for entry in release(content).entries}
    assert {entry.value.id for entry in content.entries} - shown == {"cho-xac-minh"}


def test_every_kind_of_entry_can_be_a_draft() -> None:
    """Everything that readers see is approved by somebody; a source only says where it was read,
    a consent only that somebody agreed, an activity what was done; stations and short forms are
    tools.
    """
    free = {name for name, model in COLLECTIONS.items() if not issubclass(model, Approvable)}
    assert free == {"abbreviations", "activities", "consents", "sources", "stations"}


def test_draft_translation_is_only_missing(tiny: ProjectPaths) -> None:
    """Each language of a page has its own status: while the English one is a draft, its readers see
    the Vietnamese text with the notice, and the gap is counted.
    """
    apply_changes(
        tiny.root,
        {"docs/en/so-lieu/index.md": {"replace": [["---\ntitle", "---\nstatus: review\ntitle"]]}},
    )
    content, problems = check_project(tiny)
    assert problems == ()
    before = len(find_gaps(content))
    assert len(find_gaps(release(content))) == before + 1
    build(tiny, build_site)
    page = (tiny.site / "en" / "so-lieu" / "index.html").read_text(encoding="utf-8")
    assert "This page has no English version yet." in page
    assert "Mỗi con số có một trang." in page


def test_page_for_paper_is_in_every_language(tiny: ProjectPaths) -> None:
    """A section's page for paper names the pages that are not translated, so that a draft
    translation takes no page away.
    """
    apply_changes(
        tiny.root,
        {
            "docs/vi/so-lieu/cau.md": {"write": PAGE.format(status="needs-check", title="Cầu")},
            "docs/en/so-lieu/cau.md": {"write": PAGE.format(status="draft", title="The bridge")},
            "data/site.yml": {
                "replace": [
                    ["  - so-lieu/index.md\n", "  - so-lieu/index.md\n  - so-lieu/cau.md\n"]
                ]
            },
        },
    )
    vi = tiny.docs / "vi" / "so-lieu" / "cau.md"
    vi.write_text(vi.read_text(encoding="utf-8").replace("status: needs-check\n", ""), "utf-8")
    build(tiny, build_site)
    paper = (tiny.site / "en" / "so-lieu" / "in-ca-muc.html").read_text(encoding="utf-8")
    assert '<h2 id="trang-cau" lang="vi">Cầu</h2>' in paper
    assert '<a href="cau.html" lang="vi">Cầu</a>' in paper
    assert "Cầu bằng gỗ." not in paper


def test_section_of_drafts_alone_is_not_there_yet(tiny: ProjectPaths) -> None:
    """A new section may be prepared as a whole: while all its pages are drafts, no menu has it."""
    section = (
        "- id: cau\n  title:\n    vi: Những cây cầu\n  in_header: true\n"
        "  pages:\n  - cau/index.md\n"
    )
    apply_changes(
        tiny.root,
        {
            "docs/vi/cau/index.md": {"write": PAGE.format(status="draft", title="Cầu")},
            "data/site.yml": {"replace": [["- id: trang\n", section + "- id: trang\n"]]},
        },
    )
    assert check_project(tiny)[1] == ()
    assert "cau" not in [one.id for one in prepare(tiny).site.settings.sections]
    assert "cau" in [one.id for one in prepare(tiny, drafts=True).site.settings.sections]


@pytest.mark.parametrize("collection", TRIED)
def test_check_foretells_the_build(collection: str, tiny: ProjectPaths) -> None:
    """With any whole collection as draft, either the check names every way that leads there, or the
    build works.
    """
    file = tiny.data / f"{collection}.yml"
    text = file.read_text(encoding="utf-8").replace("  status: needs-check\n", "")
    file.write_text(re.sub(r"^- id: .+$", r"\g<0>\n  status: draft", text, flags=re.M), "utf-8")
    _try_to_build(tiny)


@pytest.mark.parametrize("page", ["index.md", "so-lieu/index.md", "vuon/index.md"])
def test_check_foretells_the_build_without_a_page(page: str, tiny: ProjectPaths) -> None:
    """The same with any page as draft in every language."""
    for file in tiny.docs.glob(f"*/{page}"):
        text = file.read_text(encoding="utf-8").replace("---\n", "---\nstatus: draft\n", 1)
        file.write_text(text, encoding="utf-8")
    _try_to_build(tiny)


def _try_to_build(paths: ProjectPaths) -> None:
    """Build where the check allows it; where not, it has spoken of drafts only."""
    _, problems = check_project(paths)
    if problems:
        assert {problem.code for problem in problems} <= {"leads-to-draft", "draft-needed"}
    else:
        build(paths, build_site)
