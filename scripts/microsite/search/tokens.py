"""Text to the words that are looked up; the script in the page cuts queries by the same rules.

``overrides/assets/js/search/words.js`` is the other side; ``tests/golden/search/words.yml`` holds
both to the same results.
"""

from __future__ import annotations

import re
import unicodedata

# grave, acute, tilde, hook above, dot below: the five tones
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")

_TOKEN = re.compile(
    r"(?P<date>\d{1,2}([/.-])\d{1,2}\2\d{4}(?!\d))"
    r"|(?P<document>\d+(?:/\d+)*/[^\W_]+(?:-[^\W_]+)*)"
    r"|(?P<number>\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?(?!\d)|\d+[.,]\d+(?!\d))"
    r"|(?P<word>[^\W_]+)"
)
_NOT_DIGIT = re.compile(r"\D")
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")


def cut_words(text: str) -> list[str]:
    """Return the words of ``text`` in their looked-up form.

    Lower case; the tone mark stands at the end of the syllable, so that thuỷ and thủy are one; a
    date gives ``1/1/2004`` and ``2004``; a document number stays whole and gives its
    parts too; a number is its digits.
    """
    return [form for forms in cut_tokens(text) for form in forms]


def cut_tokens(text: str) -> list[tuple[str, ...]]:
    """Return the forms of each token of ``text``, the one that says most first."""
    return [
        _forms(match.lastgroup or "", match.group())
        for match in _TOKEN.finditer(unicodedata.normalize("NFC", text).lower())
    ]


def _forms(kind: str, said: str) -> tuple[str, ...]:
    if kind == "date":
        day, month, year = re.split(r"[/.-]", _ZEROS.sub("", said))
        return f"{day}/{month}/{year}", year
    if kind == "document":
        whole = _ZEROS.sub("", said)
        return whole, *(part for part in re.split(r"[/-]", whole) if len(part) > 1)
    if kind == "number":
        return (_NOT_DIGIT.sub("", said),)
    return (even_tone(said),)


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
