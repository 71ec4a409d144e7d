"""Banners and posters: sizes, boxes, fonts, words that may stand on them, and letters that fit."""

from __future__ import annotations

import io
from datetime import date
from typing import get_args

import pytest
from pypdf import PdfReader

from changes import apply_changes
from conftest import REPO
from microsite.model.campaign import Campaign, Panel
from microsite.model.section import Colour
from microsite.outreach.channel import Made, Order
from microsite.outreach.kit import read_site
from microsite.outreach.large import draw_sheet, print_jobs
from microsite.outreach.message import Message, messages_of
from microsite.outreach.sheets import MARKS_MM, SHEETS, Sheet, sheets_of
from microsite.outreach.studio import Studio, colours_of, contrast
from microsite.paths import ProjectPaths
from microsite.spoken.script import Edition
from microsite.typesetting import TypesetError

MM = 72 / 25.4
APPROVED = (
    "kind: slogan\n  document:\n    number: 12-HD/BT\n    date: 2020-01-05\n    approver: Ban mẫu"
)
# sixteen words, the most that a wide banner takes, with every stacked mark
LONGEST = (
    "Ễ Ậ Ở Ỹ nghiêng nghiêng chuyến đường phương trường thượng nguồn khuyến khích trưởng thành"
)
PANELS = Campaign(
    panels=tuple(
        Panel.model_validate({"width": width, "height": height, "distance": distance})
        for width, height, distance in (("6", "4", "40"), ("12", "4", "60"), ("3", "5", "30"))
    )
)
STREET = [sheet for sheet in sheets_of(PANELS) if sheet.scale == 10]


def order_of(paths: ProjectPaths) -> Order:
    """Return an order of everything on a fixed day."""
    edition = Edition(date(2024, 1, 6))
    return Order(read_site(paths), edition, paths.outreach_cache, theme=REPO / "overrides")


def studio_of(order: Order) -> Studio:
    """Return the look of the site."""
    return Studio(REPO / "overrides", order.cache)


def sheet_named(family: str, name: str) -> Sheet:
    """Return one of the sizes."""
    return next(one for one in SHEETS if (one.family, one.name) == (family, name))


def page_of(order: Order, sheet: Sheet, message: Message) -> tuple[bytes, PdfReader]:
    """Return the PDF of a message, and a reader of it."""
    raw = draw_sheet(order, studio_of(order), sheet, message, "vi")
    return raw, PdfReader(io.BytesIO(raw))


@pytest.mark.parametrize(
    ("family", "name", "trim"),
    [
        ("phuon", "60x200", (60, 200)),
        ("bang-ron", "300x100", (300, 100)),
        ("bang-ron", "600x150", (600, 150)),
        ("ap-phich", "29,7x42", (297, 420)),
        ("ap-phich", "60x80", (600, 800)),
    ],
)
def test_page_is_cut_to_the_named_size(
    tiny: ProjectPaths, family: str, name: str, trim: tuple[float, float]
) -> None:
    """The trim box is the size (banners at a tenth), the bleed box goes beyond it on every side,
    and marks stand outside both (O8).
    """
    order, sheet = order_of(tiny), sheet_named(family, name)
    _, reader = page_of(order, sheet, messages_of(order.site, "vi")[1])
    (page,) = reader.pages
    bleed = {"ap-phich": 3}.get(family, 2)
    found = [float(page.trimbox.width) / MM, float(page.trimbox.height) / MM]
    assert found == pytest.approx(list(trim), abs=0.05)
    assert float(page.bleedbox.width) / MM == pytest.approx(trim[0] + 2 * bleed, abs=0.05)
    assert float(page.mediabox.height) / MM == pytest.approx(
        trim[1] + 2 * bleed + 2 * MARKS_MM, abs=0.05
    )


def test_panel_has_the_measures_of_the_settings(tiny: ProjectPaths) -> None:
    """4.5 by 3 metres at a tenth, its square metres in the list; without any there is none (O8)."""

    def panels() -> list[Made]:
        jobs = [job for job in print_jobs(order_of(tiny)) if "/pano/" in job.name]
        return [made for job in jobs for made in job.make()]

    assert panels() == []
    sizes = "  panels:\n  - width: 4.5\n    height: 3\n    distance: 30\n"
    change = ["    hashtags: 1\n", f"    hashtags: 1\n{sizes}"]
    apply_changes(tiny.root, {"data/site.yml": {"replace": [change]}})
    made = panels()[0]
    assert made.path == "vi/in/pano/ten-su-kien-450x300-cm.pdf"
    assert made.facts["size"] == "khổ 4,5 × 3 m"
    assert (made.facts["scale"], made.facts["area_m2"]) == ("1:10", "13,5")
    (page,) = PdfReader(io.BytesIO(made.content)).pages
    found = [float(page.trimbox.width) / MM, float(page.trimbox.height) / MM]
    assert found == pytest.approx([450, 300], abs=0.05)


