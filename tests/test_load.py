"""What an editor typed is what the model gets, with its place."""

from __future__ import annotations

from microsite.load.markdown import parse_page
from microsite.load.nodes import Fields, find, plain
from microsite.load.yaml_files import parse_yaml
from microsite.marks import Citation, Figure, parse_block, parse_inline, strip_inline

TYPED = """\
no: no
time: 12:30
date: 1909-06-28
octal: 05
number: 1_000
nothing:
quoted: ""
list:
- yes
- 1.50
"""


def test_scalars_stay_as_typed() -> None:
    """No value becomes a boolean, a date, an octal or a time; only an empty one is nothing."""
    root, problems = parse_yaml(TYPED, "a.yml")
    assert problems == []
    assert root is not None
    assert plain(root) == {
        "no": "no",
        "time": "12:30",
        "date": "1909-06-28",
        "octal": "05",
        "number": "1_000",
        "nothing": None,
        "quoted": "",
        "list": ["yes", "1.50"],
    }


def test_every_key_has_its_place() -> None:
    """The place of a value is the line and column of its key, or of its item."""
    root, _ = parse_yaml(TYPED, "a.yml")
    assert root is not None
    assert find(root, ("octal",)) == (4, 1)
    assert find(root, ("list", 1)) == (10, 3)
    assert find(root, ("list", 1, "not there")) == (10, 3)


def test_deep_nesting_is_refused_at_once() -> None:
    """A file nested 100,000 deep neither crashes nor hangs."""
    root, problems = parse_yaml("[" * 100_000, "a.yml")
    assert root is None
    assert [problem.code for problem in problems] == ["too-deep"]


def test_front_matter_and_body_keep_their_lines() -> None:
    """Body lines are counted from the top of the file; fenced code is left out."""
    text = "---\ntitle: Một\n---\n\nHai\n\n```\nBa\n```\n\nBốn\n"
    page, problems = parse_page(text, file="docs/vi/a.md", lang="vi", path="a.md")
    assert problems == []
    assert isinstance(page.meta, Fields)
    assert find(page.meta, ("title",)) == (2, 1)
    assert [(number, line) for number, line in page.lines if line] == [(5, "Hai"), (11, "Bốn")]


def test_front_matter_may_end_the_file() -> None:
    """The closing line needs no line after it; nothing between the lines is no field at all."""
    page, problems = parse_page("---\ntitle: Một\n---", file="a.md", lang="vi", path="a.md")
    assert (problems, page.body) == ([], "")
    assert isinstance(page.meta, Fields)
    _, problems = parse_page("---\n---\nMột\n", file="a.md", lang="vi", path="a.md")
    assert [problem.code for problem in problems] == ["front-matter-not-fields"]


def test_marks_are_found_with_their_offsets() -> None:
    """Citations and figures are read where they stand; ordinary brackets are left alone."""
    text = "Có :figure[so-cay]{year=2018 unit=no} cây [@a; @b], xem [vườn](a.md)."
    figure, citation = parse_inline(text)
    assert isinstance(figure, Figure)
    assert isinstance(citation, Citation)
    assert (figure.indicator, dict(figure.options)) == ("so-cay", {"year": "2018", "unit": "no"})
    assert citation.sources == ("a", "b")
    assert text[citation.start : citation.end] == "[@a; @b]"
    assert strip_inline("Một câu [@a].") == "Một câu."


def test_a_directive_stands_alone_on_its_line() -> None:
    """Only a line that is nothing but a directive is one; what is almost one is wrong."""
    found = parse_block("::events{#x topic=party from=1909}")
    assert found is not None
    assert (found.name, found.id, dict(found.options)) == (
        "events",
        "x",
        {"topic": "party", "from": "1909"},
    )
    assert parse_block("Xem ::events ở dưới") is None
    almost = parse_block("::events {#x}")
    assert almost is not None
    assert almost.bad
