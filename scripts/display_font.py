"""Makes the font of headings and figures: Be Vietnam Pro Bold with fewer letters, in fewer bytes.

    python scripts/display_font.py BeVietnamPro_700Bold.ttf

The face is the same; it is told in a shorter way. An accented letter becomes its letter and its
accents (the original draws each whole), and letters that differ in accents share their distances.
Each page waits for this file, and on a slow line a file of less than six packets comes a round
trip sooner. Equal fonts give equal bytes. Made of the npm package
@expo-google-fonts/be-vietnam-pro 0.4.1.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from typing import Any

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import (
    ROUND_XY_TO_GRID,
    Glyph,
    GlyphComponent,
    GlyphCoordinates,
)
from fontTools.ttLib.tables.ttProgram import Program

from display_kerning import LETTERS, distances, kerning

HERE = Path(__file__).resolve().parent.parent / "overrides" / "assets" / "fonts"
_NEAR = 1  # thousandths of an em: what rounding moved
_NEEDLESS = ("GPOS", "GSUB", "GDEF", "gasp")


Point = tuple[int, int, int]  # x, y, and 1 where the outline runs through it
Contour = tuple[Point, ...]
Shape = tuple[Contour, ...]
Move = tuple[int, int]


def main(source: Path) -> None:
    """Write the font as WOFF2."""
    font = TTFont(source, recalcTimestamp=False)
    pairs = distances(font)
    _keep_letters(font)
    _compose(font)
    for table in _NEEDLESS:
        if table in font:
            del font[table]
    addOpenTypeFeaturesFromString(font, kerning(font, pairs))
    font.flavor = "woff2"
    font.save(HERE / "be-vietnam-pro-700.woff2")


def _keep_letters(font: TTFont) -> None:
    options = Options()
    options.layout_features = []
    options.hinting = False
    options.glyph_names = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[ord(letter) for letter in LETTERS])
    subsetter.subset(font)


def _compose(font: TTFont) -> None:
    """Draw accented letters from their letter and its accents, where that draws the same."""
    outlines, order = font["glyf"], list(font.getGlyphOrder())
    names = {chr(code): name for code, name in sorted(font.getBestCmap().items())}
    drawn = {letter: _contours(outlines, name) for letter, name in names.items()}
    accents: list[_Accent] = []
    for letter in names:
        if found := next(_splits(letter, drawn), None):
            plain, move, rest = found
            accent, shift = _known(accents, rest)
            accent.users.append((letter, plain, move, shift))
    for number, accent in enumerate(one for one in accents if len(one.users) > 1):
        name = f"accent{number}"
        order.append(name)
        outlines[name] = _simple(accent.shape)
        font["hmtx"][name] = (0, 0)
        for letter, plain, move, shift in accent.users:
            outlines[names[letter]] = _composite((names[plain], move), (name, shift))
    font.setGlyphOrder(order)
    outlines.glyphOrder = order
    for name in order:
        outlines[name].recalcBounds(outlines)
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(outlines[name], "xMin", 0))


@dataclass
class _Accent:
    shape: Shape
    users: list[tuple[str, str, Move, Move]] = field(default_factory=list)
    """Each letter that has it: itself, its plain letter, where that and the accent stand."""


def _known(accents: list[_Accent], shape: Shape) -> tuple[_Accent, Move]:
    """Return the accent that looks like ``shape`` and how far it is moved; add one if none does."""
    for accent in accents:
        found = _find(accent.shape, shape)
        if found and not found[1]:
            return accent, found[0]
    accents.append(_Accent(shape))
    return accents[-1], (0, 0)


def _splits(letter: str, drawn: Mapping[str, Shape]) -> Iterator[tuple[str, Move, Shape]]:
    """Yield a plainer letter, how far it is moved in ``letter``, and what else is drawn there."""
    parts = unicodedata.normalize("NFD", letter)
    for length in range(len(parts) - 1, 0, -1):
        for plain in (parts[:length], parts[0] + parts[2:]):
            plain = unicodedata.normalize("NFC", plain)  # noqa: PLW2901 -- one form is known
            found = _find(drawn[plain], drawn[letter]) if plain in drawn else None
            if plain != letter and found and found[1]:
                yield plain, *found


def _find(shape: Shape, among: Shape) -> tuple[Move, Shape] | None:
    """Return how far ``shape`` is moved where it stands in ``among``, and what else is there."""
    for first in among:
        move = _move(shape[0], first)
        if move is None:
            continue
        rest = list(among)
        for contour in shape:
            hit = next((one for one in rest if _is_near(contour, one, move)), None)
            if hit is None:
                break
            rest.remove(hit)
        else:
            return move, tuple(rest)
    return None


def _move(contour: Contour, other: Contour) -> Move | None:
    """Return how far ``contour`` must go to lie on ``other``, begun at any of its points."""
    length = len(contour)
    if length != len(other):
        return None
    middle = [sum(point[axis] for point in other) - sum(point[axis] for point in contour)
              for axis in (0, 1)]  # fmt: skip
    move = (round(middle[0] / length), round(middle[1] / length))
    return move if _is_near(contour, other, move) else None


def _is_near(contour: Contour, other: Contour, move: Move) -> bool:
    moved = [(x + move[0], y + move[1], on) for x, y, on in contour]
    return len(contour) == len(other) and any(
        all(
            is_on == on and abs(x - to_x) <= _NEAR and abs(y - to_y) <= _NEAR
            for (x, y, is_on), (to_x, to_y, on) in zip(
                moved, other[start:] + other[:start], strict=True
            )
        )
        for start in range(len(other))
    )


def _contours(outlines: Any, name: str) -> Shape:
    points, ends, flags = outlines[name].getCoordinates(outlines)[:3]
    starts = [0, *(end + 1 for end in ends)]
    return tuple(
        tuple((*points[at], flags[at] & 1) for at in range(start, end + 1))
        for start, end in zip(starts, ends, strict=False)
    )


def _simple(shape: Shape) -> Glyph:
    glyph = Glyph()
    points = [point for contour in shape for point in contour]
    glyph.coordinates = GlyphCoordinates([(x, y) for x, y, _ in points])
    glyph.flags = bytearray(on for *_, on in points)
    glyph.endPtsOfContours = [end - 1 for end in accumulate(map(len, shape))]
    glyph.numberOfContours = len(shape)
    glyph.program = Program()
    glyph.program.fromBytecode([])
    return glyph


def _composite(*parts: tuple[str, Move]) -> Glyph:
    glyph = Glyph()
    glyph.numberOfContours = -1
    glyph.components = []
    for name, (x, y) in parts:
        component = GlyphComponent()
        component.glyphName, component.x, component.y, component.flags = (
            name,
            x,
            y,
            ROUND_XY_TO_GRID,
        )
        glyph.components.append(component)
    return glyph


if __name__ == "__main__":
    main(Path(sys.argv[1]))
