"""Numbers, dates, units and short forms said aloud, in northern usage (O4)."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from microsite.speech.integers import spell_integer
from microsite.speech.numbers import spell_number
from microsite.speech.roman import read_roman
from microsite.speech.speller import Speller, count_syllables
from microsite.speech.syllables import is_syllable
from spoken_numbers import number_of

GOLDEN = sorted((Path(__file__).parent / "golden" / "speak").glob("*.yml"))
SHORT = {
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "HTX": "Hợp tác xã",
    "GRDP": "Tổng sản phẩm trên địa bàn",
    "OCOP": "Mỗi xã một sản phẩm",
    "COVID-19": "Cô-vít mười chín",
    "QH": "Quốc hội",
    "CP": "Chính phủ",
    "TU": "Tỉnh ủy",
    "TTg": "Thủ tướng Chính phủ",
    "TW": "Trung ương",
    "HĐBT": "Hội đồng Bộ trưởng",
    "NQ": "nghị quyết",
    "NĐ": "nghị định",
    "QĐ": "quyết định",
    "SL": "sắc lệnh",
    "QĐNS": "quyết định nhân sự",
    "UBTVQH": "Ủy ban Thường vụ Quốc hội",
}
SPELLER = Speller(SHORT)

# what no northern speaker says for a number
FORBIDDEN = re.compile(
    r"\d|  |\blinh (?:không|mười)|mươi (?:một|năm|không|mươi)|mười (?:năm|mốt|tư|mười|mươi|linh)"
    r"|\b(?:không|một) mươi|trăm (?:không|một|hai|ba|bốn|năm|sáu|bảy|tám|chín)(?! (?:mươi|trăm|"
    r"nghìn|triệu|tỷ))\b|\b(?:lẻ|ngàn|tỉ)\b|\bkhông (?:nghìn|triệu)$|\blinh tư\b|\blinh lăm\b"
)


def cases() -> Iterator[tuple[str, str, object]]:
    """Yield group, text and expectation of every golden case."""
    for path in GOLDEN:
        for written, expected in yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]:
            yield path.stem, written, expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [(written, said) for group, written, said in cases() if group != "unsayable"],
)
def test_text_is_said(written: str, expected: str) -> None:
    """Each text is said as its group's rule wants, with a capital at the beginning."""
    said = SPELLER.speak(written)
    assert said.text == expected[:1].upper() + expected[1:]
    assert said.unknown == ()


@pytest.mark.parametrize(
    ("written", "unknown"),
    [(written, named) for group, written, named in cases() if group == "unsayable"],
)
def test_what_cannot_be_said_is_named(written: str, unknown: list[str]) -> None:
    """Nothing is guessed: an unknown short form, number or sign is named once."""
    assert list(SPELLER.speak(written).unknown) == unknown


def test_golden_list_is_long_and_says_its_rules() -> None:
    """At least 300 texts, none twice, and every group says which rule it tests."""
    listed = [(group, written) for group, written, _ in cases()]
    assert len(listed) >= 300
    assert len(set(listed)) == len(listed)
    for path in GOLDEN:
        assert yaml.safe_load(path.read_text(encoding="utf-8"))["rule"], path.name


def samples() -> list[int]:
    """Return numbers up to 10^12: all small ones, all around powers of ten, and many others."""
    found = {*range(12_000), 10**12}
    for power in range(3, 13):
        for factor in (1, 2, 5, 9):
            found |= {abs(factor * 10**power + step) for step in range(-120, 121)}
    for seed in range(3):
        drawn = random.Random(seed)
        found |= {drawn.randrange(10 ** drawn.randint(4, 12)) for _ in range(7_000)}
        # digits that change their name, and zeros between them
        for _ in range(4_000):
            found.add(int("".join(drawn.choices("0001145", k=drawn.randint(4, 12)))))
    return sorted(number for number in found if number <= 10**12)


def test_no_number_has_a_forbidden_form_and_each_leads_back() -> None:
    """Over samples up to 10^12 no form is wrong, and an independent reader gets the number back."""
    numbers = samples()
    assert len(numbers) > 30_000
    said = {number: spell_integer(number) for number in numbers}
    assert {n: words for n, words in said.items() if FORBIDDEN.search(words)} == {}
    assert {n: words for n, words in said.items() if number_of(words) != n} == {}
    assert len(set(said.values())) == len(numbers)


@pytest.mark.parametrize("wrong", ["mười năm", "hai mươi một", "một trăm lẻ năm", "linh không"])
def test_forbidden_forms_are_found(wrong: str) -> None:
    """The search for forbidden forms can fail."""
    assert FORBIDDEN.search(wrong)


def test_negative_numbers_lead_back_too() -> None:
    """The sign is said first."""
    for number in (-5, -15, -105, -2004, -1_000_001):
        assert number_of(spell_integer(number)) == number
        assert spell_number(str(number)).startswith("âm ")


@pytest.mark.parametrize("number", range(1, 400))
def test_roman_numerals_are_read_and_others_refused(number: int) -> None:
    """What Romans would write is read; the same with a fourth I, X or C more is none."""
    written = ""
    for worth, letters in ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX")):
        while number - _worth(written) >= worth:
            written += letters
    rest = number - _worth(written)
    written += ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII")[rest]
    assert read_roman(written) == number
    with pytest.raises(ValueError, match="IIII"):
        read_roman(written + "IIII")


def _worth(written: str) -> int:
    return read_roman(written) if written else 0


def test_said_text_can_be_said_again() -> None:
    """What is said stays as it is when it is said once more: nothing is left to spell."""
    for group, written, _ in cases():
        if group != "unsayable":
            said = SPELLER.speak(written).text
            assert SPELLER.speak(said).text == said
            assert unicodedata.is_normalized("NFC", said)


def test_syllables() -> None:
    """Hyphens part syllables; other languages' words are none of ours."""
    assert count_syllables("Chín ki-lô-mét vuông, mồng một.") == 7
    assert all(
        map(is_syllable, ["nghiêng", "người", "quê", "hương", "giếng", "khuya", "Mông", "Lự", "ủy"])
    )
    assert not any(map(is_syllable, ["Forum", "Times", "Vietnam", "Pictorial", "Hanoi"]))


def test_strange_text_is_named_not_followed() -> None:
    """Brackets without end and rows of signs: they are named, and nothing breaks."""
    for strange in ("(a" * 1600 + ")" * 1600, "1/" * 2400, "=" * 4800):
        assert SPELLER.speak(strange).unknown
