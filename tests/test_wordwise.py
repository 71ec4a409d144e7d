"""The words that differ between two versions of a page."""

from __future__ import annotations

import pytest

from microsite.preview.wordwise import compare_blocks, read_blocks

LONG = "một hai ba bốn năm sáu bảy tám chín mười mười một mười hai"
SHORT = "a b c d e f g h i j k"


def spots(before: str, after: str) -> list[tuple[str, str]]:
    """Return each place as its heading and its text: [-out-] and {+in+} as git writes them."""
    marks = {"same": "{}", "out": "[-{}-]", "in": "{{+{}+}}"}
    found = compare_blocks(
        read_blocks(f"<main>{before}</main>"), read_blocks(f"<main>{after}</main>")
    )
    return [
        (spot.heading, " ".join(marks[kind].format(text) for kind, text in spot.pieces))
        for spot in found
    ]


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        pytest.param("<p>a b</p>", "<p>a  <b>b</b></p>", [], id="markup is not text"),
        pytest.param(
            "<h2>Vườn</h2><p>Có hai cây ban trắng.</p>",
            "<h2>Vườn</h2><p>Có ba cây ban trắng.</p>",
            [("Vườn", "Có [-hai-] {+ba+} cây ban trắng.")],
            id="a word",
        ),
        pytest.param(
            "<h2>Vườn</h2><p>Có cây.</p>",
            "<h2>Vườn</h2><p>Có cây.</p><h3>Ao</h3><p>Một ao mới.</p>",
            [("Ao", "{+Ao+}"), ("Ao", "{+Một ao mới.+}")],
            id="a paragraph came",
        ),
        pytest.param(
            "<p>Có cây.</p><p>Có ao.</p>", "<p>Có cây.</p>", [("", "[-Có ao.-]")], id="one went"
        ),
        pytest.param(
            "<p>Trời mưa suốt tuần.</p>",
            "<p>Tổ họp ngày hai.</p>",
            [("", "{+Tổ họp ngày hai.+}"), ("", "[-Trời mưa suốt tuần.-]")],
            id="another sentence is not woven into the old one",
        ),
        pytest.param(
            "<table><tr><th>2015</th><td>12</td></tr></table>",
            "<table><tr><th>2015</th><td>13</td></tr></table>",
            [("", "2015 · [-12-] {+13+}")],
            id="a row of a table is one line",
        ),
        pytest.param(
            '<p>Có cây<sup class="ms-cite"><a>1</a></sup>.</p>',
            '<p>Có cây<sup class="ms-cite"><a>2</a></sup>.</p>',
            [],
            id="numbers of sources are no words",
        ),
        pytest.param(
            f"<p>{LONG} ao {SHORT}</p>",
            f"<p>{LONG} hồ {SHORT}</p>",
            [
                (
                    "",
                    "… bảy tám chín mười mười một mười hai [-ao-] {+hồ+} a b c d e f g h …",
                )
            ],
            id="far words are left out",
        ),
        pytest.param(
            "<nav>Trang chủ</nav><svg><text>1</text></svg><p>a</p>",
            "<nav>Về nhà</nav><svg><text>2</text></svg><p>a</p>",
            [],
            id="menus and drawings are no text",
        ),
    ],
)
def test_words_that_differ(before: str, after: str, wanted: list[tuple[str, str]]) -> None:
    """Only what someone reads counts, word by word, under its heading."""
    assert spots(before, after) == wanted
