"""Identity: ridges from a seed, in the theme's colours, light enough for a slow phone."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from typing import get_args
from xml.etree import ElementTree as ET

import pytest

from conftest import REPO
from microsite.identity import (
    BANDS,
    FOREGROUNDS,
    THEMES,
    Peak,
    draw_backdrop,
    draw_band,
    draw_cover,
    draw_head,
    draw_heights,
    draw_mark,
    draw_scene,
    draw_twenty,
)
from microsite.identity.band import Form, Tone

SVG = "{http://www.w3.org/2000/svg}"
PEAKS = (Peak(3083, "3.083 m", "A & B"), Peak(3012, "3.012 m", "C"), Peak(3049, "3.049 m", "D"))
SEEDS = ("home", "mo-hinh", "2004")
FORMS: tuple[Form, ...] = get_args(Form)
TONES: tuple[Tone, ...] = get_args(Tone)


def wide(seed: str, prefix: str = "p") -> str:
    """The landscape of a desktop."""
    return draw_scene(seed, prefix=prefix)


def tall(seed: str, prefix: str = "p") -> str:
    """The landscape of a phone."""
    return draw_scene(seed, width=780, height=940, prefix=prefix)


INLINE: dict[str, Callable[[str], str]] = {
    "scene": lambda prefix: wide("home", prefix),
    "tall scene": lambda prefix: tall("home", prefix),
    "twenty": draw_twenty,
    "heights": lambda prefix: draw_heights(PEAKS, title="T", prefix=prefix),
    "narrow heights": lambda prefix: draw_heights(PEAKS, title="T", narrow=True, prefix=prefix),
    **{
        f"cover {name}": lambda prefix, name=name: draw_cover("a", foreground=name, prefix=prefix)
        for name in FOREGROUNDS
    },
}
DRAWINGS: dict[str, str] = {
    **{name: draw("p") for name, draw in INLINE.items()},
    **{
        f"{band} {form} {tone}": draw_band(band, form=form, tone=tone)
        for band in BANDS
        for form in FORMS
        for tone in TONES
    },
    "head": draw_head("home"),
    "mark": draw_mark(),
}


def weight(svg: str) -> int:
    """Bytes on the wire."""
    return len(gzip.compress(svg.encode(), 9))


def crests(svg: str) -> list[list[tuple[float, float]]]:
    """The crest lines of a drawing, far to near, as absolute points."""
    found = []
    for path in re.findall(r'fill="url\(#p-r\d\)"[^>]* d="([^V]+)V', svg):
        x, y, *steps = (float(n) for n in re.findall(r"-?[\d.]+", path))
        line = [(x, y)]
        for dx, dy in zip(steps[::2], steps[1::2], strict=True):
            x, y = x + dx, y + dy
            line.append((x, y))
        found.append(line)
    return found


def highest(line: list[tuple[float, float]], left: float, right: float) -> float:
    """The smallest y of a crest between two places."""
    return min(y for x, y in line if left <= x <= right)


@pytest.mark.parametrize("svg", DRAWINGS.values(), ids=DRAWINGS.keys())
def test_drawing_is_clean(svg: str) -> None:
    """Well-formed, nothing inline that a strict policy refuses, nothing from elsewhere."""
    root = ET.fromstring(svg)
    assert root.tag == f"{SVG}svg"
    assert root.get("viewBox")
    assert not re.search(r"style=|<style|<script|\son\w+=|<image|<foreignObject|@import", svg)
    links = re.findall(r'(?:href="|url\()([^")]*)', svg)
    ids = {element.get("id") for element in root.iter() if element.get("id")}
    assert {link for link in links if not link.startswith("#")} == set()
    assert {link[1:] for link in links} == ids
    assert svg.replace('xmlns="http://www.w3.org/2000/svg"', "").count("http") == 0


@pytest.mark.parametrize("draw", INLINE.values(), ids=INLINE.keys())
def test_ids_carry_the_prefix(draw: Callable[[str], str]) -> None:
    """Two drawings on one page do not meet in their ids."""
    ids = re.findall(r' id="([^"]+)"', draw("one"))
    assert ids
    assert len(ids) == len(set(ids))
    assert all(name.startswith("one-") for name in ids)


@pytest.mark.parametrize(
    "draw",
    [wide, tall, draw_head, lambda seed: draw_cover(seed, foreground="lake")],
    ids=["wide", "tall", "head", "cover"],
)
def test_same_seed_same_mountains(draw: Callable[[str], str]) -> None:
    """A page keeps its skyline for ever, and no other page has it."""
    assert draw("a") == draw("a")
    assert draw("a") != draw("b")


def test_a_skyline_does_not_change_with_the_code() -> None:
    """The first points of a known crest; a change here moves every mountain of the site."""
    assert crests(wide("home"))[0][:4] == [(-1008, 607), (-990, 604), (-967, 586), (-950, 590)]


@pytest.mark.parametrize("seed", SEEDS)
def test_scene_is_light(seed: str) -> None:
    """Ridges and tea stay under 5 KB; with the woven 20 the scene stays under 9 KB."""
    assert weight(draw_scene(seed, numerals=False)) <= 5000
    assert weight(wide(seed)) <= 9000
    assert weight(tall(seed)) <= 9000


@pytest.mark.parametrize("seed", SEEDS)
def test_scene_takes_its_colours_from_the_theme(seed: str) -> None:
    """Every colour is a token; cloth keeps its own, unless a theme asks for two tones."""
    svg = wide(seed)
    colours = set(re.findall(r'(?:fill|stroke|stop-color)="([^"]+)"', svg)) - {"none"}
    assert all(value.startswith(("var(--", "url(#")) for value in colours)
    for token in ("sky-1", "sky-2", "mist", "tea-0", "tea-1", "tea-2", "ridge-1", "ridge-6"):
        assert f"var(--{token})" in svg
    assert not re.search(r"#[0-9A-F]{3}", draw_scene(seed, numerals=False))


@pytest.mark.parametrize("seed", SEEDS)
def test_ridges_leave_room_for_text_and_numerals(seed: str) -> None:
    """Six crests of 64 to 84 segments; the sky at the left and the foot of the 2 stay clear."""
    lines = crests(wide(seed))
    assert len(lines) == 6
    two, nought = (821, 1062), (1116, 1368)
    foot = 0.14 * 880 + 547 * 46 / 65
    for index, line in enumerate(lines):
        assert 64 <= sum(0 <= x <= 1440 for x, _ in line) <= 84
        assert highest(line, 0, 0.36 * 1440) >= 0.64 * 880 - 1
        assert all(point == (round(point[0]), round(point[1])) for point in line)
        if index > 1:
            assert highest(line, *two) >= foot - 1
            assert highest(line, *nought) >= foot - 0.1 * 387


@pytest.mark.parametrize("seed", SEEDS)
def test_land_goes_on_beyond_the_frame(seed: str) -> None:
    """On screens wider than the frame the mountains do not end."""
    root = ET.fromstring(wide(seed))
    assert root.get("overflow") == "visible"
    assert root.get("preserveAspectRatio") == "xMidYMax"
    for line in crests(wide(seed)):
        assert line[0][0] <= -1000
        assert line[-1][0] >= 2440


@pytest.mark.parametrize("theme", THEMES)
def test_landscapes_in_files_wear_the_theme(theme: str) -> None:
    """The colours of landscapes outside pages are those of the style sheet's tokens."""
    tokens = (REPO / "overrides" / "assets" / "css" / "tokens.css").read_text(encoding="utf-8")
    starts = {"light": ":root {", "dark": "@dark {", "contrast": ':root[data-theme="contrast"] {'}
    rule = tokens[tokens.index(starts[theme]) :].partition("}")[0]
    said = dict(re.findall(r"--([a-z0-9-]+):\s*(#[0-9a-f]+);", rule))
    assert {name: said[name] for name in THEMES[theme]} == THEMES[theme]


