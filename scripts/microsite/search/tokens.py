"""Text to the words that are looked up; the script in the page cuts queries by the same rules.

``overrides/assets/js/search/words.js`` is the other side; ``tests/golden/search/words.yml`` holds
both to the same results.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# grave, acute, tilde, hook above, dot below: the five tones
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")

_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_NAMES = "|".join(_MONTHS)

_TOKEN = re.compile(
    r"(?P<date>\d{1,2}([/.-])\d{1,2}\2\d{4}(?!\d)"
    r"|(?:ngày )?\d{1,2} tháng \d{1,2} năm \d{4}(?!\d)"
    rf"|\d{{1,2}} (?:{_NAMES}) \d{{4}}(?!\d))"
    r"|(?P<document>\d+(?:/\d+)*/[^\W_]+(?:-[^\W_]+)*|\d+-[^\W\d_]{2,}(?:/[^\W_]+)*)"
    r"|(?P<number>\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?(?!\d)|\d+[.,]\d+(?!\d))"
    r"|(?P<word>[^\W_]+)"
)
_NOT_DIGIT = re.compile(r"\D+")
_TELLING = re.compile(r"\d{4}|\D.+")  # of a document's number: the year, the board
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")


def cut_words(text: str) -> list[str]:
    """Return the words of ``text`` in their looked-up form.

    Lower case; the tone mark stands at the end of the syllable, so that thuỷ and thủy are one; a
    date, in digits or in words, gives ``1/1/2004`` and ``2004``; a document number stays whole and
    gives its year and board too; a number is its digits.
    """
    return [form for forms in cut_tokens(text) for form in forms]


def cut_tokens(text: str) -> list[tuple[str, ...]]:
    """Return the forms of each token of ``text``, the one that says most first."""
    return [
        _forms(match.lastgroup or "", match.group())
        for match in _TOKEN.finditer(unicodedata.normalize("NFC", text).lower())
    ]


def _forms(kind: str, said: str) -> tuple[str, ...]:
    whole = _ZEROS.sub("", said)
    if kind == "date":
        name = next((month for month in _MONTHS if month in whole), "")
        in_digits = whole.replace(name, str(_MONTHS.index(name) + 1)) if name else whole
        day, month, year = re.findall(r"\d+", in_digits)
        return f"{day}/{month}/{year}", year, *([name] if name else [])
    if kind == "document":
        return whole, *(part for part in re.split(r"[/-]", whole) if _TELLING.fullmatch(part))
    if kind == "number":
        return (_NOT_DIGIT.sub("", said),)
    return (even_tone(said),)


@lru_cache(maxsize=1 << 15)  # a language says the same words again and again
def even_tone(word: str) -> str:
    """Return ``word`` with its tone mark moved behind its last letter."""
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFD", word)
    tone = _TONES.search(apart)
    if tone is None:
        return word
    without = apart[: tone.start()] + apart[tone.end() :]
    return unicodedata.normalize("NFC", without) + tone.group()
