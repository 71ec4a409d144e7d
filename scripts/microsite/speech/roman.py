"""Roman numerals, written as the Romans' heirs write them; IIII and VX are none."""

from __future__ import annotations

import re

ROMAN = r"(?=[IVXLC])(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_VALUES = (
    *((100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def read_roman(text: str) -> int:
    """Return the value of ``text``. Raises ValueError when it is no Roman numeral up to 399."""
    if not re.fullmatch(ROMAN, text):
        raise ValueError(text)
    value, rest = 0, text
    for worth, letters in _VALUES:
        while rest.startswith(letters):
            value, rest = value + worth, rest[len(letters) :]
    return value
