"""What is left of a text that nobody could say: digits, signs, letters that stand for words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

# the letters and stops of a text in words
_SIGN = re.compile(r"[^\w\s.,;:!?…\-]|_")
_DIGITS = re.compile(r"\S*\d\S*")
_WORD = re.compile(r"[^\W\d_]+(?:[-.][^\W\d_]+)*")
_VOWELS = set("aeiouyăâêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ")
_EDGES = ".,;:!?…“”\"'"


def find_leftovers(text: str) -> Iterator[str]:
    """Yield everything in ``text`` that is not a word or a stop, in order, each once."""
    seen: set[str] = set()
    for found in sorted(_all(text), key=lambda one: one[0]):
        if found[1] and found[1] not in seen:
            seen.add(found[1])
            yield found[1]


def is_abbreviation(word: str) -> bool:
    """Whether ``word`` stands for other words: two capitals (UBND, TTg), or no vowel (km)."""
    capitals = sum(letter.isupper() for letter in word)
    return capitals > 1 if "-" not in word else _is_capital_row(word) or not _has_vowel(word)


def _all(text: str) -> Iterator[tuple[int, str]]:
    taken: list[tuple[int, int]] = []
    for found in _DIGITS.finditer(text):
        taken.append(found.span())
        yield found.start(), found.group().strip(_EDGES)
    for found in _SIGN.finditer(text):
        if not _inside(found.start(), taken):
            yield found.start(), found.group()
    for found in _WORD.finditer(text):
        word = found.group()
        if not _is_sayable(word) and not _inside(found.start(), taken):
            yield found.start(), word


@lru_cache(maxsize=1 << 13)  # a language says the same words again and again
def _is_sayable(word: str) -> bool:
    return not is_abbreviation(word) and _has_vowel(word)


def _inside(place: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def _is_capital_row(word: str) -> bool:
    return any(sum(letter.isupper() for letter in part) > 1 for part in word.split("-"))


def _has_vowel(word: str) -> bool:
    return any(letter in _VOWELS for letter in word.lower())
