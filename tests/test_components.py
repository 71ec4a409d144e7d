"""Parts that readers use: timeline, filters, quiz, glossary notes, pictures and sound."""

from __future__ import annotations

import math
import re
import struct
import wave
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from browser.serving import serve
from changes import apply_changes
from conftest import TINY, copy_project
from microsite.check.assemble import assemble
from microsite.check.directives import DIRECTIVES
from microsite.checking import check_project
from microsite.engine import build_site
from microsite.model.edtf import parse_edtf
from microsite.model.event import Event
from microsite.model.media import LANGUAGES
from microsite.paths import ProjectPaths
from microsite.pipeline import build
from microsite.render.cards import split_result
from microsite.render.filters import LISTS
from microsite.render.timeline import cut_periods, marked_event
from microsite.wording.catalog import load_words

pytest_plugins = ["browser.fixtures"]

Browse = Callable[..., Any]

PHOTO = """- id: {id}
  file: {id}.png
  alt:
    vi: Khu vườn nhìn từ cổng
    en: The garden seen from the gate
  caption:
    vi: Một buổi sáng trong vườn.
    en: A morning in the garden.
  place:
    vi: Cổng vườn
    en: The garden gate
  date: {date}
  author: Người chụp mẫu
  licence: CC BY 4.0
  people: false
"""
RECORDING = """recordings:
- id: loi-ke
  file: loi-ke.wav
  title:
    vi: Lời kể của người trồng cây
    en: What the gardener tells
  minutes: 0.1
  bytes: {bytes}
  lang: hmn-Latn-VN
  speaker:
    vi: Người trồng cây
    en: The gardener
  transcript:
    vi: Ngày ấy vườn mới có mười hai cây [@so-tay].
    en: In those days the garden had twelve trees [@so-tay].
  sources:
  - so-tay
"""
PAGE = """---
title: Mọi phần
summary: Trang thử các phần.
author: to-vuon
published: 2020-01-02
reviewed: 2020-01-03
review_in: 12
---

::filter{list=models}

## Vườn {#vuon}

Những cách làm trong vườn.

::models{field=environment}

## Làng {#lang}

::models{field=society}

## Đố {#do}

::quiz{level=1}

## Ảnh {#anh}

::then-now{then=vuon-xua now=vuon-nay}

::then-now{then=luong now=vuon-nay}

::gallery{ids=vuon-xua,vuon-nay}

::audio{#loi-ke}

Chữ [luống](../trang/thuat-ngu.md#luong) nghĩa là gì.
"""

QUIZ_PAGE = """---
title: Đố vui
summary: Trang đố.
author: to-vuon
published: 2020-01-02
reviewed: 2020-01-03
review_in: 12
---

## Mức một {#mot}

Cho người mới.

::quiz{level=1}
"""

MOMENTS, QUIZ = "vuon/index.html", "vuon/do.html"


def paint(path: Path, width: int, height: int) -> None:
    """Write a small picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    rows = b"".join(b"\0" + bytes((row % 256, 120, 90)) * width for row in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def record(path: Path) -> int:
    """Write two seconds of a tone; return the size of the file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(8000)
        sound.writeframes(bytes(int(128 + 60 * math.sin(i / 6)) for i in range(16000)))
    return path.stat().st_size


def add_media(paths: ProjectPaths) -> None:
    """Give the project three pictures and a recording."""
    photos = [
        ("vuon-xua", 960, 640, "2015-03"),
        ("vuon-nay", 1200, 800, "2020"),
        ("luong", 640, 640, "2018"),
    ]
    text = "photos:\n"
    for name, width, height, day in photos:
        paint(paths.media / "photos" / f"{name}.png", width, height)
        text += PHOTO.format(id=name, date=day)
    (paths.data / "photos.yml").write_text(text, encoding="utf-8")
    size = record(paths.media / "audio" / "loi-ke.wav")
    text = RECORDING.format(bytes=size)
    (paths.data / "recordings.yml").write_text(text, encoding="utf-8")


