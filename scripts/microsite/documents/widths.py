"""How wide words stand in bold Times New Roman, so that a rule can be as long as they are."""

from __future__ import annotations

import unicodedata

# thousandths of the size, measured in Liberation Serif Bold, whose letters are as wide
_WIDTHS = {
    letter: width
    for width, letters in {
        250: " ,.",
        278: "il/",
        333: "fjt-:;()",
        389: "Is",
        444: "cerz",
        500: "Jagovxy0123456789–",
        556: "Sbdhknpquđ",
        611: "FP",
        667: "BELTZ",
        722: "ACDNRUVXYwĐ",
        778: "GHKOQ",
        833: "m",
        944: "M",
        1000: "W",
    }.items()
    for letter in letters
}
_USUAL = 556  # a sign that no heading has
_MM_A_POINT = 25.4 / 72


def width_of(text: str, size: float) -> float:
    """Return how many millimetres ``text`` takes in bold letters of ``size`` points.

    Marks over and under a letter do not widen it; the horns of Ơ and Ư do, by less than a pen's
    stroke.
    """
    letters = (one for one in unicodedata.normalize("NFD", text) if not unicodedata.combining(one))
    return sum(_WIDTHS.get(one, _USUAL) for one in letters) * size / 1000 * _MM_A_POINT
