"""The shell that all pages share, as a browser lays it out: header, source marks, paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from browser.built import RealSite

pytest_plugins = ["browser.fixtures"]

Browse = Callable[..., Any]

SECTIONS = ("lich-su", "lanh-dao", "thanh-tuu", "so-lieu", "mo-hinh", "tiem-nang", "van-hoa")
CURRENT = [f"{folder}{section}/index.html" for section in SECTIONS for folder in ("", "en/")]
CITED = ["thanh-tuu/kinh-te.html", "en/thanh-tuu/kinh-te.html", "lanh-dao/ban-can-su-dang.html"]


@pytest.mark.parametrize("width", [1181, 1280])
def test_header_is_one_line_on_a_desk(browse: Browse, real: RealSite, width: int) -> None:
    """Mark, sections and tools stand on one line in both languages, whichever section is current
    and bold; there the menu, which would say the same again, is gone.
    """
    seen = browse("shell.mjs", root=real.address, pages=CURRENT, widths=[width])
    for one in seen:
        header = one["header"]
        assert (header["lines"], header["bold"]) == (1, "700"), one["path"]
        assert (header["sections"], header["menu"], header["search"]) == (True, False, True)


def test_header_is_one_line_on_a_phone(browse: Browse, real: RealSite) -> None:
    """On a phone the header is the name, the door to search and the menu, on one line; at 320 px
    the menu holds the door.
    """
    pages = ["index.html", "thanh-tuu/kinh-te.html", "en/thanh-tuu/kinh-te.html"]
    for one in browse("shell.mjs", root=real.address, pages=pages, widths=[320, 360, 390, 768]):
        header, where = one["header"], (one["path"], one["width"])
        assert header["lines"] == 1, where
        assert header["height"] <= 90, where
        assert (header["sections"], header["menu"]) == (False, True), where
        assert header["search"] == (one["width"] > 320), where


def test_source_marks_stay_with_their_words(browse: Browse, real: RealSite) -> None:
    """A source mark is at least 24 px each way, never alone at the start of a line, and close to
    the punctuation after it.
    """
    for one in browse("shell.mjs", root=real.address, pages=CITED, widths=[320, 390, 1280]):
        marks, where = one["marks"], (one["path"], one["width"])
        assert marks["count"] > 5, where
        assert marks["smallest"] >= 24, where
        assert marks["torn"] == [], where
        assert marks["blank"] <= 6, where


def test_contents_list_is_a_door_where_there_is_no_room_beside(
    browse: Browse, real: RealSite
) -> None:
    """Beside the text the contents list lies open; on phones and tablets it is a closed door above
    the text; a landing page, which lists its pages, has none.
    """
    pages = [*CITED[:1], "thanh-tuu/index.html"]
    for one in browse("shell.mjs", root=real.address, pages=pages, widths=[390, 1080, 1280]):
        wide = one["width"] > 1100
        expected = {"door": not wide, "list": wide} if one["path"] in CITED else None
        assert one["contents"] == expected, (one["path"], one["width"])


def test_year_rail_fits_the_page(browse: Browse, real: RealSite) -> None:
    """At every width each year of the rail lies inside the page."""
    pages = ["lich-su/dong-thoi-gian.html"]
    widths = [320, 390, 768, 1080, 1180, 1280]
    for one in browse("shell.mjs", root=real.address, pages=pages, widths=widths):
        assert one["outside"] == 0, one["width"]


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_paper_is_white(browse: Browse, real: RealSite, theme: str) -> None:
    """Printed from any theme: black on white, no menus, no heading left alone at the foot of a
    sheet, source marks in brackets that cover nothing.
    """
    for one in browse("shell.mjs", root=real.address, pages=CITED[:1], widths=[718], paper=theme):
        paper = one["paper"]
        assert (paper["ground"], paper["ink"]) == ("rgb(255, 255, 255)", "rgb(0, 0, 0)")
        assert (paper["header"], paper["contents"]) == (False, False)
        assert (paper["loose"], paper["covered"], paper["bracket"]) == ([], 0, '"["')
