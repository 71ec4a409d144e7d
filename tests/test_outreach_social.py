"""Pictures, captions and the calendar for social networks."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
from fontTools.ttLib import TTFont
from PIL import Image
from pypdf import PdfReader

from changes import apply_changes
from conftest import REPO
from microsite.model.campaign import Platform
from microsite.model.section import Colour
from microsite.outreach.calendar import next_time
from microsite.outreach.captions import TooLongError, caption
from microsite.outreach.cards import SIZES, _data, draw_cards, social_jobs
from microsite.outreach.channel import Made
from microsite.outreach.studio import colours_of, contrast
from microsite.outreach.topic import Topic, comparable, topics_of
from microsite.paths import ProjectPaths
from microsite.typesetting import TypesetError
from test_outreach_print import order_of, studio_of


def topic_named(paths: ProjectPaths, identifier: str, lang: str = "vi") -> Topic:
    """Return a topic of the sample project."""
    return next(one for one in topics_of(order_of(paths).site, lang) if one.id == identifier)


def made_by(paths: ProjectPaths, ending: str) -> list[Made]:
    """Return the files of the jobs whose name ends so."""
    jobs = [job for job in social_jobs(order_of(paths)) if job.name.endswith(ending)]
    return [made for job in jobs for made in job.make()]


@pytest.mark.parametrize("identifier", ["lap-vuon", "so-cay"])
def test_pictures_have_the_size_and_weight_that_networks_take(
    tiny: ProjectPaths, identifier: str
) -> None:
    """Pixels to the letter, bytes below the strictest limit, equal bytes when drawn anew (O10)."""
    order, topic = order_of(tiny), topic_named(tiny, identifier)
    made = draw_cards(order, studio_of(order), topic, "vi")
    for size, raw in zip(SIZES, made, strict=True):
        with Image.open(io.BytesIO(raw)) as image:
            assert image.size == (size.width, size.height)
        assert len(raw) <= size.most_bytes
    for kept in (order.cache / "cards").iterdir():
        kept.unlink()
    assert draw_cards(order, studio_of(order), topic, "vi") == made


def test_story_keeps_top_and_bottom_clear(tiny: ProjectPaths) -> None:
    """Nothing is written where the network puts its own signs: 250 px at both ends (O10)."""
    order = order_of(tiny)
    made = draw_cards(order, studio_of(order), topic_named(tiny, "lap-vuon"), "vi")
    at = next(at for at, one in enumerate(SIZES) if one.clear)
    ink = (0x16, 0x21, 0x3C)
    with Image.open(io.BytesIO(made[at])) as image:
        pixels = image.convert("RGB")
        for top, bottom in ((120, 250), (1920 - 250, 1920)):
            strip = pixels.crop((0, top, 1080, bottom))
            assert all(
                sum(abs(a - b) for a, b in zip(colour, ink, strict=True)) > 60
                for _, colour in strip.getcolors(1 << 24) or []
                if isinstance(colour, tuple)
            )


@pytest.mark.parametrize("colour", get_args(Colour))
def test_words_stand_out_from_ground_and_ridges(tiny: ProjectPaths, colour: str) -> None:
    """4.5:1 on paper and on the darkest ridge behind the small print (O10)."""
    palette = studio_of(order_of(tiny)).palette(colour)
    colours = colours_of(palette)
    for ground in (colours["paper"], palette["head-3"]):
        assert contrast(colours["ink"], ground) >= 4.5
    assert contrast(colours["ink-2"], colours["paper"]) >= 4.5


MOST_TEXT = 0.2


def shares_of(raw: bytes) -> list[float]:
    """Return how much of each page its letters take: lines as long as they are, as high as their
    size; measured in the finished pages with the fonts themselves.
    """
    fonts = {name: TTFont(path) for name, path in FONTS.items()}
    metrics = {
        name: (font["hmtx"], font.getBestCmap(), font["head"].unitsPerEm)
        for name, font in fonts.items()
    }
    found: list[float] = []
    for page in PdfReader(io.BytesIO(raw)).pages:
        areas: list[float] = []

        def add(text, _, __, font, size, into=areas):  # type: ignore[no-untyped-def]
            if font is None:
                return
            widths, letters, em = metrics[font["/BaseFont"].rpartition("-")[2]]
            glyphs = (letters.get(ord(letter)) for letter in text)
            into.append(sum(widths[one][0] for one in glyphs if one) / em * size * size)

        page.extract_text(visitor_text=add)
        found.append(sum(areas) / float(page.mediabox.width * page.mediabox.height))
    return found


FONTS = {
    "Bold": REPO / "overrides" / "print" / "fonts" / "be-vietnam-pro-700.woff2",
    "Regular": REPO / "overrides" / "print" / "fonts" / "be-vietnam-pro-400.woff2",
}


def test_letters_take_a_fifth_of_every_real_picture() -> None:
    """At most 20 % of each card of the real content, in both languages (O10); large letters give
    way first, then the sentences.
    """
    order = order_of(ProjectPaths(REPO))
    studio = studio_of(order)
    press = studio.press("social.typ")
    for lang in order.site.settings.languages:
        for topic in topics_of(order.site, lang):
            shares = shares_of(press.pdf(_data(order, studio, topic, lang), pages=None))
            assert len(shares) == len(SIZES)
            for size, share in zip(SIZES, shares, strict=True):
                assert 0.02 < share <= MOST_TEXT * 1.02, f"{topic.id} {lang} {size.name}"


def test_picture_with_too_much_to_say_is_refused(tiny: ProjectPaths) -> None:
    """A title that would fill the picture is an error, not small print."""
    order = order_of(tiny)
    topic = replace(topic_named(tiny, "lap-vuon"), title="Lập vườn và trồng cây " * 40)
    with pytest.raises(TypesetError):
        draw_cards(order, studio_of(order), topic, "vi")


def test_figures_across_a_break_do_not_stand_together(tiny: ProjectPaths) -> None:
    """What may not be compared is not put side by side: only readings since the last break."""
    indicator = order_of(tiny).site.indicators["so-cay"]
    assert [one.year for one in comparable(indicator)] == [2018]
    apply_changes(
        tiny.root,
        {"data/indicators.yml": {"replace": [["- year: 2018\n    why", "- year: 2016\n    why"]]}},
    )
    assert [one.year for one in comparable(order_of(tiny).site.indicators["so-cay"])] == [
        2016,
        2018,
    ]


def test_caption_keeps_to_the_limit_and_keeps_its_source(tiny: ProjectPaths) -> None:
    """The text gives way sentence by sentence; title, source and note never do (O11)."""
    order, topic = order_of(tiny), topic_named(tiny, "lap-vuon")
    whole = caption(order, topic, Platform(id="a", name="A", letters=280, hashtags=1), "vi")
    assert whole.startswith("01/03/2015: Lập vườn.")
    assert whole.endswith("#VuonMau")
    assert "https://garden.test/five/" in whole
    short = caption(order, topic, Platform(id="b", name="B", letters=100, hashtags=0), "vi")
    assert len(short) <= 100
    assert "Nguồn: Tổ làm vườn" in short
    assert "#" not in short
    tight = Platform.model_construct(id="c", name="C", letters=40, hashtags=0)
    with pytest.raises(TooLongError):
        caption(order, topic, tight, "vi")


def test_caption_file_counts_letters(tiny: ProjectPaths) -> None:
    """Each caption stands under its network with letters used and allowed."""
    made = made_by(tiny, "vi/mang-xa-hoi/lap-vuon")[-1]
    text = made.content.decode("utf-8-sig").replace("\r\n", "\n")
    heading, said = text.split("== Mạng Một: ")[1].split(" chữ cái ==\n\n")
    assert heading == f"{len(said.rstrip(chr(10)))}/280"


def test_calendar_has_each_day_that_is_known_to_the_day(tiny: ProjectPaths) -> None:
    """Day and month, the next time from the edition on; a date that is not known is not made up."""
    (made, *_) = made_by(tiny, "vi/mang-xa-hoi/lich-dang")
    rows = list(csv.DictReader(io.StringIO(made.content.decode("utf-8-sig"))))
    assert [(row["Ngày"], row["Lần tới"], row["Số năm"], row["Thẻ"]) for row in rows] == [
        ("01/03", "01/03/2024", "9", "lap-vuon")
    ]


def test_leap_day_comes_again_in_leap_years(tiny: ProjectPaths) -> None:
    """29 February is not moved to another day."""
    change = {"replace": [["date: 2015-03-01\n  topic", "date: 2016-02-29\n  topic"]]}
    apply_changes(tiny.root, {"data/events.yml": change})
    event = order_of(tiny).site.events["lap-vuon"]
    assert next_time(event, date(2024, 3, 1)) == date(2028, 2, 29)


def test_real_project_has_a_dozen_topics_in_both_languages() -> None:
    """The real settings name at least twelve topics that are published."""
    site = order_of(ProjectPaths(REPO)).site
    for lang in site.settings.languages:
        assert len(topics_of(site, lang)) >= 12
