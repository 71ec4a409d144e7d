"""Numbers as Vietnamese writes them (9.068,78) in words, alone and as ranges."""

from __future__ import annotations

import re

from microsite.speech.integers import spell_digits, spell_fraction, spell_integer

NUMBER = r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?"
DASH = r"\s?[-–—]\s?"
_BEFORE = r"(?<![\w.,])"
_AFTER = r"(?![\w]|[.,]\d)"

_PHONE = re.compile(rf"{_BEFORE}(?:\+84|0)(?:[ .]?\d){{8,10}}{_AFTER}")
_ORDINAL = re.compile(rf"\b(?P<before>[Tt]hứ|[Hh]ạng) (?P<number>\d+){_AFTER}(?!/)")
_FRACTION = re.compile(r"(?<![\w.,/])(?P<upper>\d{1,4})/(?P<lower>\d{1,4})(?![\w/])")
_SIGNS_OF_PARTS = {"½": "một phần hai", "¼": "một phần tư", "¾": "ba phần tư"}
_RANGE = re.compile(
    rf"(?:\b[Tt]ừ )?{_BEFORE}(?P<low>{NUMBER})(?P<unit> ?%)?{DASH}(?P<high>{NUMBER}){_AFTER}"
)
# a number beside a slash belongs to something that other rules did not understand
_PLAIN = re.compile(rf"(?<![\w.,/])(?P<sign>[-−])?(?P<number>{NUMBER})(?![.,]?\d|/)")
_PARTS = 10  # “ba phần tư”, but “sáu mươi mốt trên sáu mươi ba”


def spell_number(written: str) -> str:
    """Return a number as Vietnamese writes it in words: “−2,77”, “9.068”, “007”."""
    sign, bare = ("âm ", written[1:]) if written[:1] in "-−" else ("", written)
    whole, _, fraction = bare.replace(".", "").partition(",")
    is_code = len(whole) > 1 and whole.startswith("0")
    words = spell_digits(whole) if is_code else spell_integer(int(whole))
    return f"{sign}{words} phẩy {spell_fraction(fraction)}" if fraction else f"{sign}{words}"


def spell_phones(text: str) -> str:
    """Return ``text`` with telephone numbers said digit by digit."""
    return _PHONE.sub(lambda found: _phone(found.group()), text)


def spell_ordinals(text: str) -> str:
    """Return ``text`` with “thứ 1” as “thứ nhất” and “thứ 4” as “thứ tư”."""
    return _ORDINAL.sub(lambda found: f"{found['before']} {ordinal(int(found['number']))}", text)


def ordinal(number: int) -> str:
    """Return what stands after “thứ”."""
    return {1: "nhất", 4: "tư"}.get(number) or spell_integer(number)


def spell_fractions(text: str) -> str:
    """Return ``text`` with 3/4 as “ba phần tư” and 61/63 as “sáu mươi mốt trên sáu mươi ba”."""
    for sign, words in _SIGNS_OF_PARTS.items():
        text = text.replace(sign, words)
    return _FRACTION.sub(_fraction, text)


def spell_ranges(text: str) -> str:
    """Return ``text`` with “9–10” as “từ chín đến mười”; the unit after it stays."""
    return _RANGE.sub(
        lambda found: f"từ {spell_number(found['low'])} đến {found['high']}",
        text,
    )


def spell_numbers(text: str) -> str:
    """Return ``text`` with every number that is left in words."""
    return _PLAIN.sub(lambda found: spell_number((found["sign"] or "") + found["number"]), text)


def _phone(written: str) -> str:
    plus = "cộng " if written.startswith("+") else ""
    return plus + spell_digits(re.sub(r"\D", "", written))


def _fraction(found: re.Match[str]) -> str:
    upper, lower = int(found["upper"]), int(found["lower"])
    if not lower:
        return found.group()
    if upper < lower <= _PARTS:
        return f"{spell_integer(upper)} phần {ordinal(lower)}"
    return f"{spell_integer(upper)} trên {spell_integer(lower)}"
