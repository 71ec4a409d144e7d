"""The tiny project built end to end: what is there, what it says, and what a failure leaves."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from changes import apply_changes
from conftest import TINY, copy_project
from microsite.engine import build_site
from microsite.paths import ProjectPaths
from microsite.pipeline import SiteError, build
from microsite.problems import ContentError

Read = Callable[[str], str]

PAGES = [
    "cach-lam/u-phan.html",
    "cay/cay-ban.html",
    "hoi/kinh-te.html",
    "index.html",
    "luong/luong-mot.html",
    "nguoi/nguoi-tuoi-cay.html",
    "so-lieu/index.html",
    "so-lieu/so-cay.html",
    "trang/du-lieu-mo.html",
    "trang/nguon/government.html",
    "trang/nguon/index.html",
    "trang/nguon/press-0.html",
    "trang/so-do.html",
    "trang/tim-kiem.html",
    "trang/thuat-ngu.html",
    "vuon/index.html",
]


def tree(folder: Path) -> dict[str, bytes]:
    """Read every file below ``folder``."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_every_page_is_there_in_both_languages(built: ProjectPaths) -> None:
    """Vietnamese lies at the root, English under en/, with the same pages; one 404 serves both.
    Frames for other sites lie apart.
    """
    found = sorted(path.relative_to(built.site).as_posix() for path in built.site.rglob("*.html"))
    pages = [name for name in found if not name.startswith("embed/")]
    assert pages == sorted([*PAGES, *(f"en/{page}" for page in PAGES), "404.html"])


def test_same_input_gives_same_bytes(built: ProjectPaths, tiny: ProjectPaths) -> None:
    """A second build in another folder yields the same tree, byte for byte."""
    build(tiny, build_site)
    assert tree(tiny.site) == tree(built.site)


def test_untranslated_page_says_so(read: Read) -> None:
    """A page without translation shows the source text marked as such, a notice in both languages,
    and is no duplicate for search engines (L5, S7).
    """
    page = read("en/vuon/index.html")
    assert '<html lang="en"' in page
    assert '<article class="ms-article" lang="vi">' in page
    assert '<p lang="en">This page has no English version yet.' in page
    assert '<p lang="vi">Trang này chưa có bản tiếng Anh.' in page
    assert '<meta name="robots" content="noindex">' in page
    assert "hreflang" not in page.split("<body")[0]
    assert "en/vuon/index.html" not in read("sitemap.xml")


def test_untranslated_text_keeps_its_language(read: Read) -> None:
    """A glossary term without English keeps its Vietnamese, marked as Vietnamese."""
    assert '<span lang="vi">Phân ủ từ lá.</span>' in read("en/trang/thuat-ngu.html")


def test_citations_are_numbered_links_to_notes(read: Read) -> None:
    """Sources are numbered in order of first use; the note links to the register, and outside only
    when allowed. The timeline has so many that its notes leave the addresses to the register.
    """
    page = read("vuon/index.html")
    assert 'luống đầu tiên<sup class="ms-cite"><a href="#n1" aria-label="Nguồn 1">1</a>' in page
    notes = page.split('id="nguon-trang-nay"')[1]
    assert '<li id="n1">Tổ làm vườn: <a href="../trang/nguon/government.html#so-tay">' in notes
    assert "https://garden.test/notes" not in notes
    assert 'href="https://garden.test/notes"' in read("so-lieu/so-cay.html")
    assert "chỉ nêu tên" in read("so-lieu/so-cay.html")


def test_figures_are_written_in_the_page_language(read: Read) -> None:
    """A figure in a sentence carries number, unit, source and a link to its indicator."""
    assert '<a class="ms-figure" href="so-lieu/so-cay.html">2.000\u00a0cây</a><sup' in read(
        "index.html"
    )
    assert '<a class="ms-figure" href="so-lieu/so-cay.html">2,000\u00a0trees</a><sup' in read(
        "en/index.html"
    )


def test_code_is_left_alone(read: Read) -> None:
    """What looks like a mark inside fenced code is text."""
    assert "::khong-phai-the [@khong-phai-nguon]" in read("vuon/index.html")


def test_unverified_event_is_not_published(built: ProjectPaths) -> None:
    """An event that still needs checking is nowhere in the site (D2)."""
    found = [
        name for name, content in tree(built.site).items() if "Có người nhớ".encode() in content
    ]
    assert found == []


def test_indicator_page_names_who_uses_it(read: Read) -> None:
    """An indicator lists the pages that show it and the events that name it."""
    page = read("so-lieu/so-cay.html")
    assert '<a href="../vuon/index.html">Chuyện trong vườn</a>' in page
    assert '<a href="../vuon/index.html#lap-vuon">01/03/2015: Lập vườn</a>' in page


