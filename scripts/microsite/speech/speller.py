"""A written sentence to a spoken one: every rule of the ear in its order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from microsite.speech.dates import spell_dates
from microsite.speech.documents import spell_documents
from microsite.speech.leftovers import find_leftovers
from microsite.speech.numbers import (
    spell_fractions,
    spell_numbers,
    spell_ordinals,
    spell_phones,
    spell_ranges,
)
from microsite.speech.numerals import spell_roman
from microsite.speech.units import spell_units

# bounded, so that no line of a stranger makes a search go over it again and again
_ADDRESS = re.compile(
    r" ?(?:https?://|www\.)\S+| ?(?<!\S)[^\s@]{1,64}@[^\s@]{1,255}"
    r"| ?(?<![\w.-])(?:[a-z0-9-]{1,63}\.){1,5}(?:vn|com|org|net|edu|gov|info)\b(?:/\S*)?",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r" ?(?:\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\})")
_NESTED = 4  # brackets inside brackets; what lies deeper is named as a sign nobody can say
_DIGIT = re.compile(r"\d")
_QUOTES = re.compile('[“”„"«»‘’*]')
_DASHES = re.compile(r"\s+[-–—]+\s+|\s*[–—]\s*")
_SIGNS = {"&": " và ", "≥": " từ ", "≤": " đến ", "≈": " khoảng ", "×": " nhân ", "±": " cộng trừ "}


@dataclass(frozen=True)
class Spoken:
    """What is said, and what nobody could say: each sign, number or abbreviation once."""

    text: str
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True)
class Speller:
    """Says texts aloud; ``abbreviations`` leads from short forms to the words they stand for."""

    abbreviations: Mapping[str, str]

    def speak(self, text: str) -> Spoken:
        """Return ``text`` in words, without addresses, brackets and quotation marks; NFC."""
        if text not in self._said:  # the same sentence stands in scripts of several lengths
            self._said[text] = self._speak(text)
        return self._said[text]

    def _speak(self, text: str) -> Spoken:
        text = " ".join(unicodedata.normalize("NFC", text).replace("\u00a0", " ").split())
        text = _QUOTES.sub("", _without_brackets(_ADDRESS.sub("", text)))
        text = self._expand(text, self._composed)
        text = spell_documents(text, self.abbreviations)
        text = spell_roman(text, self.abbreviations)
        text = spell_units(_with_words_for_digits(text))
        text = self._expand(spell_numbers(text), self._plain)
        text = _tidy(_with_words_for_signs(text))
        return Spoken(text[:1].upper() + text[1:], tuple(find_leftovers(text)))

    def _expand(self, text: str, pattern: re.Pattern[str] | None) -> str:
        if pattern is None:
            return text
        return pattern.sub(lambda found: self.abbreviations[found.group()], text)

    @cached_property
    def _said(self) -> dict[str, Spoken]:
        return {}

    @cached_property
    def _composed(self) -> re.Pattern[str] | None:
        """Short forms that hold a digit or a sign, which other rules would take apart."""
        return _any_of([short for short in self.abbreviations if not short.isalpha()])

    @cached_property
    def _plain(self) -> re.Pattern[str] | None:
        return _any_of([short for short in self.abbreviations if short.isalpha()])


def count_syllables(spoken: str) -> int:
    """Count the syllables of a text in words; ki-lô-mét has three."""
    return len(re.findall(r"[^\W\d_]+", spoken))


def _any_of(shorts: list[str]) -> re.Pattern[str] | None:
    if not shorts:
        return None
    listed = "|".join(re.escape(short) for short in sorted(shorts, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{listed})(?![\w-])")


def _without_brackets(text: str) -> str:
    for _ in range(_NESTED):
        text = _BRACKETS.sub("", text)
    return text


def _with_words_for_digits(text: str) -> str:
    """Say what digits stand for something else than a number; most sentences have no digit."""
    if not _DIGIT.search(text):
        return spell_fractions(text)  # ½ is none
    text = spell_ordinals(spell_phones(spell_dates(text)))
    return spell_ranges(spell_fractions(text))


def _with_words_for_signs(text: str) -> str:
    for sign, words in _SIGNS.items():
        text = text.replace(sign, words)
    text = re.sub(r"(?<=[^\W\d_])/(?=[^\W\d_])", ", ", text)
    return _DASHES.sub(", ", text)


def _tidy(text: str) -> str:
    text = re.sub(r"\s+([.,;:!?…])", r"\1", " ".join(text.split()))
    text = re.sub(r"([,;:])(?:\s*[,;:])+", r"\1", text)
    return re.sub(r"[,;:]+(?=[.!?])", "", text).strip(" ,;:")