def add_page(paths: ProjectPaths) -> None:
    """Add a page with every part, and a second model, event and question."""
    (paths.docs / "vi/vuon/phan.md").write_text(PAGE, encoding="utf-8")
    index = paths.docs / "vi/vuon/index.md"
    text = index.read_text(encoding="utf-8")
    index.write_text(f"{text}\n\n[Mọi phần](phan.md) [Đố](do.md)\n", encoding="utf-8")
    (paths.docs / "vi/vuon/do.md").write_text(QUIZ_PAGE, encoding="utf-8")
    kinds = ["    index: timeline\n", "    index: timeline\n    do: quiz\n"]
    apply_changes(paths.root, {"data/site.yml": {"replace": [kinds]}})
    for name, ident, old, new in (
        ("models", "u-phan", "field: environment", "field: society"),
        ("events", "lap-vuon", "topic: formation", "topic: society"),
        ("quiz", "nam-lap-vuon", "Vườn lập năm nào?", "Năm đầu là năm nào?"),
    ):
        file = paths.data / f"{name}.yml"
        entries = file.read_text(encoding="utf-8")
        first = re.split(r"(?m)^(?=- id: )", entries)[1]
        second = first.replace(f"id: {ident}", f"id: {ident}-hai").replace(old, new)
        file.write_text(entries + second.replace("2015-03-01", "2021-05"), encoding="utf-8")


@pytest.fixture(name="parts", scope="session")
def fixture_parts(tmp_path_factory: pytest.TempPathFactory) -> ProjectPaths:
    """The tiny project with every part on one page, built once."""
    paths = copy_project(TINY, tmp_path_factory.mktemp("parts") / "tiny")
    add_media(paths)
    add_page(paths)
    build(paths, build_site)
    return paths


@pytest.fixture(name="page")
def fixture_page(parts: ProjectPaths) -> str:
    """The page with every part."""
    return (parts.site / "vuon/phan.html").read_text(encoding="utf-8")


@pytest.fixture(name="uses")
def fixture_uses(parts: ProjectPaths, browse: Browse) -> Iterator[Callable[..., Any]]:
    """Use one part of the page in a browser and tell what was seen."""
    with serve(parts.site) as address:

        def use(part: str, **more: Any) -> Any:
            plan = {"part": part, "path": "vuon/phan.html", **more}
            return browse("parts.mjs", root=address, uses=[plan])[0]

        yield use


class Elements(HTMLParser):
    """Every element of a page with its attributes, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one element."""
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def having(self, name: str) -> list[dict[str, str]]:
        """Return the attributes of the elements that have ``name``."""
        return [attributes for _, attributes in self.found if name in attributes]

    def of(self, tag: str, classed: str = "") -> list[dict[str, str]]:
        """Return the attributes of the elements called ``tag``, perhaps of one class."""
        return [
            attributes
            for name, attributes in self.found
            if name == tag and (not classed or classed in attributes.get("class", "").split())
        ]


def test_filter_offers_the_lists_there_are() -> None:
    """What the check allows to be filtered is what can be filtered."""
    assert DIRECTIVES["filter"].options["list"] == LISTS


def test_every_language_has_a_name() -> None:
    """A recording's language can be said in every language of the interface."""
    for lang in ("vi", "en"):
        assert [code for code in LANGUAGES if not load_words(lang)(f"language.{code}")] == []


@pytest.mark.parametrize(
    ("text", "numeral", "rest"),
    [
        ("Hơn 20.000 lượt khách mỗi năm", "hơn 20.000", "lượt khách mỗi năm"),
        ("13,197 km đường biên", "13,197 km", "đường biên"),
        ("4 đến 5 tấn búp tươi", "4 đến 5 tấn", "búp tươi"),
        ("Khoảng 3,5 triệu USD mỗi năm", "khoảng 3,5 triệu USD", "mỗi năm"),
        ("39/94 xã đạt chuẩn", "39/94", "xã đạt chuẩn"),
        ("100% hộ có điện", "100%", "hộ có điện"),
        ("9 đội, hơn 100 diễn viên", "9", "đội, hơn 100 diễn viên"),
    ],
)
def test_result_begins_with_its_numeral(text: str, numeral: str, rest: str) -> None:
    """Qualifier, power of ten and short unit stay with the number; nothing of it may break."""
    assert split_result(text, load_words("vi")) == (numeral.replace(" ", "\u00a0"), rest)


