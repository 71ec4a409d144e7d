"""Charts: static SVG in our words, equal for equal input, with breaks drawn as breaks."""

from __future__ import annotations

import gzip
import re
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest

from conftest import REPO
from microsite.charts import chart_legend, draw_chart, draw_small, has_chart, small_years
from microsite.charts.choose import choose
from microsite.charts.describe import describe
from microsite.charts.draw import _draw as drawings
from microsite.charts.labels import Box
from microsite.charts.plan import Plan, plan_chart
from microsite.charts.plane import MOST_GRIDLINES
from microsite.charts.points import FEW, telling, threads_of
from microsite.charts.theme import NARROW, WIDE
from microsite.checking import check_project
from microsite.model.indicator import Indicator
from microsite.paths import ProjectPaths
from microsite.wording.catalog import load_words

SVG = "{http://www.w3.org/2000/svg}"
VI, EN = load_words("vi"), load_words("en")


@pytest.fixture(name="indicator")
def fixture_indicator(tiny: ProjectPaths) -> Indicator:
    """The tiny project's only indicator: three years and a break before 2018."""
    content, _ = check_project(tiny)
    value = content.ids("indicators")["so-cay"].value
    assert isinstance(value, Indicator)
    return value


@pytest.fixture(name="real", scope="module")
def fixture_real() -> tuple[Indicator, ...]:
    """Every indicator of the repository that has a chart."""
    content, _ = check_project(ProjectPaths(REPO))
    values = [entry.value for _, entry in sorted(content.ids("indicators").items())]
    return tuple(value for value in values if isinstance(value, Indicator) and has_chart(value))


@pytest.fixture(name="plans", scope="module")
def fixture_plans(real: tuple[Indicator, ...]) -> tuple[tuple[str, Plan], ...]:
    """The plans of all real charts, in both languages and both widths."""
    return tuple(
        (f"{one.id}, {words.lang}, {sheet.name}", plan_chart(one, words, sheet))
        for one in real
        for words in (VI, EN)
        for sheet in (WIDE, NARROW)
    )


def with_series(indicator: Indicator, *readings: tuple[int, float, str]) -> Indicator:
    """Return ``indicator`` with other readings: year, value, qualifier."""
    rows = [
        {"year": str(year), "value": str(value), "qualifier": qualifier, "source": "so-tay"}
        for year, value, qualifier in readings
    ]
    return Indicator.model_validate({**indicator.model_dump(mode="json"), "series": rows})


def test_chart_speaks_our_words(indicator: Indicator) -> None:
    """Title and description are in the page's language, and nothing of the library's English is
    left (D5).
    """
    root = ET.fromstring(draw_chart(indicator, VI, {}))
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == "Số cây"
    assert root.findtext(f"{SVG}desc") == (
        "Năm 2015: 12 cây. Năm 2018: 2.000 cây. 2015–2016: tăng. Từ 2018 cách tính khác."
    )


def test_description_says_the_direction_of_each_part(indicator: Indicator) -> None:
    """Parts on either side of a break are told apart; a dip on the way up is not hidden."""
    wavering = with_series(indicator, (2010, 5, "exact"), (2011, 4, "exact"), (2012, 9, "about"))
    assert describe(wavering, EN) == (
        "2010: 5 trees. 2012: about 9 trees. 2010–2012: up on the whole."
    )


def test_chart_follows_the_theme_and_the_language(indicator: Indicator) -> None:
    """Colours are CSS variables; numbers are written as the language writes them."""
    vi, en = (draw_chart(indicator, words, {}) for words in (VI, EN))
    assert "var(--accent)" in vi
    assert not re.search(r"#[0-9a-fA-F]{3}", vi)
    assert ">&gt;1.250,5<" in vi
    assert ">&gt;1,250.5<" in en


def test_no_line_crosses_a_break(indicator: Indicator) -> None:
    """Points before and after a break belong to different segments, and the break is named."""
    plan = plan_chart(indicator, VI, WIDE)
    assert [(point.year, point.part) for point in plan.series.points] == [
        (2015, 0),
        (2016, 0),
        (2018, 1),
    ]
    assert [note.text for note in plan.notes] == ["từ 2018: cách tính khác"]
    assert 2016 < plan.cuts[0].year < 2018


