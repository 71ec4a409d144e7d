"""Units to a schematic: a square each, on a grid that says who lies beside whom and no more.

Borders are never drawn: a picture that looks like a map would have to be a right map.
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree as ET

from microsite.charts.lettering import figures_width, text_width
from microsite.charts.svg import SVG, Labels, announce
from microsite.charts.theme import ACCENT, CARD, DISPLAY, INK, INK_2
from microsite.wording.catalog import Words

SIDE = 84
LEVELS = 5

_GAP = 6
_LETTERS = 14
_FIGURES = 16
_LINE = 17
_SWATCH = 16
# how much of the accent each class shows, and the text on it: in every theme and section 4.5:1 or
# more on one side of the gap; between .5 and .85 neither --ink nor --card would be
_DEPTH = ((0.06, INK), (0.18, INK), (0.32, INK), (0.46, INK), (1.0, CARD))


@dataclass(frozen=True)
class Tile:
    """A unit on its square. ``level`` is the class of its value, 0 to 4, or None without one."""

    id: str
    label: str
    column: int
    row: int
    level: int | None
    value: str = ""


def draw_tiles(
    tiles: tuple[Tile, ...],
    words: Words,
    *,
    name: str,
    title: str,
    steps: tuple[str, ...] = (),
) -> str:
    """Draw ``tiles`` as one ``<svg>`` element with a legend of ``steps``, one text a class.

    ``name`` keeps ids apart on a page. Raises ValueError when two tiles share a square.
    """
    placed = {(tile.row, tile.column): tile for tile in tiles}
    ordered = [placed[square] for square in sorted(placed)]
    if len(ordered) != len(tiles):
        raise ValueError("two tiles share a square")
    width = SIDE * (1 + max(tile.column for tile in tiles))
    bottom = SIDE * (1 + max(tile.row for tile in tiles))
    root = ET.Element(f"{{{SVG}}}svg")
    for tile in ordered:
        _draw_tile(root, tile, f"{name}-{tile.id}")
    height = _draw_legend(root, _legend(tiles, steps, words), words, width, bottom)
    root.set("viewBox", f"0 0 {width} {height}")
    root.set("font-size", str(_LETTERS))
    said = [f"{tile.label}: {tile.value or words('chart.no_value')}." for tile in ordered]
    note = words("chart.not_a_map")
    description = " ".join([f"{note[:1].upper()}{note[1:]}.", *said])
    return announce(root, Labels(name, title, description))


def _draw_tile(root: ET.Element, tile: Tile, identifier: str) -> None:
    x, y, side = tile.column * SIDE + _GAP / 2, tile.row * SIDE + _GAP / 2, SIDE - _GAP
    group = _add(root, "g", id=identifier, text_anchor="middle")
    paint = _square(group, x, y, side, tile.level)
    middle = x + side / 2
    lines = _wrapped(tile.label, side - 8)
    for index, line in enumerate(lines):
        _add(group, "text", x=middle, y=y + 20 + index * _LINE, fill=paint).text = line
    if tile.value:
        room = (side - 8) / figures_width(tile.value, 1)
        figure = _add(group, "text", x=middle, y=y + side - 10, fill=paint, font_weight=700)
        figure.set("font-family", DISPLAY)
        figure.set("font-size", _written(min(_FIGURES, room)))
        figure.text = tile.value


def _square(group: ET.Element, x: float, y: float, side: float, level: int | None) -> str:
    """Draw the square of a class and return the paint of the text on it."""
    square = _add(group, "rect", x=x, y=y, width=side, height=side, fill=CARD, stroke=ACCENT)
    if level is None:
        square.set("stroke-dasharray", "3 3")
        return INK_2
    depth, paint = _DEPTH[level]
    _add(group, "rect", x=x, y=y, width=side, height=side, fill=ACCENT, fill_opacity=depth)
    return paint


def _legend(
    tiles: tuple[Tile, ...], steps: tuple[str, ...], words: Words
) -> list[tuple[int | None, str]]:
    entries: list[tuple[int | None, str]] = list(enumerate(steps))
    if any(tile.level is None for tile in tiles):
        entries.append((None, words("chart.no_value")))
    return entries


def _draw_legend(
    root: ET.Element,
    entries: list[tuple[int | None, str]],
    words: Words,
    width: int,
    bottom: float,
) -> int:
    """Draw the classes row by row, then what the drawing is not; return where it ends."""
    group = _add(root, "g", fill=INK_2)
    x, y = _GAP / 2, bottom + 10
    for level, text in entries:
        reach = _SWATCH + 6 + text_width(text, _LETTERS) + 14
        if x > _GAP and x + reach > width:
            x, y = _GAP / 2, y + _SWATCH + 8
        _square(group, x, y, _SWATCH, level)
        _add(group, "text", x=x + _SWATCH + 6, y=y + 13).text = text
        x += reach
    y += _SWATCH + 22 if entries else 8
    _add(group, "text", x=_GAP / 2, y=y).text = words("chart.not_a_map")
    return round(y + 8)


def _wrapped(label: str, room: float) -> list[str]:
    lines: list[str] = []
    for word in label.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(joined, _LETTERS) <= room:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def _add(parent: ET.Element, tag: str, **attributes: str | float) -> ET.Element:
    named = {name.replace("_", "-"): _written(value) for name, value in attributes.items()}
    return ET.SubElement(parent, f"{{{SVG}}}{tag}", named)


def _written(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")