def test_data_beside_the_indicator(built: ProjectPaths) -> None:
    """The CSV opens in Excel (BOM) and holds what the table shows; the description names every
    source (D4).
    """
    raw = (built.site / "so-lieu" / "so-cay.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    assert [(row["year"], row["value"], row["preferred"]) for row in rows] == [
        ("2015", "12.0", "true"),
        ("2016", "1250.5", "true"),
        ("2018", "2000.0", "true"),
        ("2018", "2100.0", "false"),
    ]
    described = json.loads(
        (built.site / "so-lieu" / "so-cay.metadata.json").read_text(encoding="utf-8")
    )
    assert [source["id"] for source in described["sources"]] == ["so-tay", "ban-chep"]
    assert described["series"][0]["value"] == 12


def test_not_found_page_speaks_both_languages(read: Read) -> None:
    """The 404 page needs only itself and one style sheet, and leads home in both languages."""
    page = read("404.html")
    assert "Không tìm thấy trang" in page
    assert '<section lang="en">' in page
    assert 'href="/five/en/index.html"' in page
    assert "<script" not in page


def test_footer_leads_to_the_pages_about_the_site(read: Read) -> None:
    """Every page of `footer_pages` is linked at the foot of every page, in its language."""
    assert 'href="../trang/thuat-ngu.html"' in read("so-lieu/so-cay.html").split("<footer")[1]
    assert 'href="../trang/thuat-ngu.html"' in read("en/so-lieu/so-cay.html").split("<footer")[1]


def test_table_alignment_is_a_class(read: Read) -> None:
    """No inline style is left for a strict Content-Security-Policy to refuse."""
    assert '<th class="ms-right">Cây</th>' in read("vuon/index.html")
    assert "style=" not in read("vuon/index.html").split("<article")[1].split("</article>")[0]


def test_edit_link_leads_to_the_written_file(read: Read) -> None:
    """“Edit this page” opens the file a person wrote, data or Markdown."""
    assert "https://git.test/garden/blob/main/data/indicators.yml" in read("so-lieu/so-cay.html")
    assert "https://git.test/garden/blob/main/docs/vi/index.md" in read("index.html")


def test_broken_content_leaves_the_old_site(tiny: ProjectPaths) -> None:
    """A build that fails its checks touches nothing."""
    build(tiny, build_site)
    before = tree(tiny.site)
    apply_changes(tiny.root, {"data/events.yml": {"replace": [["topic: formation", "topic: x"]]}})
    with pytest.raises(ContentError):
        build(tiny, build_site)
    assert tree(tiny.site) == before


def test_broken_template_leaves_the_old_site(tiny: ProjectPaths) -> None:
    """A build that the engine gives up touches nothing."""
    build(tiny, build_site)
    before = tree(tiny.site)
    config = tiny.config.read_text(encoding="utf-8")
    tiny.config.write_text(config.replace("- tables", "- no_such_extension"), encoding="utf-8")
    with pytest.raises(RuntimeError):
        build(tiny, build_site)
    assert tree(tiny.site) == before


def test_dead_link_in_the_built_site_stops_the_swap(tiny: ProjectPaths) -> None:
    """A tree with faults is never swapped in."""

    def damaging(paths: ProjectPaths, folder: Path, prepared: object) -> None:
        build_site(paths, folder, prepared)  # type: ignore[arg-type]  # the same value passes through
        (folder / "cay" / "cay-ban.html").unlink()

    with pytest.raises(SiteError) as caught:
        build(tiny, damaging)
    assert ("index.html", "dead link", "cay/cay-ban.html") in [
        (fault.file, fault.kind, fault.target) for fault in caught.value.faults
    ]
    assert not tiny.site.exists()


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_plain_engine_builds_the_same_tree(
    engine: str, built: ProjectPaths, tmp_path: Path
) -> None:
    """`mkdocs build` with the plugin, and the same with ProperDocs, yield what `microsite build`
    yields.
    """
    paths = copy_project(TINY, tmp_path / "plain")
    command = [sys.executable, "-m", engine, "build", "-q", "-f", str(paths.config)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    mine, theirs = tree(built.site), tree(paths.site)
    assert sorted(theirs) == sorted(mine)
    assert [name for name in mine if mine[name] != theirs[name]] == []


def test_plain_engine_tells_writers_politely(tmp_path: Path) -> None:
    """A mistake ends `mkdocs build` with the same message and no traceback."""
    paths = copy_project(TINY, tmp_path / "plain")
    apply_changes(paths.root, {"data/events.yml": {"replace": [["topic: formation", "topic: x"]]}})
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(paths.config)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 1
    assert "data/events.yml:4:10  events[lap-vuon].topic" in done.stderr
    assert "Traceback" not in done.stderr