@pytest.mark.parametrize("text", ["Mỗi năm một đống.", "Năm 2025, lễ hội được ghi danh", "2025"])
def test_result_without_numeral_stays_words(text: str) -> None:
    """A year or a count inside the sentence is no numeral."""
    assert split_result(text, load_words("vi")) is None


def test_timeline_is_cut_by_anniversaries_and_years(tiny: ProjectPaths) -> None:
    """Periods run from anniversary to anniversary; thin decades are joined; then each year stands
    alone.
    """
    site = build_events(tiny, ["1431", "1890", "1909", "1951", "1952-03", "1953", "2014", "2017~"])
    periods = cut_periods(site, load_words("vi"))
    assert [(one.label, one.count) for one in periods] == [("đến 2014", 7), ("2015–2019", 1)]
    eras = [(era.id, era.years, len(era.events)) for one in periods for era in one.eras]
    assert eras == [
        ("nam-1430", "1431–1909", 3),
        ("nam-1950", "1951–2014", 4),
        ("nam-2017", "2017", 1),
    ]


def test_rail_marks_each_fifth_year(tiny: ProjectPaths) -> None:
    """Under the rail stand spans of years with a short end, then single years; each fifth from the
    anniversary's is strong.
    """
    site = build_events(tiny, ["1909", "1931", "1951", "1972", "2016", "2019", "2020"])
    eras = [era for one in cut_periods(site, load_words("vi")) for era in one.eras]
    assert [(era.first, era.until, era.is_year, era.is_fifth) for era in eras] == [
        (1909, "72", False, False),
        (2016, "", True, False),
        (2019, "", True, False),
        (2020, "", True, True),
    ]


def test_the_remembered_day_leads(tiny: ProjectPaths) -> None:
    """Of several events on the day of the last anniversary the founding one is marked, and it comes
    first.
    """
    site = build_events(tiny, ["2015-03-01", "2015-03-01"], topics=["party", "formation"])
    assert marked_event(site) == "e1"
    (period,) = cut_periods(site, load_words("vi"))
    assert [event.id for event in period.eras[0].events] == ["e1", "e0"]
    assert period.eras[0].has_marked


def build_events(tiny: ProjectPaths, dates: list[str], topics: list[str] | None = None) -> Any:
    """Return the tiny site with events on these dates instead of its own."""
    content, _ = check_project(tiny)
    assert content.settings is not None
    site = assemble(content, content.settings)
    model = site.events["lap-vuon"]
    events: dict[str, Event] = {}
    for number, day in enumerate(dates):
        changes = {"id": f"e{number}", "date": parse_edtf(day)}
        topic = (topics or ["party"] * len(dates))[number]
        events[f"e{number}"] = model.model_copy(update={**changes, "topic": topic})
    return replace(site, events=events)


def test_timeline_is_whole_in_html(parts: ProjectPaths) -> None:
    """Dated articles with an address each, a rail of links, one filled panel; every chip is a link
    to a place on the page.
    """
    page = (parts.site / MOMENTS).read_text(encoding="utf-8")
    elements = Elements(page)
    events = elements.having("data-giai-doan")
    assert [(one["id"], one["data-chu-de"]) for one in events] == [
        ("lap-vuon", "formation"),
        ("lap-vuon-hai", "society"),
    ]
    assert [one["id"] for one in elements.of("article", "ms-marked")] == ["lap-vuon"]
    assert '<time datetime="2021-05">05/2021</time>' in page
    assert 'aria-label="2021: 1 sự kiện"' in page
    ids = {one["id"] for one in elements.having("id")}
    chips = [one["href"] for one in elements.of("a", "ms-chip")]
    assert len(chips) == 6
    assert [href for href in chips if href.startswith("#") and href[1:] not in ids] == []


def test_filter_of_units_leads_to_their_pages(page: str) -> None:
    """Without scripts a unit's chip opens the unit's page at the same kind of entries."""
    assert 'href="#mo-hinh-environment"' in page
    models = Elements(page).having("data-don-vi")
    assert {one["data-don-vi"] for one in models} == {"luong-mot"}