def test_chart_shows_the_preferred_reading(indicator: Indicator) -> None:
    """Of two readings of a year the chart draws the preferred one, the other where it is seen."""
    series = plan_chart(indicator, VI, WIDE).series
    assert series.points[-1].value == 2000
    assert series.others == ()
    readings = (*indicator.series[:-1], indicator.series[-1].model_copy(update={"value": 2600}))
    apart = indicator.model_copy(update={"series": readings})
    assert [other.value for other in plan_chart(apart, VI, WIDE).series.others] == [2600]
    assert VI("chart.legend.other") in chart_legend(apart, VI)


@pytest.mark.parametrize("kind", ["line", "column"])
def test_estimates_and_targets_are_hollow(indicator: Indicator, kind: str) -> None:
    """What is not yet counted is drawn hollow, and the legend says so in words."""
    readings = ((2010, 5.0, "exact"), (2011, 6.0, "estimate"), (2012, 7.0, "target"))
    planned = with_series(indicator, *readings).model_copy(update={"chart": kind})
    root = ET.fromstring(draw_chart(planned, VI, {}))
    drawn = f".//{SVG}g[@fill='var(--card)'][@stroke='var(--accent)']/{SVG}path"
    assert len(root.findall(drawn)) == 2
    assert [text for text in chart_legend(planned, VI) if "rỗng" in text]


def test_missing_years_keep_their_place(indicator: Indicator) -> None:
    """Columns stand by their year: twice the years, twice the way."""
    readings = ((2004, 5.0, "exact"), (2006, 6.0, "exact"), (2010, 7.0, "exact"))
    gaps = with_series(indicator, *readings).model_copy(update={"chart": "column"})
    plane = plan_chart(gaps, VI, NARROW).plane
    assert plane.x(2010) - plane.x(2006) == pytest.approx(2 * (plane.x(2006) - plane.x(2004)))


def test_averages_of_several_years_are_spans(real: tuple[Indicator, ...]) -> None:
    """A value for a period is drawn over the period, never as the column of its last year."""
    periods = [
        one for one in real if any(r.period and str(r.period).count("/") for r in one.series)
    ]
    assert periods
    assert {plan_chart(one, VI, WIDE).series.kind for one in periods} == {"span"}


def test_axis_starts_at_zero_with_few_lines(plans: tuple[tuple[str, Plan], ...]) -> None:
    """Every axis holds zero, and at most four gridlines beside it."""
    for name, plan in plans:
        assert plan.plane.low <= 0, name
        assert 0 in plan.plane.gridlines, name
        assert 1 < len(plan.plane.gridlines) <= MOST_GRIDLINES + 1, name


def test_labels_never_touch(plans: tuple[tuple[str, Plan], ...]) -> None:
    """No value stands on another, on a break's words or off the sheet."""
    for name, plan in plans:
        boxes = [spot.box for _, spot in plan.labels]
        assert not [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1])], name
        sheet = Box(0, plan.plane.head, plan.sheet.width, plan.sheet.height)
        assert all(sheet.holds(box) for box in boxes), name


def test_few_points_all_carry_their_value(plans: tuple[tuple[str, Plan], ...]) -> None:
    """Up to seven points are all labelled; of more, the first and the last always are."""
    for name, plan in plans:
        points = plan.series.points
        labelled = {point for point, _ in plan.labels}
        assert {points[0], points[-1]} <= labelled, name
        if len(points) <= FEW:
            assert labelled == {point for point, _ in telling(points)} == set(points), name


def test_real_drawings_are_light_and_clean(real: tuple[Indicator, ...]) -> None:
    """Each drawing keeps to 12 KB, its ids to itself, and carries nothing a strict CSP refuses."""
    cache: dict[str, str] = {}
    for one in real:
        drawings = [draw_chart(one, VI, cache, width=width) for width in ("wide", "narrow")]
        for svg in (*drawings, draw_small(one, EN, cache)):
            assert len(svg.encode()) <= 12_000, one.id
            assert len(gzip.compress(svg.encode(), 9)) <= 2_500, one.id
            assert not re.search(r" (?:aria-\w+|class|style|on\w+)=|<(?:script|style)|<g ?/>", svg)
            assert not re.search(r"\d\.\d{3}", re.sub(r">[^<]*<", "><", svg)), one.id
            assert all(name.startswith(f"c-{one.id}-") for name in re.findall(r' id="(.+?)"', svg))
    assert len(cache) == 3 * len(real)


