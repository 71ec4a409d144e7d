"""Bands of cloth: a grid of 24, tiles that close, two drawn tones, numerals cut from them."""

from __future__ import annotations

import gzip
import re
from itertools import pairwise
from typing import get_args
from xml.etree import ElementTree as ET

import pytest

from microsite.identity import BANDS, band_height, draw_band, draw_twenty
from microsite.identity.band import Form, Tone
from microsite.identity.rows import TILE, Dash, Gap, Line, Row, Zig

REPEATS = (2, 3, 4, 6, 8, 10, 12, 16, 24)
FORMS: tuple[Form, ...] = get_args(Form)
TONES: tuple[Tone, ...] = get_args(Tone)
ROWS: list[tuple[str, Row]] = [
    (name, row) for name, band in BANDS.items() for row in (*band.full, *band.short)
]


def weight(svg: str) -> int:
    """Bytes on the wire."""
    return len(gzip.compress(svg.encode(), 9))


@pytest.mark.parametrize("name", BANDS)
def test_band_is_a_light_tile(name: str) -> None:
    """A tile is 24 units wide, as high as its rows say, and at most 0.6 KB."""
    for form in FORMS:
        for tone in TONES:
            svg = draw_band(name, form=form, tone=tone)
            root = ET.fromstring(svg)
            assert float(root.get("width", "")) == TILE
            assert float(root.get("height", "")) == band_height(name, form)
            assert weight(svg) <= 600


@pytest.mark.parametrize("name", BANDS)
def test_band_stays_legible(name: str) -> None:
    """Full form at 60 px and short form at 22 px keep the smallest unit of the grid."""
    assert 60 / band_height(name, "full") >= 2.2
    assert 22 / band_height(name, "short") >= 1.6


@pytest.mark.parametrize(("name", "row"), ROWS)
def test_rows_close_at_the_edge(name: str, row: Row) -> None:
    """A row repeats a whole number of times, and what one edge cuts the other edge continues."""
    assert getattr(row, "n", 2) in REPEATS, name
    if isinstance(row, Line | Zig):
        assert all(crosses_both(piece.path) for piece in row.pieces(0))
        return
    cut_left, cut_right = set(), set()
    for piece in row.pieces(0):
        for start, shape in re.findall(r"M(-?[\d.]+) ([^M]+)", piece.path):
            left, right = extent(float(start), shape)
            if left < -0.02:
                cut_left.add((piece.thread, round(float(start) + TILE, 1), shape))
            if right > TILE + 0.02:
                cut_right.add((piece.thread, round(float(start), 1), shape))
    assert cut_left == cut_right


def crosses_both(path: str) -> bool:
    """Whether a shape goes beyond both edges of a tile."""
    start, shape = re.findall(r"M(-?[\d.]+) ([^M]+)", path)[0]
    left, right = extent(float(start), shape)
    return left < 0 and right > TILE


def extent(x: float, shape: str) -> tuple[float, float]:
    """How far left and right a shape reaches that starts at ``x``."""
    if "a" in shape:
        return x, x + 2 * float(re.findall(r"a([\d.]+)", shape)[0])
    seen = [x]
    for command, numbers in re.findall(r"([lh])([^a-z]+)", shape):
        steps = [float(n) for n in re.findall(r"-?[\d.]+", numbers)]
        for dx in steps[::2] if command == "l" else steps:
            x += dx
            seen.append(x)
    return min(seen), max(seen)


@pytest.mark.parametrize("name", BANDS)
def test_high_contrast_is_drawn_in_two_tones(name: str) -> None:
    """Black and white are drawn, not filtered; both are there."""
    for form in FORMS:
        colours = re.findall(r'fill="(#[^"]+)"', draw_band(name, form=form, tone="contrast"))
        assert set(colours) == {"#000", "#FFF"}


def test_straight_bands_are_crisp() -> None:
    """Bands of lines and stitches only snap to pixels, and no line is thin enough to vanish."""
    crisp = {(n, f) for n in BANDS for f in FORMS if "crispEdges" in draw_band(n, form=f)}
    assert crisp == {("giay", "full"), ("giay", "short"), ("trim", "full"), ("trim", "short")}
    for name, form in crisp - {("trim", "short")}:
        shapes = [row for row in BANDS[name].rows(form) if not isinstance(row, Gap)]
        assert all(isinstance(row, Line | Dash) for row in shapes)
        assert min(row.height for row in shapes) * (2.2 if form == "full" else 1.6) >= 1


def test_numerals_are_six_strips_that_fill_the_height() -> None:
    """The woven 20 weighs at most 3 KB; its strips close without a gap."""
    svg = draw_twenty("p")
    assert weight(svg) <= 3000
    strips = [
        (float(top), float(height))
        for top, height in re.findall(r'd="M-15 ([\d.]+)h30v([\d.]+)h-30z"', svg)
    ]
    assert len(strips) == 6
    for (top, height), (following, _) in pairwise(strips):
        assert top + height == pytest.approx(following, abs=0.011)
    assert sum(strips[-1]) == pytest.approx(46, abs=0.011)
    assert "var(--cloth-edge,none)" in svg
