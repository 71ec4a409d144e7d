"""Names and numbers that no line cuts in two."""

from __future__ import annotations

import pytest

from microsite.check.assemble import assemble
from microsite.checking import check_project
from microsite.paths import ProjectPaths
from microsite.render.whole import keep_whole, known_names
from microsite.wording.catalog import load_words

NAMES = frozenset({"Than Uyên", "Pu Ta Leng", "Ta Leng"})


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("huyện Than Uyên và Pu Ta Leng", ["huyện", "Than Uyên", "và", "Pu Ta Leng"]),
        ("Than Uyênh, than Uyên", ["Than", "Uyênh,", "than", "Uyên"]),
        ("từ 31 tỷ đồng thu", ["từ", "31 tỷ đồng", "thu"]),
        ("cao 3.049 m", ["cao", "3.049 m"]),
        ("115 năm thành lập", ["115 năm", "thành", "lập"]),
        ("năm 2004 tỉnh", ["năm", "2004", "tỉnh"]),
        ("2016-2020, đa chiều", ["2016-2020,", "đa", "chiều"]),
        ("01/01/2004 tỉnh", ["01/01/2004", "tỉnh"]),
        ("01/01/2004 – 30/06/2025", ["01/01/2004 –", "30/06/2025"]),
    ],
)
def test_lines_break_only_between_parts(text: str, parts: list[str]) -> None:
    """In a title a name keeps its words, a number the word after it, a power of ten its unit; a
    year, a date and the end of a clause keep nothing.
    """
    assert keep_whole(text, NAMES, load_words("vi"), title=True).split(" ") == [
        part.replace(" ", "\u00a0") for part in parts
    ]


def test_tags_stay_as_they_are() -> None:
    """Inside a tag nothing changes, so that addresses and drawings keep their blanks."""
    drawn = '<a title="Than Uyên" width="8 m">Than Uyên</a>'
    kept = '<a title="Than Uyên" width="8 m">Than\u00a0Uyên</a>'
    assert keep_whole(drawn, NAMES, load_words("vi")) == kept


def test_prose_keeps_names_and_units_only() -> None:
    """In running text a number keeps its unit and its power of ten, but not any word, so that lines
    stay even.
    """
    told = keep_whole("20 xã ở Than Uyên trồng 4 ha, thu 31 tỷ đồng", NAMES, load_words("vi"))
    assert told == "20 xã ở Than\u00a0Uyên trồng 4\u00a0ha, thu 31\u00a0tỷ\u00a0đồng"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Sắc lệnh 230-SL ngày", "Sắc lệnh 230-~SL ngày"),
        ("1585/QĐ-TTg, 125-CV/BTGHU", "1585/QĐ-~TTg, 125-~CV/BTGHU"),
        ("22/2003/QH11", "22/2003/QH11"),
        ("2016-2020, 10-15 ha", "2016-2020, 10-15 ha"),
    ],
)
def test_the_number_of_a_document_is_not_parted(text: str, kept: str) -> None:
    """After its hyphens stands a word joiner (U+2060, here ~); a span of years may be parted."""
    told = keep_whole(text, frozenset(), load_words("vi")).replace("\u00a0", " ")
    assert told == kept.replace("~", "\u2060")


def test_english_dates_stay_whole_in_titles() -> None:
    """A day keeps its month."""
    told = keep_whole("on 1 January 2004", NAMES, load_words("en"), title=True)
    assert told == "on 1\u00a0January 2004"


def test_names_come_from_the_data(tiny: ProjectPaths) -> None:
    """What is written with capitals in names and places is a name, with and without the first word,
    which may be a capital of the sentence; one word alone needs no help.
    """
    units = tiny.data / "units.yml"
    named = units.read_text(encoding="utf-8").replace("vi: Luống lớn", "vi: Huyện Than Uyên (cũ)")
    units.write_text(named, encoding="utf-8")
    content, _ = check_project(tiny)
    assert content.settings is not None
    site = assemble(content, content.settings)
    assert known_names(site) == {"Huyện Than Uyên", "Than Uyên"}
