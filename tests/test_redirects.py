"""Addresses last: what was published once leads to a page for ever."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from changes import apply_changes
from conftest import REPO
from microsite.check.addresses import site_addresses
from microsite.check.release import release
from microsite.checking import check_project
from microsite.cli import main
from microsite.engine import build_site
from microsite.paths import ProjectPaths
from microsite.pipeline import build

REDIRECTS = """redirects:
- from: vuon/cu.html
  to: cay/cay-ban.html
- from: en/old/story.html
  to: vuon/index.md#trong-cay
"""
REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; url=(.+?)">')


@pytest.fixture(name="moved")
def fixture_moved(tiny: ProjectPaths) -> ProjectPaths:
    """The tiny project with a redirect for all languages and one for English, built."""
    apply_changes(tiny.root, {"data/redirects.yml": {"write": REDIRECTS}})
    build(tiny, build_site)
    return tiny


def read(paths: ProjectPaths, name: str) -> str:
    """Read a built page."""
    return (paths.site / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "href", "title"),
    [
        ("vuon/cu.html", "../cay/cay-ban.html", "Cây ban"),
        ("en/vuon/cu.html", "../cay/cay-ban.html", "The bauhinia"),
        ("en/old/story.html", "../vuon/index.html#trong-cay", "Chuyện trong vườn"),
    ],
)
def test_old_address_leads_on(old: str, href: str, title: str, moved: ProjectPaths) -> None:
    """The page at an old address leads on by itself, without scripts and from `file://`, and has a
    link and words in both languages for whom it does not.
    """
    page = read(moved, old)
    assert REFRESH.findall(page) == [href]
    assert page.count(f'<a href="{href}"') == 2
    assert f">{title}</a>" in page
    assert "Trang đã chuyển chỗ" in page
    assert "This page has moved" in page
    assert "<script" not in page
    assert (moved.site / old).parent.joinpath(href.partition("#")[0]).resolve().is_file()


def test_old_address_is_not_found_by_search(moved: ProjectPaths) -> None:
    """An old address wants not to be indexed, names the new one as the true one, and is neither in
    the site map, in the search files, nor in the list of pages.
    """
    page = read(moved, "vuon/cu.html")
    assert '<meta name="robots" content="noindex">' in page
    assert '<link rel="canonical" href="https://garden.test/five/cay/cay-ban.html">' in page
    for name in ("sitemap.xml", "search/vi.js", "trang/so-do.html"):
        assert "vuon/cu.html" not in read(moved, name), name


def test_redirect_for_one_language_makes_one_page(moved: ProjectPaths) -> None:
    """An address that names a language is that of this language alone."""
    assert not (moved.site / "old").exists()


def test_known_addresses_are_those_of_the_built_site(built: ProjectPaths) -> None:
    """The check knows every address without building: pages, entries, registers, sheets for paper,
    in every language. Frames for other sites are no pages of this one.
    """
    content, _ = check_project(built)
    found = {path.relative_to(built.site).as_posix() for path in built.site.rglob("*.html")}
    pages = {address for address in found if not address.startswith("embed/")}
    assert site_addresses(release(content)) == pages - {"404.html"}


def test_list_grows_and_forgets_nothing(
    tiny: ProjectPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    """`published` adds new addresses; a page that goes stays in the list, and the check asks for a
    redirect until there is one.
    """
    command = ["--root", str(tiny.root), "published"]
    assert main([*command, "--check"]) == 1
    assert not tiny.published.exists()
    assert main(command) == 0
    assert main([*command, "--check"]) == 0
    apply_changes(
        tiny.root,
        {
            "data/exemplars.yml": {"remove": True},
            "docs/vi/index.md": {"replace": [["[người tưới cây](nguoi/nguoi-tuoi-cay.md)", "ai"]]},
            "docs/en/index.md": {
                "replace": [["[who waters the trees](nguoi/nguoi-tuoi-cay.md)", "someone"]]
            },
        },
    )
    assert [problem.got for problem in check_project(tiny)[1]] == [
        "en/nguoi/nguoi-tuoi-cay.html",
        "nguoi/nguoi-tuoi-cay.html",
    ]
    assert main(command) == 0
    assert "nguoi/nguoi-tuoi-cay.html\n" in tiny.published.read_text(encoding="utf-8")
    redirect = "redirects:\n- from: nguoi/nguoi-tuoi-cay.html\n  to: vuon/index.md\n"
    apply_changes(tiny.root, {"data/redirects.yml": {"write": redirect}})
    assert check_project(tiny)[1] == ()
    capsys.readouterr()


def test_list_is_not_written_while_content_is_wrong(
    tiny: ProjectPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    """With another problem in the content nothing is added: its addresses may be wrong too."""
    apply_changes(tiny.root, {"data/events.yml": {"replace": [["topic: formation", "topic: x"]]}})
    assert main(["--root", str(tiny.root), "published"]) == 1
    assert not tiny.published.exists()
    assert "data/events.yml" in capsys.readouterr().out


def test_unreadable_file_asks_for_no_redirect(tiny: ProjectPaths) -> None:
    """A file that cannot be read is one problem: the pages of its entries are not gone."""
    assert main(["--root", str(tiny.root), "published"]) == 0
    for name in ("questions.yml", "sources.yml", "models.yml"):
        path = tiny.data / name
        text = path.read_text(encoding="utf-8")
        path.write_text(text + "  x: [\n", encoding="utf-8")
        assert "address-gone" not in {problem.code for problem in check_project(tiny)[1]}, name
        path.write_text(text, encoding="utf-8")


def test_real_list_is_current() -> None:
    """Every page that the real site publishes is in its list of published addresses."""
    content, _ = check_project(ProjectPaths(REPO))
    missing = sorted(site_addresses(release(content)) - content.published.keys())
    assert missing == [], "repair with: .venv/bin/microsite published"
    assert Path(REPO / "data" / "published.txt").is_file()
