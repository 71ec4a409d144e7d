"""The emergency switch: one value in `data/site.yml` warns readers, or takes content down."""

from __future__ import annotations

import pytest

from changes import apply_changes
from microsite.checking import check_project
from microsite.cli import main
from microsite.engine import build_site
from microsite.paths import ProjectPaths
from microsite.pipeline import build
from microsite.preparing import prepare
from test_build import PAGES

BANNER = "emergency:\n  banner:\n    vi: Vườn đóng cửa <hôm nay>.\n"
NOTICE = "Nội dung ở địa chỉ này đã được tạm gỡ xuống."
OWNER = "Tổ làm vườn mẫu"


def switch(paths: ProjectPaths, text: str) -> dict[str, str]:
    """Add ``text`` to the settings, build, and return every page; frames are not pages."""
    apply_changes(paths.root, {"data/site.yml": {"append": text}})
    assert check_project(paths)[1] == ()
    build(paths, build_site)
    return {
        path.relative_to(paths.site).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(paths.site.rglob("*.html"))
        if "embed" not in path.relative_to(paths.site).parts
    }


def test_without_the_switch_nothing_is_there(built: ProjectPaths) -> None:
    """On ordinary days no page has a trace of it."""
    for path in built.site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "ms-alert" not in text
        assert "alert.css" not in text
    assert not list((built.site / "assets").rglob("alert.css"))


def test_banner_stands_on_every_page(tiny: ProjectPaths) -> None:
    """A banner is the first thing on every page, the 404 page too: a named region, its words
    escaped, marked as Vietnamese where they are not translated.
    """
    pages = switch(tiny, BANNER)
    for name, page in pages.items():
        assert '<div class="ms-alert" role="region" aria-label=' in page, name
        assert page.index('class="ms-alert"') < page.index("<header"), name
        assert "/css/alert.css" in page, name
        assert "Vườn đóng cửa &lt;hôm nay&gt;." in page, name
    assert 'aria-label="Urgent notice"><p class="ms-frame" lang="vi">' in pages["en/index.html"]
    assert 'aria-label="Thông báo khẩn"><p class="ms-frame">' in pages["index.html"]


def test_banner_may_stand_on_some_pages(tiny: ProjectPaths) -> None:
    """With `pages`, by path or by address, the banner stands there alone, in every language."""
    pages = switch(tiny, BANNER + "  pages:\n  - vuon/index.html\n  - cay/cay-ban.md\n")
    assert {name for name, page in pages.items() if "ms-alert" in page} == {
        "vuon/index.html",
        "en/vuon/index.html",
        "cay/cay-ban.html",
        "en/cay/cay-ban.html",
    }


def test_withdrawn_page_keeps_its_address_only(tiny: ProjectPaths) -> None:
    """Where a page is withdrawn its address says so and names the owner; nothing of it is left: no
    words, no place in lists, search or site map, no files beside it. Links to it still work.
    """
    pages = switch(
        tiny,
        "emergency:\n  withdraw:\n  - vuon/index.html\n  - cay/cay-ban.md\n  - so-lieu/so-cay.md\n",
    )
    for name in ("vuon/index.html", "cay/cay-ban.html", "so-lieu/so-cay.html"):
        page = pages[name]
        assert NOTICE in page.split("<article")[1], name
        assert OWNER in page.split("<article")[1].split("</article>")[0], name
        assert '<meta name="robots" content="noindex">' in page, name
        assert "What was at this address has been withdrawn" in pages[f"en/{name}"]
    assert "Nở trắng" not in "".join(pages.values())
    assert not (tiny.site / "so-lieu" / "so-cay.csv").exists()
    assert not (tiny.site / "en" / "so-lieu" / "so-cay.metadata.json").exists()
    for name in ("sitemap.xml", "search/vi.js"):
        text = (tiny.site / name).read_text(encoding="utf-8")
        assert "cay-ban" not in text, name
        assert "vuon/index" not in text.replace('"timeline":"vuon/index.html"', ""), name
    assert "cay-ban" not in pages["trang/so-do.html"]
    assert "so-cay" not in pages["so-lieu/index.html"].split("<article")[1]
    assert 'href="cay/cay-ban.html"' in pages["index.html"]


@pytest.mark.parametrize(
    "named",
    [
        "cay/cay-ban.md",
        "cay/cay-ban.html",
        "/cay/cay-ban.html",
        "en/cay/cay-ban.html",
        "https://garden.test/five/en/cay/cay-ban.html",
    ],
)
def test_page_is_named_as_one_finds_it(named: str, tiny: ProjectPaths) -> None:
    """In haste a page is named by its path or by what stands in the browser's address bar; it is
    withdrawn in every language.
    """
    apply_changes(tiny.root, {"data/site.yml": {"append": f"emergency:\n  withdraw: {named}\n"}})
    settings = prepare(tiny).site.settings
    assert settings.withdraws("cay/cay-ban.md")
    assert not settings.withdraws("index.md")
    assert settings.path_named("https://garden.test/five/en/") == "index.md"


@pytest.mark.parametrize("value", ["withdraw: all", "withdraw:\n  - all"])
def test_whole_site_is_withdrawn_by_one_word(value: str, tiny: ProjectPaths) -> None:
    """`withdraw: all` leaves the notice at every address, and nothing to download."""
    before = set(PAGES) | {f"en/{page}" for page in PAGES} | {"404.html"}
    pages = switch(tiny, f"emergency:\n  {value}\n")
    assert set(pages) == before
    for name, page in pages.items():
        notice = "has been withdrawn" if name.startswith("en/") else NOTICE
        assert name == "404.html" or notice in page, name
    said = "".join(pages.values())
    for words in ("Nở trắng", "Tổ làm vườn đào", "2.000", "Thêm cây", "Sổ tay làm vườn"):
        assert words not in said
    assert list(tiny.site.rglob("*.csv")) == []
    left = {path.name for path in tiny.site.iterdir()}
    assert not left & {"api", "data", "feeds", "embed", "oembed"}
    assert "<loc>" not in (tiny.site / "sitemap.xml").read_text(encoding="utf-8")
    assert "Lập vườn" not in (tiny.site / "search/vi.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_any_page_can_be_withdrawn(name: str, tiny: ProjectPaths) -> None:
    """Whichever page must go, the home page, a register or the site map: the site builds."""
    pages = switch(tiny, f"emergency:\n  withdraw: {name}\n")
    assert NOTICE in pages[name]


def test_build_says_that_pages_are_withdrawn(
    tiny: ProjectPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody forgets the switch: every build says how many pages it takes down."""
    command = ["--root", str(tiny.root), "build"]
    assert main(command) == 0
    assert "công tắc khẩn" not in capsys.readouterr().out
    text = "emergency:\n  withdraw: cay/cay-ban.md\n"
    apply_changes(tiny.root, {"data/site.yml": {"append": text}})
    assert main(command) == 0
    assert "công tắc khẩn đang gỡ nội dung của 2 trang" in capsys.readouterr().out


def test_banner_and_withdrawal_go_together(tiny: ProjectPaths) -> None:
    """Both are switched on at once, and drafts and redirects do not hinder them."""
    redirect = "redirects:\n- from: cu.html\n  to: cay/cay-ban.md\n"
    apply_changes(tiny.root, {"data/redirects.yml": {"write": redirect}})
    pages = switch(tiny, BANNER + "  withdraw: all\n")
    assert "Vườn đóng cửa" in pages["index.html"]
    assert 'url=cay/cay-ban.html"' in pages["cu.html"]
    assert "Cây ban" not in pages["cu.html"]
