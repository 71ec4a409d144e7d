"""Charts: static SVG in our words, equal for equal input, with breaks drawn as breaks."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from microsite.charts import draw_chart, has_chart
from microsite.charts.spec import vega_lite
from microsite.model.indicator import Indicator
from microsite.paths import ProjectPaths
from microsite.pipeline import check_project
from microsite.wording.catalog import load_words

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(name="indicator")
def fixture_indicator(tiny: ProjectPaths) -> Indicator:
    """The tiny project's only indicator: three years and a break before 2018."""
    content, _ = check_project(tiny)
    value = content.ids("indicators")["so-cay"].value
    assert isinstance(value, Indicator)
    return value


def test_chart_speaks_our_words(indicator: Indicator) -> None:
    """Title and description are in the page's language, and nothing of the library's English is
    left (D5).
    """
    svg = draw_chart(indicator, load_words("vi"), {})
    root = ET.fromstring(svg)
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == "Số cây"
    assert "3 năm" in (root.findtext(f"{SVG}desc") or "")
    assert not re.search(r'aria-|axis titled|class="|style="|<script|<style', svg)


def test_chart_follows_the_theme_and_the_language(indicator: Indicator) -> None:
    """Colours are CSS variables; numbers are written as the language writes them."""
    vi, en = (draw_chart(indicator, load_words(lang), {}) for lang in ("vi", "en"))
    assert "var(--ms-accent)" in vi
    assert ">1.250,5<" in vi
    assert ">1,250.5<" in en


def test_no_line_crosses_a_break(indicator: Indicator) -> None:
    """Points before and after a break belong to different segments."""
    rows = vega_lite(indicator, load_words("vi"), width=640)["data"]["values"]
    assert [(row["year"], row["part"]) for row in rows] == [(2015, 0), (2016, 0), (2018, 1)]


def test_chart_shows_the_preferred_reading(indicator: Indicator) -> None:
    """Of two readings of a year the chart draws the one marked as preferred."""
    rows = vega_lite(indicator, load_words("vi"), width=640)["data"]["values"]
    assert rows[-1]["value"] == 2000


def test_equal_input_is_drawn_once(indicator: Indicator) -> None:
    """A drawing comes out of the cache by the hash of its input, byte for byte."""
    cache: dict[str, str] = {}
    first = draw_chart(indicator, load_words("vi"), cache)
    assert draw_chart(indicator, load_words("vi"), cache) == first
    assert len(cache) == 1
    assert draw_chart(indicator, load_words("vi"), {}) == first


def test_too_little_is_not_drawn(indicator: Indicator) -> None:
    """Fewer than three years make a table, not a chart."""
    assert has_chart(indicator)
    assert not has_chart(indicator.model_copy(update={"series": indicator.series[:2]}))
