"""How wide a text will be, before any font is known: a little too wide rather than too narrow."""

from __future__ import annotations

# em per character: Be Vietnam Pro 700 as measured; the system's font by the widest usual one
_DISPLAY = dict(
    zip(
        "0123456789.,%-−", (70, 43, 66, 68, 72, 68, 70, 60, 67, 70, 33, 35, 87, 66, 66), strict=True
    )
)
_TEXT = dict(zip(".,: ijltrfI", (30, 30, 30, 30, 30, 30, 30, 40, 44, 38, 36), strict=True))
_OTHER = 60


def figures_width(text: str, size: float) -> float:
    """Return the width of a number written in the display face at ``size`` pixels."""
    return sum(_DISPLAY.get(letter, _OTHER) for letter in text) * size / 100


def text_width(text: str, size: float) -> float:
    """Return the width of words or plain numbers in the reader's own font."""
    return sum(_TEXT.get(letter, _OTHER) for letter in text) * size / 100
