"""Questions whose sources differ: every reading as an equal, with its value, source and date."""

from __future__ import annotations

import re

import pytest

from changes import apply_changes
from conftest import context_of
from microsite.model.learning import Claim
from microsite.paths import ProjectPaths
from microsite.preparing import prepare
from microsite.render.claims import claim_parts, claim_size
from microsite.render.context import Context
from microsite.render.tally import draw_tally

PAGE = "vi/hoi/kinh-te.md"


@pytest.fixture(name="context")
def fixture_context(tiny: ProjectPaths) -> Context:
    """A page of the tiny project, in English."""
    return context_of(tiny, "en")


@pytest.mark.parametrize(
    ("text", "head", "rest"),
    [
        ("265.165 km: the border guard.", "265.165 km", "the border guard."),
        ("79,645 people, in 2019.", "79,645 people", "in 2019."),
        ("More than 52%, in 2024.", "More than 52%", "in 2024."),
        ("Resolution 34.", "Resolution 34", ""),
        ("The same day and place, without a number of members.", "", None),
        ("Cut down to size: a & b.", "Cut down to size", "a &amp; b."),
        ("A long way round before any number comes along at all: 7.", "", None),
        ("In 2018 :figure[so-cay]{year=2018}.", "", None),
    ],
)
def test_value_stands_first(context: Context, text: str, head: str, rest: str | None) -> None:
    """What stands before a colon, or a number before a comma, leads; no word is lost, and where
    nothing can lead all of it is running text.
    """
    claim = Claim.model_validate({"claim": {"vi": "x", "en": text}, "sources": ["so-tay"]})
    found, after = claim_parts(context, claim)
    assert found == head
    if rest is not None:
        assert str(after) == rest


def test_untranslated_reading_keeps_its_language(context: Context) -> None:
    """A reading without English is marked as Vietnamese, never cut."""
    claim = Claim.model_validate({"claim": {"vi": "2.000 cây: sổ tay"}, "sources": ["so-tay"]})
    assert claim_parts(context, claim) == ("", '<span lang="vi">2.000 cây: sổ tay</span>')


@pytest.mark.parametrize(
    ("head", "size"),
    [("84,5%", "numeral"), ("Hơn 318.000 dân", "line"), ("Nghệ nhân Ưu tú", "words")],
)
def test_only_numbers_are_large(head: str, size: str) -> None:
    """The shorter a value the larger it stands; what is no number stays in the size of words."""
    assert claim_size(head) == size


def test_readings_are_equal_but_for_their_mark(tiny: ProjectPaths) -> None:
    """Every reading shows publisher, date and mark of its sources; the one that the site goes by
    is told by a knot and by words, and stands where it stood.
    """
    used = ["    - ban-chep\n", "    - ban-chep\n    used: true\n"]
    apply_changes(tiny.root, {"data/questions.yml": {"replace": [used]}})
    prepare(tiny)
    staged = (tiny.staged / PAGE).read_text(encoding="utf-8")
    first, second = re.findall(
        r'<li(?: class="ms-used")?>\n<p class="ms-knot">.*?</ul>', staged, re.S
    )
    assert "Có nguồn ghi" in first
    assert "Tổ làm vườn, 01/01/2020" in first
    assert 'class="ms-used"' in second
    assert "Trang này dùng" in second
    assert [text.count("ms-cite") for text in (first, second)] == [1, 1]


def test_head_counts_what_differs(context: Context) -> None:
    """The numeral of a page of questions is how many have sources that differ; pages about one
    thing have none.
    """
    assert "<strong>1</strong> <span>of 1 questions" in draw_tally(context, "questions", "kinh-te")
    assert draw_tally(context, "questions", "lich-su") == ""
    assert draw_tally(context, "search") == ""
