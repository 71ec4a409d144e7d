"""The kiosk bundle as a visitor touches it: without network, from ``file://``, on both screens."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import segno
import yaml

from browser.on_screen import LANDSCAPE, OWN, PORTRAIT, faults_on_screen
from browser.templates import NOT_FOUND, ON_PAPER, SEARCH, WALK
from conftest import REPO, TINY, copy_project
from microsite.cli import main
from test_components import add_media, add_page

pytest_plugins = ["browser.fixtures", "browser.screens"]
pytestmark = pytest.mark.slow

TELEX = yaml.safe_load((REPO / "tests/golden/kiosk/telex.yml").read_text(encoding="utf-8"))
OUTSIDE = "gioi-thieu/nguon/law.html"


@pytest.fixture(name="touched", scope="module")
def fixture_touched(bundle: Path, browse: Callable[..., Any]) -> dict[str, Any]:
    """What came of each way a visitor may go."""
    found: dict[str, Any] = browse(
        "touch.mjs", root=bundle.as_uri() + "/", screen=PORTRAIT, outside=OUTSIDE, telex=list(TELEX)
    )
    return found


@pytest.mark.parametrize("screen", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def test_pages_are_whole_and_quiet(
    bundle: Path, browse: Callable[..., Any], screen: list[int]
) -> None:
    """No error, no failed or foreign request, nothing too wide, no way out; the bar is always the
    same, in the lower part; each control is as large as a finger.
    """
    also = (SEARCH.page, SEARCH.english, ON_PAPER.page, *OWN, *(f"en/{page}" for page in OWN))
    pages = [page for page in (*WALK, *also) if page != NOT_FOUND.page]
    assert faults_on_screen(bundle, browse, pages, screen) == []


def test_asks_then_forgets_and_rests(touched: dict[str, Any]) -> None:
    """After 60 seconds it asks with 20 on the clock; a touch stays; else all is forgotten."""
    before, after, seconds = touched["asks after a minute"]
    assert (before, after) == (False, True)
    assert 18 <= int(seconds) <= 20
    assert touched["a touch stays"] == [True, False, False]
    assert touched["forgets and rests"] == [True, None]


def test_waits_while_somebody_listens(touched: dict[str, Any]) -> None:
    """No question while a voice speaks; the minute begins when it ends."""
    assert touched["waits while somebody listens"] == [False, False, True]


def test_sound_comes_by_touch_and_never_too_loud(
    tmp_path: Path, browse: Callable[..., Any]
) -> None:
    """A recording waits for a touch, stays under the loudness of `kiosk.volume`, whoever turns it
    up, and stops by the same key.
    """
    paths = copy_project(TINY, tmp_path / "tiny")
    add_media(paths)
    add_page(paths)
    out = tmp_path / "out"
    made = main(["--root", str(paths.root), "kiosk", "--date", "2024-01-01", "--out", str(out)])
    assert made == 0
    seen = browse("sound.mjs", root=(out / "pack-20240101-1").as_uri() + "/", page="vuon/phan.html")
    assert seen["before"] == {"paused": True, "autoplay": False, "volume": 0.6, "spoken": "0.6"}
    assert seen["touched"] is True
    assert seen["turned up"] == 0.6
    assert seen["touched again"] is False


def test_resting_screen_moves_and_gives_way(touched: dict[str, Any]) -> None:
    """Slides change every ten seconds and shift by some pixels; the first touch leads home."""
    (first, x), (second, other), shown = touched["slides change and move"]
    assert (first, second, shown) == (0, 1, 1)
    assert x != other
    assert touched["a touch begins"] == "index.html"


def test_search_needs_no_keyboard(touched: dict[str, Any]) -> None:
    """The touch keyboard writes Telex, the system's stays away, and it goes with its dialog."""
    assert touched["search by touch"] == ["điện", "none", True, False]


def test_telex(touched: dict[str, Any]) -> None:
    """Keys give the words of `golden/kiosk/telex.yml`, plain words stay as they are."""
    assert dict(zip(TELEX, touched["telex"], strict=True)) == TELEX


def test_addresses_can_be_taken_along(touched: dict[str, Any]) -> None:
    """An outside link shows a code, module for module the one that segno makes of its address."""
    address, box, path = touched["an address to take along"]
    matrix = segno.make_qr(address, error="m", boost_error=False).matrix
    assert box == f"0 0 {len(matrix) + 8} {len(matrix) + 8}"
    drawn = {(int(x) - 4, int(y) - 4) for x, y in re.findall(r"M(\d+) (\d+)h", path)}
    assert drawn == {(x, y) for y, row in enumerate(matrix) for x, bit in enumerate(row) if bit & 1}


def test_bar_does_what_it_says(touched: dict[str, Any]) -> None:
    """Text grows, contrast comes, the language changes and back leads back."""
    assert touched["size and contrast"] == [True, "contrast"]
    assert touched["language and back"] == ["en/thanh-tuu/kinh-te.html", "thanh-tuu/kinh-te.html"]


def test_back_ends_where_the_visit_began(touched: dict[str, Any]) -> None:
    """Back leads to the pages of this visitor, then home, never to those of the one before."""
    assert touched["back stays in the visit"] == ["index.html"] * 4


def test_screen_gives_nothing_away(touched: dict[str, Any]) -> None:
    """No context menu, dragging, selecting, zooming, reloading or printing."""
    assert touched["nothing to pull out"] == [True] * 6


def test_technician_holds_the_mark(touched: dict[str, Any]) -> None:
    """A tap on the mark does nothing, five seconds open the page with the state."""
    assert touched["the mark held for five seconds"] == ["index.html", "tinh-trang.html"]
