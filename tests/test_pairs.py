"""Pairs of then and now, anniversaries and heights on the home page: true lengths, honest words."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from conftest import context_of
from microsite.identity import Peak, draw_heights, draw_thread
from microsite.marks import Directive
from microsite.model.indicator import Break, Indicator, Reading
from microsite.model.settings import Anniversary
from microsite.paths import ProjectPaths
from microsite.render.context import Context
from microsite.render.home import anniversaries
from microsite.render.pairs import remark


@pytest.fixture(name="context")
def fixture_context(tiny: ProjectPaths) -> Context:
    """A page of the tiny project, in Vietnamese."""
    return context_of(tiny, "vi")


def reading(year: int, value: float, qualifier: str = "exact") -> Reading:
    """Return a reading of any source."""
    return Reading.model_validate(
        {"year": year, "value": value, "qualifier": qualifier, "source": "a"}
    )


@pytest.mark.parametrize("years", [1, 14, 20])
def test_thread_has_a_tick_for_every_year(years: int) -> None:
    """A knot at each end, a tick for each year, and as much longer as there are years more."""
    svg = draw_thread(years)
    assert len(re.findall(r"v8", svg)) == years
    assert svg.count("l8-8 8 8-8 8z") == 2
    knots = width(draw_thread(0))
    assert width(svg) - knots == years * (width(draw_thread(1)) - knots)


def width(svg: str) -> int:
    """Return how wide a drawing says it is."""
    found = re.search(r'width="(\d+)"', svg)
    assert found
    return int(found[1])


def test_bars_are_as_long_as_the_years(context: Context) -> None:
    """Bars end together; what lies before each leaves it its share of the longest, exactly."""
    years = (20, 115, 75)
    entry = context.site.settings.anniversaries[0]
    settings = context.site.settings.model_copy(
        update={"anniversaries": tuple(longer(entry, count) for count in years)}
    )
    shared = replace(context.shared, site=replace(context.site, settings=settings))
    page = replace(context, shared=shared)
    rows = anniversaries(page, Directive("anniversaries"))["rows"]
    assert [one.years for one, _ in rows] == [115, 75, 20]
    for one, before in rows:
        assert 100 - before == pytest.approx(100 * one.years / 115, abs=0.001)


def longer(entry: Anniversary, years: int) -> Anniversary:
    """Return the anniversary with another count of years."""
    return entry.model_copy(update={"years": years})


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        (reading(2004, 2.1), reading(2025, 13.11), "gấp khoảng 6,2 lần"),
        (reading(2004, 6848, "below"), reading(2025, 31578), "gấp hơn 4,6 lần"),
        (reading(2004, 100), reading(2025, 1990, "over"), "gấp hơn 19 lần"),
        (reading(2013, 3000, "over"), reading(2023, 9000, "over"), ""),
        (reading(2013, 10), reading(2023, 12), ""),
        (reading(2013, 0), reading(2023, 12), ""),
    ],
)
def test_ratio_is_said_where_it_is_true(
    context: Context, then: Reading, now: Reading, said: str
) -> None:
    """“More than” only where the words of both sources allow it, nothing where they do not."""
    assert remark(context, with_series(context, (then, now)), then, now) == said


def test_change_of_definition_is_said_instead(context: Context) -> None:
    """A break takes the place of a ratio, current prices too; a dispute or a share leaves none."""
    then, now = reading(2004, 10), reading(2024, 90)
    indicator = with_series(context, (then, now))
    cut = Break.model_validate({"year": 2015, "why": {"vi": "Đếm khác."}})
    broken = indicator.model_copy(update={"breaks": (cut,)})
    assert remark(context, broken, then, now) == "từ 2015 cách tính khác"
    disputed = with_series(context, (then, now, reading(2024, 80)))
    assert remark(context, disputed, then, now) == ""
    current = indicator.model_copy(update={"price_basis": "current"})
    assert remark(context, current, then, now) == "giá hiện hành"
    share = indicator.model_copy(update={"unit": indicator.unit.model_copy(update={"vi": "%"})})
    assert remark(context, share, then, now) == ""


def with_series(context: Context, series: tuple[Reading, ...]) -> Indicator:
    """Return the tiny project's indicator with these readings and nothing else said of it."""
    found = context.site.indicators["so-cay"]
    return found.model_copy(update={"series": series, "breaks": (), "price_basis": None})


@pytest.mark.parametrize("narrow", [False, True])
def test_words_of_a_height_stay_with_it(*, narrow: bool) -> None:
    """The qualifier stands over the number; what other sources say stands under it."""
    peak = Peak(3083, "3.083 m", "A", before="khoảng", also="hoặc 3.076 m")
    svg = draw_heights((peak,), title="T", narrow=narrow)
    assert re.findall(r"<text[^>]*>([^<]+)", svg) == ["khoảng", "3.083 m", "hoặc 3.076 m", "A"]
    lines = [float(y) for y in re.findall(r'<text x="[^"]+" y="([^"]+)"', svg)]
    assert lines == sorted(lines)
    assert lines[0] > 10
