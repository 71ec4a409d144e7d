"""A spot to the lines that show it: the line with its number, and the mistake underlined."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from microsite.wording.spot import Spot

# room kept on each side of a mistake in a line that is too long
_AROUND = 24
_LEAST = 20
_TAB = "→"
_HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}

Paint = Callable[[str, str], str]


def unpainted(text: str, role: str) -> str:
    """Leave ``text`` as it is, whatever its role."""
    del role
    return text


def visible(text: str) -> str:
    """Return ``text`` with what no screen shows, or what a terminal would obey, spelled out."""
    return text if text.isprintable() else "".join(map(_letter, text))


def width(text: str) -> int:
    """Return the columns that ``text`` takes in a terminal."""
    return sum(map(_columns, text))


def draw(spot: Spot, *, columns: int = 100, paint: Paint = unpainted) -> str:
    """Draw the line of ``spot``, cut around the mistake, with ``^^^`` under it."""
    gutter = f"{spot.line:>5} | "
    room = max(columns - len(gutter), _LEAST)
    before, mistake, after = (
        [_letter(letter) for letter in part]
        for part in (
            spot.text[: spot.start - 1],
            spot.text[spot.start - 1 : spot.end - 1],
            spot.text[spot.end - 1 :],
        )
    )
    before, mistake, after = _cut(before, mistake, after, room)
    start, length = width("".join(before)), max(width("".join(mistake)), 1)
    shown = "".join(before) + paint("".join(mistake), "mistake") + "".join(after)
    marks = " " * start + paint("^" * length, "mistake")
    bar = paint(" " * 5 + " | ", "quiet")
    return f"{paint(gutter, 'quiet')}{shown}".rstrip() + f"\n{bar}{marks}"


def _cut(
    before: list[str], mistake: list[str], after: list[str], room: int
) -> tuple[list[str], list[str], list[str]]:
    """Leave out what does not fit: first far from the mistake, then in the mistake's own end."""
    if width("".join(before + mistake + after)) <= room:
        return before, mistake, after
    if width("".join(before + mistake)) + 1 > room and width("".join(before)) > _AROUND:
        before = ["…", *_end(before, min(_AROUND, room // 3))]
    left = room - width("".join(before))
    if width("".join(mistake)) > left:
        return before, [*_start(mistake, left - 1), "…"], []
    left -= width("".join(mistake))
    if width("".join(after)) > left:
        after = [*_start(after, left - 1), "…"] if left else []
    return before, mistake, after


def _start(letters: list[str], room: int) -> list[str]:
    taken: list[str] = []
    for letter in letters:
        room -= width(letter)
        if room < 0:
            break
        taken.append(letter)
    return taken


def _end(letters: list[str], room: int) -> list[str]:
    return _start(letters[::-1], room)[::-1]


def _letter(letter: str) -> str:
    if letter == "\t":
        return _TAB
    return f"‹{ord(letter):04X}›" if unicodedata.category(letter) in _HIDDEN else letter


def _columns(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in ("W", "F") else 1
