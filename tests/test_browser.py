"""The real site in a real browser: whole without scripts, quiet with them, open to everybody."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from browser.built import RealSite
from browser.templates import SEARCH, TEMPLATES, WALK

pytest_plugins = ["browser.fixtures"]

Browse = Callable[..., Any]

PHONE, DESK = 390, 1280


def walk(
    browse: Browse, root: str, *, scripts: bool, also: tuple[str, ...] = (), **more: object
) -> list[dict[str, Any]]:
    """Walk the thirty pages, and ``also`` others, every other one on a phone."""
    pages = [
        {"path": page, "width": PHONE if number % 2 else DESK}
        for number, page in enumerate((*WALK, *also))
    ]
    seen: list[dict[str, Any]] = browse("walk.mjs", root=root, pages=pages, scripts=scripts, **more)
    return seen


def expect_none(pages: list[dict[str, Any]], *names: str) -> None:
    """Fail, with everything that is found, when a page has something under ``names``."""
    found = [
        f"{page['path']} ({page['width']} px) {name}: {page[name]}"
        for page in pages
        for name in names
        if page[name]
    ]
    if found:
        pytest.fail("\n".join(found), pytrace=False)


def forget_preload(pages: list[dict[str, Any]]) -> None:
    """Drop what a browser says because it never preloads a font from the disk; the style sheet
    asks for the same font again and gets it.
    """
    for page in pages:
        for name in ("errors", "failed"):
            page[name] = [line for line in page[name] if ".woff2" not in line or not page["font"]]


@pytest.mark.parametrize("place", ["disk", "server"])
def test_thirty_pages_are_whole_without_scripts(browse: Browse, real: RealSite, place: str) -> None:
    """Text, figures, timeline and menu work with scripts off, from the disk and from a server."""
    root = real.on_disk() if place == "disk" else real.address
    pages = walk(browse, root, scripts=False, follow=True)
    assert len(pages) == 30
    if place == "disk":
        forget_preload(pages)
    names = ("hidden", "blank", "wide", "errors", "violations", "failed", "foreign")
    expect_none(pages, *names)
    assert [page["path"] for page in pages if not page["heading"] or page["words"] < 60] == []
    for page in pages:
        there = page["next"]
        assert there["links"] >= 6, page["path"]
        assert (there["arrived"], bool(there["heading"])) == (there["href"], True), page["path"]
    assert [one["path"] for one in pages if one["kind"] == "indicator" and not one["figures"]] == []
    events = {page["path"]: page["events"] for page in pages if page["kind"] == "timeline"}
    assert len(events) == 2
    assert min(events.values()) >= 120


def test_thirty_pages_are_quiet_with_scripts(browse: Browse, real: RealSite) -> None:
    """With scripts on and every button pressed: no console error, no refusal by the content
    policy, no failed or foreign request, no cookie. Scripts come after the first paint, and what is
    painted stays where it is.
    """
    # the search page is nothing without scripts
    also = (SEARCH.page, SEARCH.english)
    pages = walk(browse, real.address, scripts=True, also=also, press=True)
    assert len(pages) == 32
    expect_none(pages, "errors", "violations", "failed", "foreign", "cookies", "shift")


def test_every_kind_of_page_is_looked_at(real: RealSite) -> None:
    """No template escapes: the pages below stand for every kind that the site has. Frames for other
    sites are not pages; test_openness looks at them.
    """

    def kinds(pages: list[str]) -> set[str]:
        texts = ((real.folder / page).read_text(encoding="utf-8") for page in pages)
        return {
            kind for text in texts for kind in re.findall(r'<html[^>]* data-kind="(.+?)"', text)
        }

    everything = [path.relative_to(real.folder).as_posix() for path in real.folder.rglob("*.html")]
    pages = [name for name in everything if not name.startswith("embed/")]
    assert kinds([one.page for one in TEMPLATES]) == kinds(pages)


def test_reader_settings_work_and_stay(browse: Browse, real: RealSite) -> None:
    """Theme and text size chosen in the header hold on the next page and after a reload."""
    seen = browse("settings.mjs", root=real.address, pages=["index.html", "thanh-tuu/kinh-te.html"])
    assert seen["themes"] == {"dark": ["dark"] * 3, "contrast": ["contrast"] * 3}
    assert len(set(seen["grounds"].values())) == 3, seen["grounds"]
    small, normal, large, kept = seen["sizes"]
    assert small < normal < large
    assert kept == large


def test_unknown_address_leads_home(browse: Browse, real: RealSite) -> None:
    """A wrong address at any depth gets the 404 page, whole and with a way home."""
    seen = browse("lost.mjs", root=real.address, path="khong/co/trang/nay.html")
    assert seen["status"] == 404
    assert seen["failed"] == [f"{real.address}khong/co/trang/nay.html 404"]
    assert seen["home"] == f"{real.address}index.html"
    assert seen["styled"]
