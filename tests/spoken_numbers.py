"""Words back to numbers: a reader of Vietnamese numerals that shares nothing with the speller."""

from __future__ import annotations

_ONES = {
    "không": 0,
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "lăm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
}
_LARGE = {"nghìn": 10**3, "triệu": 10**6}


def number_of(words: str) -> int:
    """Return the number that ``words`` say. Raises KeyError for a word that is no numeral.

    Goes from left to right: a group of up to three digits grows until “nghìn” or “triệu” lifts it;
    “tỷ” lifts everything said so far.
    """
    sign = 1
    listed = words.split()
    if listed[0] == "âm":
        sign, listed = -1, listed[1:]
    billions = total = group = 0
    for word in listed:
        if word == "tỷ":
            billions = (billions + total + group) * 10**9
            total = group = 0
        elif word in _LARGE:
            total += group * _LARGE[word]
            group = 0
        elif word == "trăm":
            group *= 100
        elif word == "mươi":
            group = group - group % 10 + group % 10 * 10
        elif word == "mười":
            group += 10
        elif word != "linh":
            group += _ONES[word]
    return sign * (billions + total + group)