@pytest.mark.parametrize("theme", THEMES)
def test_backdrop_is_the_scene_in_a_file(theme: str) -> None:
    """All land lies inside, no colour is left to a page, and its natural size is an icon's, so
    that no browser takes it for the largest content of the first view.
    """
    svg = draw_backdrop("home", THEMES[theme], width=1440, height=880)
    root = ET.fromstring(svg)
    left, top, width, height = (float(n) for n in root.attrib["viewBox"].split())
    assert (left, top, width, height) == (-1008, 0, 3456, 880)
    assert float(root.attrib["width"]) / float(root.attrib["height"]) == pytest.approx(3456 / 880)
    assert float(root.attrib["width"]) * float(root.attrib["height"]) < 10_000
    assert "var(" not in svg
    assert weight(svg) <= 7000
    assert svg.count("<linearGradient") == 1 + 6  # the sky and the ridges


@pytest.mark.parametrize("seed", SEEDS)
def test_head_is_three_flat_tints_at_the_foot_right(seed: str) -> None:
    """At most 1 KB, in the tints of the section, rising to the right."""
    svg = draw_head(seed)
    assert weight(svg) <= 1000
    assert re.findall(r'fill="([^"]+)"', svg) == [f"var(--head-{i})" for i in (1, 2, 3)]
    assert 'preserveAspectRatio="xMaxYMax"' in svg


@pytest.mark.parametrize("narrow", [False, True])
def test_peaks_stand_at_their_true_relative_heights(*, narrow: bool) -> None:
    """Equal metres are equal lengths, nothing is higher than the highest, labels are escaped."""
    svg = draw_heights(PEAKS, title="Ba đỉnh", narrow=narrow, prefix="p")
    root = ET.fromstring(svg)
    assert root.findtext(f"{SVG}title") == "Ba đỉnh"
    assert [text.text for text in root.iter(f"{SVG}text")] == [
        *("3.083 m", "A & B"), *("3.012 m", "C"), *("3.049 m", "D"),
    ]  # fmt: skip
    ticks = [float(y) for y in re.findall(r'stroke="var\(--ink\)" d="M[\d.]+ ([\d.]+)v', svg)]
    scale = (ticks[1] - ticks[0]) / (3083 - 3012)
    assert (ticks[2] - ticks[0]) == pytest.approx((3083 - 3049) * scale, abs=0.02)
    path = re.findall(r'fill="url\(#p-range\)"[^>]* d="M([^V]+)V', svg)[0]
    numbers = [float(n) for n in re.findall(r"-?[\d.]+", path)]
    y, ys = 0.0, []
    for dy in numbers[1::2]:
        y += dy
        ys.append(y)
    assert min(ys) == pytest.approx(ticks[0] + (6.5 if narrow else 8), abs=0.11)
    assert weight(svg) <= 3000


def test_mark_is_small_and_keeps_its_colours() -> None:
    """The mark weighs at most 0.5 KB and does not depend on a page."""
    assert weight(draw_mark()) <= 500
    assert "var(" not in draw_mark()


@pytest.mark.parametrize("foreground", FOREGROUNDS)
def test_cover_is_a_picture_of_its_own(foreground: str) -> None:
    """At most 3.5 KB, fixed colours, and another landscape for another id."""
    one, two = (draw_cover(seed, foreground=foreground) for seed in ("mot", "hai"))
    assert one != two
    assert max(weight(one), weight(two)) <= 3500
    assert "var(" not in one
    assert ET.fromstring(one).get("viewBox") == "0 0 480 300"
