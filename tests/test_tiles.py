"""The schematic of units: squares in order, never borders, readable in every theme."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from microsite.charts import Tile, draw_tiles
from microsite.charts.theme import INK
from microsite.charts.tiles import _DEPTH, LEVELS
from microsite.render.classes import round_classes
from microsite.wording.catalog import load_words

SVG = "{http://www.w3.org/2000/svg}"
VI = load_words("vi")
TILES = (
    Tile("b", "Vườn dưới", 1, 1, 4, "66%"),
    Tile("a", "Vườn trên <cao>", 0, 0, 0, "30%"),
    Tile("c", "Vườn xa", 2, 1, None),
)
# art-direction.md 2.1 and 2.2: ground, ink, and the accents of all sections
THEMES = {
    "light": (
        "ffffff",
        "16213c",
        "27407a 14614f 9b1f30 a8400f 1f5a97 3b6a2c 8a2f5e 0e6172 8a5a00",
    ),
    "dark": (
        "162039",
        "eef2f8",
        "a9c0f0 6cc3ae f08a93 f2965c 86b8ee 9ccb84 e495bd 6fc1d2 e8b95a",
    ),
    "contrast": ("ffffff", "000000", "00309c"),
}


def test_tiles_say_what_they_are_not() -> None:
    """The drawing is called a diagram and not a map, to eyes and to ears (V15)."""
    root = ET.fromstring(draw_tiles(TILES, VI, name="t", title="Cây"))
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == "Cây"
    said = root.findtext(f"{SVG}desc") or ""
    assert said.startswith("Sơ đồ, không phải bản đồ. Vườn trên <cao>: 30%. Vườn dưới: 66%.")
    assert said.endswith("Vườn xa: chưa có số.")
    assert "sơ đồ, không phải bản đồ" in [text.text for text in root.iter(f"{SVG}text")]


def test_tiles_are_squares_with_words() -> None:
    """Only squares are drawn; each carries its name and value, and its id is its own."""
    svg = draw_tiles(TILES, VI, name="t-cay", title="Cây", steps=("ít", "vừa", "nhiều"))
    assert set(re.findall(r"<(\w+)", svg)) == {"svg", "title", "desc", "g", "rect", "text"}
    assert re.findall(r' id="(.+?)"', svg) == ["t-cay-a", "t-cay-b", "t-cay-c"]
    assert not re.search(r" (?:aria-\w+|class|style)=", svg)
    for text in ("66%", "ít", "vừa", "nhiều", "chưa có số"):
        assert f">{text}<" in svg


def test_two_tiles_on_a_square_are_refused() -> None:
    """A square holds one unit."""
    with pytest.raises(ValueError, match="share a square"):
        draw_tiles((TILES[0], TILES[0]), VI, name="t", title="Cây")


@pytest.mark.parametrize("theme", THEMES)
def test_text_on_every_class_is_readable(theme: str) -> None:
    """Name and value stand out 4.5:1 or more on all five classes, in every section's colour."""
    ground, ink, accents = THEMES[theme]
    assert len(_DEPTH) == LEVELS
    for accent in accents.split():
        for depth, paint in _DEPTH:
            tint = [
                over * depth + under * (1 - depth)
                for over, under in zip(_rgb(accent), _rgb(ground), strict=True)
            ]
            assert _contrast(_rgb(ink if paint == INK else ground), tint) >= 4.5, (accent, depth)


@pytest.mark.parametrize(
    ("values", "edges"),
    [
        ((13, 14, 47, 55, 77, 89, 465), (10, 20, 50, 100, 200, 500)),
        ((30, 42, 55, 61), (30, 40, 50, 60, 70)),
        ((3, 40, 500, 6000, 70_000), (1, 10, 100, 1000, 10_000, 100_000)),
        ((7, 7), (7, 8)),
        ((0, 0), (0, 0.1)),
    ],
)
def test_classes_have_round_bounds_and_tell_units_apart(
    values: tuple[float, ...], edges: tuple[float, ...]
) -> None:
    """Equal steps for like values, growing ones where one towers over the rest; every value
    lies between the bounds of its class, and there are never more than five.
    """
    scale = round_classes(values)
    assert scale.edges == pytest.approx(edges)
    assert len(scale.edges) - 1 <= LEVELS
    for value in values:
        level = scale.level(value)
        assert scale.edges[level] <= value < scale.edges[level + 1]


def _rgb(colour: str) -> list[float]:
    return [int(colour[at : at + 2], 16) for at in (0, 2, 4)]


def _contrast(one: list[float], two: list[float]) -> float:
    dark, light = sorted(_luminance(colour) for colour in (one, two))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: list[float]) -> float:
    parts = [value / 255 for value in colour]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
