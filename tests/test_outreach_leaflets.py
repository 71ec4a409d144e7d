"""Sheets for the hand: fact sheet, booklet and its imposition, quiz with its key."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from microsite.outreach.channel import Made
from microsite.outreach.imposition import pairs_of
from microsite.outreach.leaflets import _spread, leaflet_jobs
from microsite.paths import ProjectPaths
from test_outreach_print import MM, order_of


def made_by(paths: ProjectPaths, name: str) -> dict[str, Made]:
    """Return what the job ``name`` makes, by path."""
    (job,) = [job for job in leaflet_jobs(order_of(paths)) if job.name == name]
    return {made.path: made for made in job.make()}


def text_of(made: Made) -> list[str]:
    """Return the text of each page, with plain spaces."""
    pages = PdfReader(io.BytesIO(made.content)).pages
    return [" ".join(page.extract_text().replace("\u00a0", " ").split()) for page in pages]


def test_fact_sheet_is_one_page_with_dates_figures_and_sources(tiny: ProjectPaths) -> None:
    """A4; each statement has the number of its source, and the edition stands at the foot (O13)."""
    made = made_by(tiny, "vi/in/to-thong-tin")["vi/in/to-thong-tin-a4.pdf"]
    (text,) = text_of(made)
    for said in ("01/03/2015", "Lập vườn [1]", "Số cây", "2.000 cây", "[1] Sổ tay làm vườn"):
        assert said in text
    assert "20240106-1" in text
    assert "chưa phê duyệt" in text
    page = PdfReader(io.BytesIO(made.content)).pages[0]
    sides = [float(page.mediabox.width) / MM, float(page.mediabox.height) / MM]
    assert sides == pytest.approx([210, 297], abs=0.1)
    assert made.sources == ("so-tay",)


def test_booklet_has_twelve_pages_and_six_sides(tiny: ProjectPaths) -> None:
    """The sides for the printer are A4 across and hold the pages in folding order."""
    made = made_by(tiny, "vi/in/so-tay")
    pages = text_of(made["vi/in/so-tay-a5-12-trang.pdf"])
    sides = text_of(made["vi/in/so-tay-in-hai-mat-a4.pdf"])
    assert (len(pages), len(sides)) == (12, 6)
    assert "Kỷ niệm 5 năm vườn mẫu" in sides[0]
    assert "Nguồn" in sides[1]
    assert "Về cuốn sổ này" in sides[1]
    side = PdfReader(io.BytesIO(made["vi/in/so-tay-in-hai-mat-a4.pdf"].content)).pages[0]
    assert float(side.mediabox.width) / MM == pytest.approx(296, abs=0.2)
    again = made_by(tiny, "vi/in/so-tay")
    assert {path: one.content for path, one in again.items()} == {
        path: one.content for path, one in made.items()
    }


def test_booklet_says_what_is_where(tiny: ProjectPaths) -> None:
    """The second page names the parts with their pages; what is remembered has its sources, and the
    sources stand on the two pages that the text names.
    """
    made = made_by(tiny, "vi/in/so-tay")["vi/in/so-tay-a5-12-trang.pdf"]
    pages = text_of(made)
    for part, number in (("dịp kỷ niệm", 3), ("mốc thời gian", 4), ("con số", 7), ("Đố vui", 9)):
        assert part in pages[1]
        assert str(number) in pages[1]
        assert part in pages[number - 1]
    assert "trang 10 và 11" in pages[1]
    assert "[1]" in pages[2]
    assert "[1] Sổ tay làm vườn" in pages[9]


@pytest.mark.parametrize(
    ("lengths", "pages", "spread"),
    [
        ((1, 1, 1, 1), 2, [2, 2]),
        ((500, 1, 1, 1), 2, [1, 3]),
        ((1, 1, 1, 500), 3, [1, 2, 1]),
        ((1,), 3, [1, 0, 0]),
        ((), 2, [0, 0]),
    ],
)
def test_longest_page_is_as_short_as_can_be(
    lengths: tuple[int, ...], pages: int, spread: list[int]
) -> None:
    """Entries keep their order, and no page is fuller than it must be."""
    items = [{"text": "a" * length, "at": at} for at, length in enumerate(lengths)]
    found = _spread(items, pages)
    assert [len(page) for page in found] == spread
    assert [one for page in found for one in page] == items


def test_folded_sheets_read_in_order() -> None:
    """Two pages on a side add up to one more than all; odd pages lie right; each page once."""
    pairs = list(pairs_of(12))
    assert pairs == [(12, 1), (2, 11), (10, 3), (4, 9), (8, 5), (6, 7)]
    assert sorted(page for pair in pairs for page in pair) == list(range(1, 13))
    with pytest.raises(ValueError, match="10"):
        list(pairs_of(10))


def test_quiz_has_its_key_on_a_page_of_its_own(tiny: ProjectPaths) -> None:
    """The question sheet can be handed out without the answers; the key has why and the source."""
    made = made_by(tiny, "vi/in/do-vui-1")["vi/in/do-vui-muc-1.pdf"]
    sheet, key = text_of(made)
    assert "Vườn lập năm nào?" in sheet
    assert all(year in sheet for year in ("2014", "2015", "2016", "2017"))
    assert "Đáp án" not in sheet
    assert "Sổ tay ghi như vậy." in key
    letter = sheet.split(" 2015")[0][-2]
    assert f"1{letter}." in key
    assert {job.name for job in leaflet_jobs(order_of(tiny))}.isdisjoint({"vi/in/do-vui-2"})
