"""The PDF of a draft says what its Word document says, and keeps the same rules on the page."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, replace
from itertools import pairwise

import pytest
from fontTools.ttLib import TTFont
from PIL import Image
from pypdf import PdfReader

from conftest import REPO
from microsite.documents import setting
from microsite.documents.composing import Composed, compose
from microsite.documents.draft import Draft, Paragraph, Picture
from microsite.documents.drawing import draw_composed
from microsite.documents.forms import FORMS_BY_ID, PARTY, SIDES, STATE
from microsite.documents.lines import Frame, Line
from microsite.documents.reading import read_document
from microsite.documents.rules import LETTERS
from microsite.documents.widths import width_of
from microsite.model.drafting import FormId
from microsite.outreach.loudspeaker import scripts_of
from microsite.outreach.outline import draft_of
from microsite.outreach.reading_copy import reading_copy
from microsite.paths import ProjectPaths
from microsite.typesetting import Press
from offices import draft
from test_outlines import order_of

FORMS: tuple[FormId, ...] = ("nd30", "hd36")
FONTS = REPO / "overrides" / "print" / "fonts" / "office"
POINTS_A_MM = 72 / 25.4


@pytest.fixture(name="press", scope="module")
def fixture_press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    """The press of papers."""
    return setting.office_press(REPO / "overrides", tmp_path_factory.mktemp("office"))


@dataclass(frozen=True)
class Run:
    """Letters on a page: where they begin in points from the left and the foot, face, size."""

    text: str
    x: float
    y: float
    face: str
    size: float


def runs_of(raw: bytes) -> list[list[Run]]:
    """Return what stands on each page, in order."""
    pages: list[list[Run]] = []
    for page in PdfReader(io.BytesIO(raw)).pages:
        found: list[Run] = []

        def keep(text, matrix, _, font, size, into=found):  # type: ignore[no-untyped-def]
            if text.strip():
                face = font["/BaseFont"].partition("+")[2]
                into.append(Run(text.strip(), matrix[4], matrix[5], face, size))

        page.extract_text(visitor_text=keep)
        pages.append(found)
    return pages


def bare(text: str) -> str:
    """Return a text without spaces and without places where an address may be parted."""
    return re.sub(r"[\s\u200b]", "", text)


def said_by_word(composed: Composed) -> str:
    """Return all that the body of the Word document says."""
    return bare("".join(line.text for line in read_document(draw_composed(composed)).lines))


def said_by_pdf(composed: Composed, raw: bytes) -> str:
    """Return all that the PDF says without feet and numbers of pages, which must be there."""
    told, number = "", 1
    for page in PdfReader(io.BytesIO(raw)).pages:
        text, foot = bare(page.extract_text()), bare(composed.foot)
        assert text.endswith(foot)
        text = text.removesuffix(foot)
        # a section begins on a page without number
        number = number + 1 if text.startswith(str(number + 1)) else 1
        told += text.removeprefix(str(number)) if number > 1 else text
    return told


@pytest.mark.parametrize("form", FORMS)
def test_both_files_say_the_same(form: FormId, press: Press) -> None:
    """To the letter, in the same order: a draft has one content."""
    composed = compose(draft(form))
    raw = setting.set_composed(composed, press)
    assert said_by_pdf(composed, raw) == said_by_word(composed)


def test_own_papers_say_the_same(press: Press) -> None:
    """Every outline and the longest bulletin of the real content, pages numbered from 1 in each
    section.
    """
    order = order_of(ProjectPaths(REPO))
    station = next(iter(order.site.stations.values()))
    longest = max(scripts_of(station, order), key=lambda one: one.syllables)
    papers = [compose(draft_of(one, order)) for one in order.site.outlines.values()]
    papers.append(reading_copy(longest, order.site, order.edition, "0"))
    for composed in papers:
        raw = setting.set_composed(composed, press)
        assert said_by_pdf(composed, raw) == said_by_word(composed), composed.title


@pytest.mark.parametrize("form", FORMS)
def test_letters_are_those_of_the_form(form: FormId, press: Press) -> None:
    """W2, W4, P1, P2: each line in the size and the cut that its role may have, embedded."""
    composed = compose(draft(form))
    raw = setting.set_composed(composed, press)
    found = {bare(run.text): run for page in runs_of(raw) for run in page}
    checked = set()
    for line in lines_of(composed):
        allowed, run = LETTERS[form].get(line.role), found.get(bare(line.text))
        if allowed is None or run is None:
            continue
        checked.add(line.role)
        assert allowed.least <= run.size <= allowed.most, line
        assert ("Bold" in run.face) == (allowed.bold is True or line.role == "point"), line
        assert ("Italic" in run.face) == (allowed.italic is True), line
    assert checked >= {"superior", "issuer", "number", "place-date", "title", "subject", "point"}
    assert {run.face.partition("-")[0] for run in found.values()} == {"OfficeSerif"}
    for page in PdfReader(io.BytesIO(raw)).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            (inner,) = font.get_object()["/DescendantFonts"]
            assert "/FontFile2" in inner.get_object()["/FontDescriptor"].get_object()


def lines_of(composed: Composed) -> list[Line]:
    """Return every line, those in frames too."""
    found: list[Line] = []
    for element in (one for section in composed.sections for one in section):
        if isinstance(element, Frame):
            cells = (cell for row in element.rows for cell in row)
            found += [one for cell in cells for one in cell if isinstance(one, Line)]
        elif isinstance(element, Line):
            found.append(element)
    return found


@pytest.mark.parametrize("form", FORMS)
def test_nothing_stands_in_the_margins(form: FormId, press: Press) -> None:
    """W1, P3: A4 with the margins of the form; only number and foot stand outside, in the middle
    and 10 mm from the edge (W3).
    """
    long = Paragraph("Vườn mẫu có nhiều cây, cây nào cũng có tên, tuổi và người chăm. " * 60)
    composed = compose(draft_with(form, long))
    data = setting._data(composed)
    count = len(runs_of(setting.set_composed(composed, press)))
    assert count >= 3
    top, bottom, left, right = FORMS_BY_ID[form].margins
    dots = 4  # in a millimetre
    for page in press.png(data, pages=count, ppi=25.4 * dots):
        with Image.open(io.BytesIO(page)) as image:
            grey = image.convert("L").point(lambda shade: 255 if shade < 128 else 0)
        assert [side / dots for side in grey.size] == pytest.approx(list(SIDES), abs=0.5)
        box = grey.getbbox()
        assert box is not None
        assert box[0] / dots >= left - 0.3
        assert box[2] / dots <= SIDES[0] - right + 0.3
        inner = grey.crop((0, round(top * dots), grey.width, grey.height - round(bottom * dots)))
        outside = grey.copy()
        outside.paste(0, (0, round(top * dots), grey.width, round(top * dots) + inner.height))
        inked = outside.getbbox()
        assert inked is not None
        assert inked[1] / dots >= 9.5
        assert inked[3] / dots <= SIDES[1] - 9.5


def draft_with(form: FormId, *blocks: Paragraph | Picture) -> Draft:
    """Return the draft of an office with these blocks only."""
    return replace(draft(form), blocks=blocks)


def test_pages_are_numbered_but_the_first(press: Press) -> None:
    """W3: Arabic, 13 to 14 points, in the middle of the upper margin; an appendix begins anew."""
    long = Paragraph("Vườn mẫu có nhiều cây. " * 300)
    pages = runs_of(setting.set_composed(compose(draft_with("nd30", long)), press))
    above = [[run for run in page if run.y > (SIDES[1] - 20) * POINTS_A_MM] for page in pages]
    assert [[run.text for run in page] for page in above] == [
        [] if at in (0, len(pages) - 1) else [str(at + 1)] for at in range(len(pages))
    ]
    (number,) = above[1]
    assert 13 <= number.size <= 14
    left, right = (FORMS_BY_ID["nd30"].margins[at] for at in (2, 3))
    middle = (left + SIDES[0] - right) / 2 * POINTS_A_MM
    assert number.x + number.size / 4 == pytest.approx(middle, abs=1)


def test_running_text_stands_as_it_must(press: Press) -> None:
    """W5: first line set in by 1,27 cm, lines at 1,15 of a single one, six points at least between
    paragraphs.
    """
    one = Paragraph("Vườn mẫu có nhiều cây, cây nào cũng có tên và tuổi. " * 6)
    (page, *_) = runs_of(setting.set_composed(compose(draft_with("nd30", one, one)), press))
    body = [run for run in page if run.size == 14 and run.face == "OfficeSerif-Regular"]
    left = FORMS_BY_ID["nd30"].margins[2] * POINTS_A_MM
    firsts = [run for run in body if run.x - left > 1]
    assert [run.x - left for run in firsts] == pytest.approx([36, 36], abs=0.1)
    steps = {round(above.y - below.y, 1) for above, below in pairwise(body)}
    assert steps == {18.5, 24.5}


@pytest.mark.parametrize("form", FORMS)
def test_a_draft_is_marked_and_never_signed(form: FormId, press: Press) -> None:
    """W9, P5: DỰ THẢO stands under an empty number, nothing of the other form, no picture."""
    raw = setting.set_composed(compose(draft(form)), press)
    (first, *_) = runs_of(raw)
    said = [run.text for run in first]
    number = FORMS_BY_ID[form].number
    assert said[said.index(number) + 1] == "DỰ THẢO"
    foreign = STATE if form == "hd36" else (PARTY,)
    assert not set(foreign) & set(said)
    assert all("/XObject" not in page["/Resources"] for page in PdfReader(io.BytesIO(raw)).pages)  # type: ignore[operator]


def test_pictures_are_drawn_and_told(press: Press) -> None:
    """A chart of the report stands in the PDF too, with its words for those who do not see it."""
    drawn = io.BytesIO()
    Image.new("RGB", (8, 4), "#007700").save(drawn, "PNG")
    picture = Picture(drawn.getvalue(), "Tám cây", "Biểu đồ 1")
    raw = setting.set_composed(compose(draft_with("nd30", picture)), press)
    assert "/XObject" in PdfReader(io.BytesIO(raw)).pages[0]["/Resources"]  # type: ignore[operator]
    assert "Tám cây".encode("utf-16-be") in raw or b"/Alt" in raw


def test_equal_papers_give_equal_bytes(press: Press) -> None:
    """No hour of the build; properties say which face stands in for Times New Roman (W2)."""
    first, second = (setting.set_composed(compose(draft("nd30")), press) for _ in range(2))
    assert first == second
    told = PdfReader(io.BytesIO(first)).metadata
    assert told is not None
    assert "Times New Roman" in str(told.subject)
    assert "Liberation Serif" in str(told.subject)


def test_fonts_keep_to_their_licence_and_widths() -> None:
    """The part has another name than the whole (OFL 1.1, 3), has every letter of Vietnamese, and is
    as wide as the rules under headings are reckoned with.
    """
    assert (FONTS / "OFL.txt").read_text(encoding="utf-8").startswith("Digitized data copyright")
    files = sorted(FONTS.glob("*.woff2"))
    assert len(files) == 4
    for path in files:
        font = TTFont(path)
        names = {str(name) for name in font["name"].names if name.nameID in (1, 3, 4, 6)}
        assert not any(kept in name for name in names for kept in ("Liberation", "Tinos", "Times"))
        letters = {chr(code) for code in font.getBestCmap()}
        assert set("ĂÂĐÊÔƠƯăâđêôơưẮẰẲẴẶỄẬỞỸỵ“”–…₫km²%") <= letters
    bold = TTFont(FONTS / "office-serif-bold.woff2")
    widths, cmap = bold["hmtx"], bold.getBestCmap()
    words = "Độc lập - Tự do - Hạnh phúc"
    real = sum(widths[cmap[ord(letter)]][0] for letter in words) / 2048 * 13 / POINTS_A_MM
    assert width_of(words, 13) == pytest.approx(real, rel=0.01)
