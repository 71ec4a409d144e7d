"""The line of a mistake: cut to the terminal, underlined by the columns that letters take."""

from __future__ import annotations

import pytest

from microsite.wording.excerpt import draw, visible, width
from microsite.wording.spot import Spot


def spot(text: str, wrong: str) -> Spot:
    """Return the place of ``wrong`` in ``text``."""
    start = text.index(wrong) + 1
    return Spot(7, start, start + len(wrong), text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("  vi: Lai Châu đổi khác", "đổi"),
        ("  vi: 莱州 và Lai Châu", "và"),
        ("  vi: 莱州 và Lai Châu", "莱州"),
        ("\tvi: sai", "sai"),
        ("  vi: a\u0302 sai", "sai"),
        ("  vi: " + "xa " * 90 + "sai" + " xa" * 90, "sai"),
        ("  vi: " + "莱" * 90 + "sai" + "莱" * 90, "sai"),
        ("sai" + " xa" * 90, "sai"),
    ],
)
@pytest.mark.parametrize("columns", [40, 80, 120])
def test_underline_stands_below_the_mistake(text: str, wrong: str, columns: int) -> None:
    """Wherever a line is cut, the marks stand under the wrong words and no line is too wide."""
    shown, marks = draw(spot(text, wrong), columns=columns).split("\n")
    assert width(shown) <= columns
    assert width(shown[: shown.index(wrong)]) == width(marks[: marks.index("^")])
    assert marks.count("^") == width(wrong)


def test_cut_lines_say_so() -> None:
    """What was left out is shown by an ellipsis on the side where it was."""
    shown, _ = draw(spot("xa " * 90 + "sai" + " xa" * 90, "sai"), columns=60).split("\n")
    assert shown.startswith("    7 | …")
    assert shown.endswith("…")


def test_long_mistake_is_cut() -> None:
    """A mistake longer than the terminal shows its beginning."""
    shown, marks = draw(spot("  vi: " + "sai" * 90, "sai" * 90), columns=60).split("\n")
    assert width(shown) == width(marks) == 60
    assert shown.endswith("…")


def test_a_terminal_obeys_nothing_in_content() -> None:
    """Control characters and invisible letters are spelled out."""
    assert visible("a\x1b[31mb\u200b") == "a‹001B›[31mb‹200B›"