def test_every_table_can_be_taken_away(parts: ProjectPaths) -> None:
    """The list of files gives values and description of every indicator, each link named for it."""
    text = (parts.site / MOMENTS).read_text(encoding="utf-8")
    listed = text.partition('<div class="ms-files">')[2].partition("</div>")[0]
    links = {one["href"]: one.get("aria-label", "") for one in Elements(listed).of("a")}
    assert links["../so-lieu/so-cay.csv"] == "CSV, bảng số: Số cây"
    assert links["../so-lieu/so-cay.metadata.json"] == "JSON, mô tả: Số cây"
    files = {f"../so-lieu/{path.name}" for path in (parts.site / "so-lieu").glob("*.csv")}
    assert files <= set(links)


def test_quiz_needs_no_form(page: str) -> None:
    """Questions are groups of radio buttons outside any form; the answer lies in a fold."""
    elements = Elements(page.partition("<main")[2].partition("</main>")[0])
    assert elements.of("form") == []
    assert [one["id"] for one in elements.of("fieldset")] == ["nam-lap-vuon", "nam-lap-vuon-hai"]
    radios = elements.of("input")
    assert len([one for one in radios if one["type"] == "radio"]) == 8
    assert len(elements.having("data-right")) == 2
    assert page.count("<summary>Xem đáp án</summary>") == 2
    assert "<summary>Đáp án mức 1</summary>" in page


def test_glossary_notes_wait_in_the_page(page: str) -> None:
    """A term that the page links to has its meaning at hand; the link leads to the glossary."""
    assert 'href="../trang/thuat-ngu.html#luong"' in page
    assert '<p data-term="luong"' in page
    assert "Dải đất trồng cây." in page.partition("<template")[2].partition("</template>")[0]


def test_pictures_say_what_they_must(page: str, parts: ProjectPaths) -> None:
    """Every picture has its size, words for those who do not see it, place, date, author and
    licence.
    """
    pictures = [one for one in Elements(page).of("img") if "photos" in one["src"]]
    assert len(pictures) == 6
    assert {one["alt"] for one in pictures} == {"Khu vườn nhìn từ cổng"}
    assert {(one["width"], one["height"]) for one in pictures} == {
        ("960", "640"),
        ("1200", "800"),
        ("640", "640"),
    }
    assert "Cổng vườn, 03/2015. Ảnh: Người chụp mẫu. CC BY 4.0." in page


def test_browser_takes_the_picture_it_can_use(page: str, parts: ProjectPaths) -> None:
    """Each photograph is offered as AVIF, WebP and JPEG in its widths; the first of a page comes at
    once, the others when they are near; the photograph itself stays out of the site.
    """
    elements = Elements(page)
    pictures = [one for one in elements.of("img") if "photos" in one["src"]]
    assert [one.get("loading") for one in pictures] == [None, *["lazy"] * 5]
    assert [one["type"] for one in elements.of("source")] == ["image/avif", "image/webp"] * 6
    offered = {
        (name.rpartition("-")[0].rpartition("/")[2], width)
        for one in [*pictures, *elements.of("source")]
        for name, width in (part.split() for part in one["srcset"].split(", "))
        if (parts.site / "vuon" / name).resolve().is_file()
    }
    assert offered == {
        ("vuon-xua-480", "480w"),
        ("vuon-xua-960", "960w"),
        ("vuon-nay-480", "480w"),
        ("vuon-nay-960", "960w"),
        ("vuon-nay-1200", "1200w"),
        ("luong-480", "480w"),
        ("luong-640", "640w"),
    }
    assert sorted(path.suffix for path in (parts.site / "assets/photos").iterdir()) == [
        *[".avif"] * 7,
        *[".jpg"] * 7,
        *[".webp"] * 7,
    ]


def test_only_pictures_of_one_shape_are_laid_over(page: str) -> None:
    """A pair of unlike shapes stays side by side."""
    assert len(Elements(page).having("data-share")) == 1
    assert page.count('class="ms-pair"') == 2


def test_sound_tells_its_size_and_words(page: str) -> None:
    """A recording loads nothing by itself and says language, minutes and size."""
    (audio,) = Elements(page).of("audio")
    assert audio["preload"] == "none"
    assert re.fullmatch(r"\.\./assets/audio/loi-ke-[0-9a-f]{8}\.wav", audio["src"])
    assert "Người trồng cây · tiếng Mông · 0,1 phút · 16\u00a0kB" in page
    assert "Ngày ấy vườn mới có mười hai cây" in page


