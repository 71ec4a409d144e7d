"""What every page of the real site may weigh as it travels, everything included."""

from __future__ import annotations

import re
from collections.abc import Iterable

import brotli
import pytest

from assets import find_asset
from browser.built import RealSite
from browser.first_view import Weight, weigh
from browser.serving import compress

pytest_plugins = ["browser.fixtures"]

KB = 1024
READING, ANY = 40 * KB, 88 * KB
SCRIPT, STYLE = 12 * KB, 15 * KB
CHART, TIMELINE = 12 * KB, 52 * KB
ROUND_TRIP = 14_000
FONT = 8_300
HOME = 50 * KB
FRAME = 40 * KB
INDEX, SHELF = 60 * KB, 30 * KB

# the kinds of page that people come to read; lists and registers are as long as what they list,
# and a whole section on one page is for paper
READ = {"article", "landing", "entry", "indicator"}
ON_PAPER = "in-ca-muc.html"

ARTICLE = re.compile(r"<article.*</article>", re.DOTALL)
DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
KIND = re.compile(r'<html[^>]* data-kind="(.+?)"')


@pytest.fixture(name="pages", scope="module")
def fixture_pages(real: RealSite) -> dict[str, str]:
    """Every page, by its path."""
    return {
        path.relative_to(real.folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(real.folder.rglob("*.html"))
    }


@pytest.fixture(name="weights", scope="module")
def fixture_weights(real: RealSite, pages: dict[str, str]) -> dict[str, list[Weight]]:
    """The weight of every page, by kind of page."""
    found: dict[str, list[Weight]] = {}
    for page, text in pages.items():
        kind = KIND.search(text)
        assert kind, page
        found.setdefault(kind[1], []).append(weigh(real.folder, page))
    return found


def expect_lighter(sizes: Iterable[tuple[str, int]], most: int) -> None:
    """Fail with what is heavier than ``most`` bytes, the worst first."""
    over = sorted((one for one in sizes if one[1] > most), key=lambda one: -one[1])
    if over:
        lines = (f"{name}: {size / KB:.1f} KB" for name, size in over[:20])
        pytest.fail("\n".join(lines), pytrace=False)


def said(one: Weight) -> str:
    """Name a page and its parts."""
    return f"{one.page} {one.parts}"


def every(weights: dict[str, list[Weight]]) -> list[Weight]:
    """Return the weights of all kinds."""
    return [one for kind in weights.values() for one in kind]


def test_reading_page_is_light(weights: dict[str, list[Weight]]) -> None:
    """The first view of a page to read travels in 40 KB."""
    read = (one for kind in READ for one in weights[kind] if not one.page.endswith(ON_PAPER))
    expect_lighter(((said(one), one.total) for one in read), READING)


def test_home_comes_in_one_round_trip(real: RealSite) -> None:
    """The home page's HTML, packed as a deployment does, fits into what a server may send at once:
    ten segments of 1,460 bytes (RFC 6928) less the answer's head.
    """
    homes = [(name, (real.folder / name).read_bytes()) for name in ("index.html", "en/index.html")]
    packed = ((name, len(brotli.compress(raw))) for name, raw in homes)
    expect_lighter(packed, ROUND_TRIP)


def test_font_comes_in_one_round_trip(real: RealSite) -> None:
    """The font of headings is less than six segments of 1,460 bytes with the answer's head: what a
    slow line carries in a round trip beside style and page.
    """
    fonts = [(path.name, path.stat().st_size) for path in real.folder.rglob("*.woff2")]
    assert fonts
    expect_lighter(fonts, FONT)


def test_home_is_light(weights: dict[str, list[Weight]]) -> None:
    """The first view of the home page, landscape and cloth included, travels in 50 KB."""
    expect_lighter(((said(one), one.total) for one in weights["home"]), HOME)


def test_no_page_is_heavy(weights: dict[str, list[Weight]]) -> None:
    """No first view takes more than 88 KB."""
    expect_lighter(((said(one), one.total) for one in every(weights)), ANY)


def test_frames_are_light_as_they_lie(real: RealSite) -> None:
    """A frame for other sites takes 40 KB with its style sheet and drawing, uncompressed."""
    sheet = find_asset(real.folder, "css/embed.css").stat().st_size
    sizes = [
        (path.relative_to(real.folder).as_posix(), path.stat().st_size + sheet)
        for path in sorted((real.folder / "embed").rglob("*.html"))
    ]
    assert len(sizes) > 300
    expect_lighter(sizes, FRAME)


def test_nothing_is_asked_for_in_vain(weights: dict[str, list[Weight]]) -> None:
    """What pages and their style sheets ask for is there."""
    missing = {name for one in every(weights) for name, size in one.parts.items() if not size}
    assert sorted(missing) == []


def test_scripts_are_small(weights: dict[str, list[Weight]]) -> None:
    """All scripts of a page travel in 12 KB."""
    expect_lighter(((said(one), one.of(".js")) for one in every(weights)), SCRIPT)


def test_style_sheets_are_small(weights: dict[str, list[Weight]]) -> None:
    """All style sheets of a page travel in 15 KB, and there is one at least."""
    sizes = [(one.page, one.of(".css")) for one in every(weights)]
    assert [page for page, size in sizes if not size] == []
    expect_lighter(sizes, STYLE)


def test_timeline_is_bearable(weights: dict[str, list[Weight]]) -> None:
    """The whole timeline, with every event in it, travels in 52 KB."""
    expect_lighter(((one.page, one.parts[one.page]) for one in weights["timeline"]), TIMELINE)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_search_index_is_small(real: RealSite, lang: str) -> None:
    """The index of a language, fetched before the first result, travels in 60 KB; its texts come
    in files of 30 KB at most.
    """
    shelves = [*(real.folder / "assets" / "search").glob(f"{lang}-*.js")]
    assert len(shelves) > 5
    sizes = {
        path.name: len(compress(path.read_bytes()))
        for path in (*shelves, real.folder / "search" / f"{lang}.js")
    }
    expect_lighter([(f"{lang}.js", sizes.pop(f"{lang}.js"))], INDEX)
    expect_lighter(sizes.items(), SHELF)


def test_charts_are_small(pages: dict[str, str]) -> None:
    """No drawing inside an article is larger than 12 KB of SVG."""
    sizes = (
        (f"{page} {svg[:120]}", len(svg.encode()))
        for page, text in pages.items()
        for article in ARTICLE.findall(text)
        for svg in DRAWING.findall(article)
    )
    expect_lighter(sizes, CHART)
