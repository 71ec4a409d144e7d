"""Pages on a kiosk lead nowhere outside, and its sizes follow from its screen."""

from __future__ import annotations

import json
import re

import pytest

from microsite.cli import main
from microsite.paths import ProjectPaths
from microsite.preparing import prepare
from microsite.publish.onefile import make_one_file
from microsite.publish.outside import keep_inside
from microsite.render.theme import kiosk_files
from test_components import add_media

INSIDE = '<a href="../index.html#x">Trang chủ</a>'


@pytest.mark.parametrize(
    ("html", "kept", "found"),
    [
        (INSIDE, INSIDE, ()),
        (
            '<a class="ms-outside" href="https://vi.example/x?a=1&amp;b=2" rel="external">Báo</a>',
            '<button type="button" class="ms-away ms-outside" data-away="https://vi.example/x?a=1&amp;b=2">Báo</button>',
            ("https://vi.example/x?a=1&amp;b=2",),
        ),
        ('<a href="mailto:a@b.vn">a@b.vn</a>', "<span>a@b.vn</span>", ()),
        ('<a href="tel:0213">0213</a>', "<span>0213</span>", ()),
        (
            '<ul><li><a href="x.csv" download>CSV</a></li>\n<li>b</li></ul>',
            "<ul><li>b</li></ul>",
            (),
        ),
    ],
)
def test_ways_out_are_closed(html: str, kept: str, found: tuple[str, ...]) -> None:
    """Other hosts become buttons, mail and telephone text; files that no screen shows go."""
    assert keep_inside(html) == (kept, found)


@pytest.mark.parametrize(("ppi", "touch"), [(102, 61), (100, 60), (69, 41), (51, 31), (150, 89)])
def test_targets_follow_from_the_screen(tiny: ProjectPaths, ppi: int, touch: int) -> None:
    """15 mm in pixels: 21.5 inches Full HD, 15.6 HD, 32 and 43 Full HD, 10 inches 1280×800 (K5)."""
    settings = tiny.data / "site.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"{text}kiosk:\n  ppi: {ppi}\n", encoding="utf-8")
    (sizes,) = kiosk_files(prepare(tiny).site)
    assert f"--touch:{touch}px" in sizes.content.decode()


def test_portal_has_nothing_of_a_kiosk(tiny: ProjectPaths) -> None:
    """Pages for screens are made for bundles only."""
    on_portal = {page.path for page in prepare(tiny).pages}
    on_screen = {page.path for page in prepare(tiny, kiosk="20240101-1").pages}
    assert on_screen - on_portal == {"man-hinh-cho.md", "tra-cuu.md", "tinh-trang.md"}


def test_bundle_holds_photographs_unless_text_is_wanted(tiny: ProjectPaths) -> None:
    """What the build works on is told, pictures go along, and ``--text-only`` leaves them out."""
    add_media(tiny)
    given = ["--root", str(tiny.root), "kiosk", "--date", "2024-01-01"]
    assert main(given) == 0
    assert main([*given, "--text-only"]) == 0
    for name, is_whole in (("pack-20240101-1", True), ("pack-20240101-1-chu", False)):
        listed = json.loads((tiny.dist / "kiosk" / name / "manifest.json").read_text("utf-8"))
        paths = [one["path"] for one in listed["files"]]
        assert any(path.startswith("assets/photos/") for path in paths) is is_whole
        assert "index.html" in paths


def test_section_in_one_file_fetches_nothing(tiny: ProjectPaths) -> None:
    """Each section is one file for each language: no script, nothing fetched, links inside it or
    whole addresses.
    """
    add_media(tiny)
    assert main(["--root", str(tiny.root), "packs"]) == 0
    files = sorted(tiny.dist.glob("mot-tep/*/*.html"))
    sections = prepare(tiny).site.settings.sections
    assert len(files) == 2 * len(sections)
    for file in files:
        html = file.read_text(encoding="utf-8")
        assert "<script" not in html
        assert "<link" not in html
        assert "<style>" in html
        for name in ("src", "href", "srcset"):
            for target in re.findall(rf'\s{name}="([^"]*)"', html):
                assert target.startswith(("#", "https://", "data:")), f"{file.name}: {target}"


def test_pictures_lie_inside_one_file() -> None:
    """A picture and what styles fetch become part of the page; what is inside already stays, and
    what only a network could bring goes.
    """
    site = {
        "a/b.html": '<head><link rel="stylesheet" href="../s.css"></head><body>'
        '<img alt="" src="../x.svg"><img alt="" src="data:image/gif;base64,AA">'
        '<picture><source type="image/avif" srcset="y.avif 480w"><img alt="" src="../x.svg"'
        ' srcset="y.jpg 480w" sizes="9em"></picture><audio controls src="z.mp3"></audio></body>',
        "s.css": "p{background:url(x.svg)}q{background:url(data:image/gif;base64,AA)}",
        "x.svg": "<svg/>",
    }
    html = make_one_file("a/b.html", lambda name: site[name].encode(), "Nguồn")
    assert html.count("data:image/svg+xml;base64,PHN2Zy8+") == 3
    assert html.count("data:image/gif;base64,AA") == 2
    assert not re.search(r"avif|jpg|mp3", html)