def test_english_page_shows_the_same_files(parts: ProjectPaths) -> None:
    """Pictures lie once in the site, for all languages."""
    page = (parts.site / "en/vuon/phan.html").read_text(encoding="utf-8")
    assert 'src="../../assets/photos/vuon-xua-480-' in page


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        (["  date: 2015-03\n", ""], ["missing-key"]),
        (["  licence: CC BY 4.0\n", ""], ["missing-key"]),
        (["  date: 2015-03\n", "  date: 2021\n"], ["photo-order"]),
        (["file: vuon-xua.png", "file: vuon-cu.png"], ["media-missing"]),
        (["file: vuon-xua.png", "file: Vườn.png"], ["media-file"]),
        (["alt:\n    vi: Khu", "alt:\n    vii: Khu"], ["unknown-key"]),
    ],
)
def test_pair_without_its_facts_is_refused(
    tiny: ProjectPaths, change: list[str], codes: list[str]
) -> None:
    """A picture without date, licence, words or file is no picture of ours, nor is a “then” that is
    younger than “now”.
    """
    add_media(tiny)
    add_page(tiny)
    assert check_project(tiny)[1] == ()
    apply_changes(tiny.root, {"data/photos.yml": {"replace": [change]}})
    assert [problem.code for problem in check_project(tiny)[1]] == codes


@pytest.mark.parametrize(
    ("tag", "codes"),
    [
        ("vi", []),
        ("twh-Tavt", []),
        ("hmn-Latn-VN-x-mongvn", []),
        ("mji", []),
        ("daz", ["language-trap"]),
        ("th", ["language-trap"]),
        ("hmo-Latn", ["language-trap"]),
        ("fr", ["language-tag"]),
        ("hmn_VN", ["language-tag"]),
        ("Hmn", ["language-tag"]),
    ],
)
def test_language_of_a_recording(tiny: ProjectPaths, tag: str, codes: list[str]) -> None:
    """Only languages spoken here, by their real codes; the known traps are named (L1)."""
    add_media(tiny)
    change = ["lang: hmn-Latn-VN", f"lang: {tag}"]
    apply_changes(tiny.root, {"data/recordings.yml": {"replace": [change]}})
    assert [problem.code for problem in check_project(tiny)[1]] == codes


def test_size_of_a_recording_is_true(tiny: ProjectPaths) -> None:
    """What readers are told before loading is the file's size, give or take a twentieth (B8)."""
    add_media(tiny)
    apply_changes(tiny.root, {"data/recordings.yml": {"replace": [["bytes: ", "bytes: 9"]]}})
    assert [problem.code for problem in check_project(tiny)[1]] == ["media-size"]


def test_filter_narrows_at_once_and_can_be_shared(uses: Callable[..., Any]) -> None:
    """Chips narrow the timeline by mouse and keyboard, tell the count, and stand in the address."""
    items = {"items": ".ms-timeline .ms-event"}
    chips = {"first": '[data-value="society"]', "second": '[data-value="2020"]'}
    timeline = ".ms-timeline "
    seen = uses(
        "filter", path=MOMENTS, **items, **{name: timeline + chip for name, chip in chips.items()}
    )
    assert seen["all"] == 2
    assert (seen["first"], seen["hash"], seen["pressed"]) == (1, "#chu-de-society", "true")
    assert (seen["both"], seen["bothHash"]) == (1, "#chu-de-society+giai-doan-2020")
    assert seen["shared"] == 1
    assert seen["cleared"] == [2, ""]


def test_filter_takes_empty_headings_away(uses: Callable[..., Any]) -> None:
    """A list without entries goes with its heading, and comes back."""
    first = '[data-facet="mo-hinh"] [data-value="society"]'
    second = '[data-facet="mo-hinh"] [data-value="environment"]'
    seen = uses("filter", items=".ms-deck > li", first=first, second=second)
    assert (seen["all"], seen["first"], seen["both"]) == (2, 1, 1)
    assert (seen["said"], seen["headings"]) == ("1 trong 2 mô hình", 0)


