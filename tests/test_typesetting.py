"""A template and its data to PDF or PNG; what the typesetter would do in silence is an error."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from conftest import REPO
from microsite.typesetting import FontCase, Press, TypesetError, open_fonts

FONTS = REPO / "overrides" / "print" / "fonts"
HEAD = """
#let data = json(bytes(sys.inputs.data))
#set page(width: 200pt, height: 100pt, margin: 10pt)
#set text(font: "Be Vietnam Pro", weight: 700)
"""


@pytest.fixture(name="case", scope="module")
def fixture_case(tmp_path_factory: pytest.TempPathFactory) -> FontCase:
    """The display font of the site."""
    return open_fonts(FONTS.glob("*.woff2"), tmp_path_factory.mktemp("fonts"))


def press(folder: Path, case: FontCase, text: str = f"{HEAD} #data.words") -> Press:
    """Return a press with a template of its own."""
    template = folder / "template.typ"
    template.write_text(text, encoding="utf-8")
    return Press(template, case)


def test_font_of_the_site_has_every_vietnamese_letter(case: FontCase) -> None:
    """It names the letters that it lacks, each once."""
    assert case.lacking("Kỷ niệm 20 năm, Đảng bộ tỉnh – “ắẵặễữợ” Ữ Ỵ ỹ") == ""
    assert case.lacking("中国 中") == "中国"


def test_page_is_as_large_as_it_says(tmp_path: Path, case: FontCase) -> None:
    """At 72 pixels an inch a point is a pixel."""
    (page,) = press(tmp_path, case).png({"words": "Lai Châu"}, pages=1)
    with Image.open(io.BytesIO(page)) as image:
        assert image.size == (200, 100)


def test_equal_data_give_equal_bytes(tmp_path: Path, case: FontCase) -> None:
    """Neither form holds an hour."""
    one = press(tmp_path, case)
    data = {"words": "Lai Châu"}
    assert one.png(data, pages=1) == press(tmp_path, case).png(data, pages=1)
    assert one.pdf(data, pages=1) == press(tmp_path, case).pdf(data, pages=1)
    assert one.pdf(data, pages=1).startswith(b"%PDF-")


def test_words_are_no_markup(tmp_path: Path, case: FontCase) -> None:
    """Data cannot run anything in a template."""
    plain = press(tmp_path, case).png({"words": "#panic() *a* $b$ \\"}, pages=1)
    assert len(plain) == 1


@pytest.mark.parametrize(
    ("words", "template", "said"),
    [
        ("Trung 中", f"{HEAD} #data.words", "中"),
        ("a", f"{HEAD.replace('Be Vietnam Pro', 'Comic Sans')} #data.words", "unknown font"),
        ("a", f"{HEAD} #data.nothing", "nothing"),
        ("a", f"{HEAD} #data.words #pagebreak() #data.words", "2 pages, expected 1"),
    ],
)
def test_what_would_come_out_wrong_is_refused(
    tmp_path: Path, case: FontCase, words: str, template: str, said: str
) -> None:
    """A letter no font has, a font that is not there, a template's mistake, a page too many."""
    with pytest.raises(TypesetError, match=said):
        press(tmp_path, case, template).pdf({"words": words}, pages=1)
