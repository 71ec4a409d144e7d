"""Pages on a kiosk lead nowhere outside, and its sizes follow from its screen."""

from __future__ import annotations

import pytest

from microsite.paths import ProjectPaths
from microsite.pipeline import prepare
from microsite.publish.outside import keep_inside
from microsite.render.theme import kiosk_files

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