def test_every_font_is_embedded_and_text_can_be_read(tiny: ProjectPaths) -> None:
    """A printer needs no font of ours, and the words are words."""
    order = order_of(tiny)
    message = messages_of(order.site, "vi")[0]
    raw, reader = page_of(order, sheet_named("ap-phich", "29,7x42"), message)
    fonts = reader.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    for font in fonts.values():
        (inner,) = font.get_object()["/DescendantFonts"]
        described = inner.get_object()["/FontDescriptor"].get_object()
        assert {"/FontFile2", "/FontFile3"} & set(described)
    text = " ".join(reader.pages[0].extract_text().split())
    assert "Kỷ niệm 5 năm vườn mẫu" in text.replace("\u00a0", " ")
    assert "20240106-1" in text
    assert "Bản mẫu, chưa phê duyệt" in text
    assert "https://garden.test/five/" in text
    assert raw == page_of(order, sheet_named("ap-phich", "29,7x42"), message)[0]


def test_theme_of_a_show_is_no_slogan(tiny: ProjectPaths) -> None:
    """Only a slogan with number, day and approver of its document may be printed (O9)."""
    assert "Thêm cây" not in {one.text for one in messages_of(order_of(tiny).site, "vi")}
    apply_changes(tiny.root, {"data/slogans.yml": {"replace": [["kind: theme", APPROVED]]}})
    assert "Thêm cây" in {one.text for one in messages_of(order_of(tiny).site, "vi")}


def test_note_says_which_field_to_fill(tiny: ProjectPaths) -> None:
    """Without an approved slogan a file in the kit says so and what to do."""

    def note() -> str:
        (made,) = print_jobs(order_of(tiny))[-1].make()
        return made.content.decode("utf-8-sig")

    assert "document" in note()
    assert "data/slogans.yml" in note()
    apply_changes(tiny.root, {"data/slogans.yml": {"replace": [["kind: theme", APPROVED]]}})
    assert "Chưa có khẩu hiệu" not in note()


def test_without_address_there_is_no_code(tiny: ProjectPaths) -> None:
    """A site that does not know its address prints no code, and the note says why."""
    change = ["address: https://garden.test/five/\n", ""]
    apply_changes(tiny.root, {"data/site.yml": {"replace": [change]}})
    order = order_of(tiny)
    message = messages_of(order.site, "vi")[0]
    _, reader = page_of(order, sheet_named("ap-phich", "29,7x42"), message)
    assert "Quét mã" not in reader.pages[0].extract_text()
    (made,) = print_jobs(order)[-1].make()
    assert "mã QR" in made.content.decode("utf-8-sig")


@pytest.mark.parametrize("sheet", STREET, ids=lambda one: f"{one.family}-{one.name}")
def test_longest_slogan_fits(tiny: ProjectPaths, sheet: Sheet) -> None:
    """The most words that a size takes fit at the size that its readers need, long words too."""
    says = " ".join(LONGEST.split()[: sheet.most_words])
    message = Message(id="dai", text=says, says=says)
    assert message.words == sheet.most_words
    assert page_of(order_of(tiny), sheet, message)[0].startswith(b"%PDF-")


def test_what_does_not_fit_is_refused(tiny: ProjectPaths) -> None:
    """Words that would become too small to read from the street are an error, not small print."""
    says = " ".join(["nghiêng"] * 60)
    with pytest.raises(TypesetError, match="do not fit"):
        page_of(order_of(tiny), sheet_named("phuon", "60x200"), Message("x", says, says))


def test_letter_that_no_font_has_is_refused(tiny: ProjectPaths) -> None:
    """A missing letter would be a box on the street."""
    with pytest.raises(TypesetError, match="中"):
        page_of(
            order_of(tiny), sheet_named("phuon", "60x200"), Message("x", "Trung 中", "Trung 中")
        )


def test_size_takes_no_more_words_than_passers_by(tiny: ProjectPaths) -> None:
    """Nine words on a tall banner, sixteen on a wide one (O8)."""
    long = " ".join(f"chữ{at}" for at in range(12))
    change = {"replace": [["kind: theme", APPROVED], ["vi: Thêm cây", f"vi: {long}"]]}
    apply_changes(tiny.root, {"data/slogans.yml": change})
    names = [job.name for job in print_jobs(order_of(tiny))]
    assert any("bang-ron/them-cay" in name for name in names)
    assert not any("phuon/them-cay" in name for name in names)


@pytest.mark.parametrize("colour", get_args(Colour))
def test_words_stand_out_from_their_ground(tiny: ProjectPaths, colour: str) -> None:
    """White and marigold on every accent, accents on paper: at least 3:1 for large, 4.5:1 for
    small words (WCAG 1.4.3).
    """
    colours = colours_of(studio_of(order_of(tiny)).palette(colour))
    assert contrast("#ffffff", colours["accent"]) >= 4.5
    assert contrast(colours["marigold"], colours["accent"]) >= 3
    assert contrast(colours["accent"], colours["paper"]) >= 4.5
    assert contrast(colours["on-deep-2"], colours["deep"]) >= 4.5