def test_address_of_an_event_beats_the_filter(uses: Callable[..., Any]) -> None:
    """A link to an event shows it, although a filter had hidden it."""
    chip = '.ms-timeline [data-value="society"]'
    assert uses("place", path=MOMENTS, chip=chip, target="#lap-vuon") == {"before": 0, "after": 1}


def test_topic_filters_without_scripts(uses: Callable[..., Any]) -> None:
    """The address of a topic narrows the timeline by style alone."""
    seen = uses(
        "topic",
        path=MOMENTS,
        topic="#chu-de-society",
        items=".ms-timeline .ms-event",
        scripts=False,
    )
    assert seen == {"all": 2, "topic": 1}


def test_quiz_tells_right_from_wrong(uses: Callable[..., Any]) -> None:
    """Choosing is answering; the first answer counts; the keyboard may look before it answers;
    nothing is kept.
    """
    seen = uses("quiz")
    assert seen["verdict"].startswith("Chưa đúng. Đáp án là ")
    assert (seen["done"], seen["open"], seen["locked"]) == ("no", True, True)
    assert seen["score"] == "Đúng 0 trên 1 câu đã trả lời."
    assert seen["again"] == ["", 0]
    assert (seen["waiting"], seen["submit"], seen["right"]) == ("", 1, "yes")
    assert seen["end"] == "Đúng 1 trên 1 câu đã trả lời."
    assert seen["kept"] == 0


def test_quiz_is_a_thread_of_knots(uses: Callable[..., Any]) -> None:
    """With scripts there is one question at a time; its knot is open, then right or wrong, in its
    name as well; the result comes at the end; knot, button and address open any question.
    """
    seen = uses("thread", path=QUIZ)
    assert seen["first"] == [[True, False], ["open", "open"], 0]
    assert seen["answered"] == [["yes", "open"], 1]
    assert (seen["next"], seen["focus"]) == ([False, True], "nam-lap-vuon-hai")
    assert seen["end"] == [["yes", "no"], "Bạn trả lời đúng 1 trên 2 câu.", "1/2", 0]
    assert seen["names"] == ["Câu 1: đúng", "Câu 2: chưa đúng"]
    assert (seen["back"], seen["every"]) == ([True, False], [True, True])
    assert seen["again"] == [["open", "open"], ""]
    assert seen["named"] == [False, True]


def test_quiz_is_whole_without_scripts(uses: Callable[..., Any]) -> None:
    """Without scripts every question stands there with its answer in a fold, the knots lead to
    them, and no button waits in vain.
    """
    seen = uses("unscripted", path=QUIZ, scripts=False)
    assert seen == {"asks": 2, "folds": 2, "knots": 2, "buttons": 0}


@pytest.mark.parametrize("width", [320, 1280])
def test_term_is_explained_on_tap(uses: Callable[..., Any], width: int) -> None:
    """A tap shows the meaning and moves the focus there, Esc brings it back, a second tap leads to
    the glossary.
    """
    seen = uses("term", width=width)
    assert seen["meaning"].startswith("Luống Dải đất trồng cây.")
    assert (seen["focus"], seen["closed"], seen["back"]) == ("ms-meaning", True, True)
    assert seen["wide"] <= 0
    assert seen["arrived"] == "trang/thuat-ngu.html#luong"


def test_line_between_then_and_now_moves_by_keyboard(uses: Callable[..., Any]) -> None:
    """The range moves by five per cent and says where it is; sound is not loaded."""
    seen = uses("pair")
    assert (seen["value"], seen["said"], seen["pairs"]) == ("55", "55% là ảnh nay", 1)
    assert seen["clip"] == "inset(0px 0px 0px 45%)"
    assert seen["sound"] == ["none", 0]


def test_page_is_read_by_a_voice_of_its_language(uses: Callable[..., Any]) -> None:
    """The button appears only where the device speaks the page's language; source numbers are not
    read.
    """
    assert uses("aloud", voice="") == {"ready": False}
    assert uses("aloud", voice="en-US") == {"ready": False}
    seen = uses("aloud", voice="vi-VN")
    assert (seen["label"], seen["running"]) == ("Nghe đọc trang này", "Dừng đọc")
    assert seen["said"][:2] == ["Trang thử các phần.", "Vườn"]
    assert "Những cách làm trong vườn." in seen["said"]
