"""Which pictures are made of a photograph: widths, kinds, how good and how heavy, and their key."""

from __future__ import annotations

import hashlib
import json
from importlib.metadata import version

WIDTHS = (480, 960, 1600)
# the kinds in the order in which a browser is offered them
KINDS = ("avif", "webp", "jpg")
# the first quality that is light enough is taken
QUALITIES = {
    "avif": (55, 45, 35, 25),
    "webp": (78, 65, 50, 35),
    "jpg": (80, 70, 60, 48, 36),
}
MOST_BYTES = {480: 70_000, 960: 220_000, 1600: 500_000}
# counted into the key: raise it when encoding changes
_EDITION = f"1, pillow {version('pillow')}"
# a last width that is hardly wider than the one before is not worth a file
_WORTH = 1.25


def widths_for(width: int) -> tuple[int, ...]:
    """Return the widths to make of a photograph ``width`` pixels wide; none is wider than it."""
    found = [step for step in WIDTHS if step <= width]
    if width < WIDTHS[-1] and width >= found[-1] * _WORTH:
        found.append(width)
    return tuple(found)


def height_for(width: int, sides: tuple[int, int]) -> int:
    """Return the height that goes with ``width`` for a photograph of these ``sides``."""
    return max(1, round(width * sides[1] / sides[0]))


def most_bytes(width: int) -> int:
    """Return what a picture of this width may weigh."""
    return next((MOST_BYTES[step] for step in WIDTHS if width <= step), MOST_BYTES[WIDTHS[-1]])


def key_of(raw: bytes) -> str:
    """Return the hash of a photograph's bytes and of what is made of them."""
    settings = json.dumps([_EDITION, WIDTHS, KINDS, QUALITIES, MOST_BYTES, _WORTH])
    return hashlib.sha256(settings.encode() + raw).hexdigest()