def test_two_widths_have_their_own_letters(indicator: Indicator) -> None:
    """The phone's drawing is made for its width: its letters are no smaller."""
    wide, narrow = (draw_chart(indicator, VI, {}, width=width) for width in ("wide", "narrow"))
    assert 'viewBox="0 0 640 ' in wide
    assert 'viewBox="0 0 340 ' in narrow
    assert min(int(size) for size in re.findall(r'font-size="(\d+)"', narrow)) >= 14


def test_small_multiples_share_their_years(indicator: Indicator) -> None:
    """The axis runs over the years passed in, whatever the series has."""
    root = ET.fromstring(draw_small(indicator, VI, {}, first=2004, last=2025))
    assert root.get("viewBox") == "0 0 220 81"
    assert not list(root.iter(f"{SVG}text")), "letters would shrink with the drawing"
    assert small_years(indicator, VI, first=2004, last=2025) == (2004, 2025)
    assert small_years(indicator, VI, first=2016, last=2017) == (2015, 2018)


def test_thread_is_loose_where_years_on_end_are_missing(indicator: Indicator) -> None:
    """A line over two or more years without a reading is thin, and the legend says so."""
    readings = ((2004, 5.0, "exact"), (2006, 6.0, "exact"), (2013, 7.0, "exact"))
    sparse = with_series(indicator, *readings).model_copy(update={"chart": "line", "breaks": ()})
    threads = threads_of(plan_chart(sparse, VI, WIDE).series.points)
    assert [(len(one.points), one.is_loose) for one in threads] == [(2, False), (2, True)]
    assert VI("chart.legend.loose") in chart_legend(sparse, VI)
    standing = sparse.model_copy(update={"chart": "column"})
    assert VI("chart.legend.loose") not in chart_legend(standing, VI)


def test_what_languages_share_is_drawn_once(indicator: Indicator) -> None:
    """A drawing without words of its own is the same in every language but for what is heard."""
    before = drawings.cache_info().misses
    vi, en = (draw_small(indicator, words, {}, first=1990, last=2041) for words in (VI, EN))
    assert drawings.cache_info().misses == before + 1
    assert vi != en
    assert vi.partition("</desc>")[2] == en.partition("</desc>")[2]


def test_equal_input_is_drawn_once(indicator: Indicator) -> None:
    """A drawing comes out of the cache by the hash of its input, byte for byte."""
    cache: dict[str, str] = {}
    first = draw_chart(indicator, VI, cache)
    assert draw_chart(indicator, VI, cache) == first
    assert len(cache) == 1
    assert draw_chart(indicator, VI, {}) == first


def test_too_little_is_not_drawn(indicator: Indicator) -> None:
    """Fewer than three years make a table, not a chart."""
    assert has_chart(indicator)
    assert not has_chart(indicator.model_copy(update={"series": indicator.series[:2]}))


@pytest.mark.parametrize("values", [(0, 0, 0), (-5, -4, -3), (-50, 0.5, 49), (1e9, 2e9, 3.5e9)])
def test_odd_series_are_drawn_too(indicator: Indicator, values: tuple[float, ...]) -> None:
    """Nothing but zeros, nothing above zero, both sides of zero, very large: all have an axis."""
    years = (2010, 2011, 2012)
    readings = [(year, value, "exact") for year, value in zip(years, values, strict=True)]
    plan = plan_chart(with_series(indicator, *readings), VI, NARROW)
    assert 0 in plan.plane.gridlines
    assert len(plan.plane.gridlines) <= MOST_GRIDLINES + 1
    assert len(plan.labels) == 3


def test_choice_makes_room_for_all() -> None:
    """An option that is dearer for one is taken when the cheap one would shut another out."""
    costs = [[0.0, 5.0], [1.0]]
    assert choose(costs, [100, 100], lambda i, a, j, b: (i, a, j, b) != (1, 0, 0, 0)) == (1, 0)
    assert choose(costs, [100, 3], lambda *_: False) == (0, None)
