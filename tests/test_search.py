"""The search index: what of a page can be found, under which words, in how few bytes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import REPO
from microsite.paths import ProjectPaths
from microsite.search.pages import Place, read_page
from microsite.search.texts import cut_shelves
from microsite.search.tokens import cut_tokens
from microsite.styles import SCRIPTS, join_scripts

WORDS = yaml.safe_load((REPO / "tests/golden/search/words.yml").read_text(encoding="utf-8"))
TONES = {"1": "\u0301", "2": "\u0300", "3": "\u0309", "4": "\u0303", "5": "\u0323"}

PAGE = """<html><body><h1>Kinh <b>tế</b></h1><p class="ms-lede">Mở đầu.</p><nav>Menu</nav>
<article class="ms-article"><p>Lời<sup class="ms-cite"><a href="#n1">1</a></sup> đầu.</p>
<h2 id="che">Chè<span aria-hidden="true"> #</span></h2><p>Cây chè.</p><svg><text>12</text></svg>
<h3><a href="khac.html">Trang khác</a></h3><p hidden>Ẩn</p>
<article class="ms-event" id="ngay-dau"><p><time datetime="2004-01-01">01/01/2004</time></p>
<h3>Ngày đầu</h3><p>Tỉnh mới.</p></article>
<dl><div><dt id="ubnd">Ủy ban</dt><dd>Cơ quan.</dd></div></dl>
<ul><li id="nq"><cite>Nghị quyết 22/2003/QH11</cite>. Quốc hội.</li></ul>
<h2 id="nguon">Nguồn</h2><ol class="ms-notes"><li id="n1">Báo.</li></ol>
<aside class="ms-page-facts">Ngày rà soát</aside></article></body></html>"""


def load(path: Path) -> Any:
    """Read what a search file puts under its name."""
    text = path.read_text(encoding="utf-8")
    return json.loads(re.fullmatch(r".*?\]=(.*);\n", text, re.DOTALL)[1])  # type: ignore[index]  # a script of one statement


def spell(words: str) -> list[str]:
    """Undo the shortening of the word list."""
    found = [""]
    for entry in re.findall(r"[A-Z][^A-Z]*", words):
        found.append(found[-1][: ord(entry[0]) - ord("A")] + entry[1:])
    return found[1:]


def pages_of(hits: str) -> list[int]:
    """Undo the shortening of one word's pages."""
    found, at = [], -1
    for letter in hits:
        at += 57 if letter == "~" else ord(letter) - ord("#") + 1
        if letter != "~":
            found.append(at)
    return found


@pytest.mark.parametrize("case", WORDS, ids=[case["why"] for case in WORDS])
def test_text_is_cut_into_words(case: dict[str, Any]) -> None:
    """Marks, tone placement, dates, numbers and document numbers have one form each."""
    wanted = [
        tuple(re.sub(r"~(\d)", lambda mark: TONES[mark[1]], form) for form in forms)
        for forms in case["words"]
    ]
    assert cut_tokens(case["text"]) == wanted


def test_a_page_is_read_as_places() -> None:
    """Headings, events, terms and cited documents are places; notes, menus and drawings are not."""
    page = read_page(PAGE, "kinh-te.html", "article", "thanh-tuu")
    assert page.title == "Kinh tế"
    assert page.places == (
        Place("", "", "Mở đầu. Lời đầu."),
        Place("che", "Chè", "Cây chè."),
        Place("che", "Trang khác", "", points=True),
        Place("ngay-dau", "Ngày đầu", "01/01/2004 Tỉnh mới.", day="1/1/2004"),
        Place("ubnd", "Ủy ban", "Cơ quan."),
        Place("nq", "Nghị quyết 22/2003/QH11", ". Quốc hội.", cited=True),
        Place("nguon", "Nguồn", ""),
    )


def test_the_index_says_which_pages_have_a_word(built: ProjectPaths) -> None:
    """Read back, the postings name exactly the pages that the text files say the word on. Of a
    source only its number counts, so registers are left out here.
    """
    for lang in ("vi", "en"):
        index = load(built.site / f"search/{lang}.js")
        words, hits = spell(index["words"]), index["hits"].split("!")[:-1]
        assert len(words) == len(hits) > 50
        named = index["shelves"]
        shelves = [load(built.site / f"assets/search/{name}.js") for name, _ in named]
        assert [len(shelf) for shelf in shelves] == [count for _, count in named]
        texts = [page for shelf in shelves for page in shelf]
        wanted: set[tuple[str, int]] = set()
        told = {at for at, row in enumerate(index["pages"]) if row[2] != "register"}
        for at in told:
            said = [index["pages"][at][1], *(f"{title} \n {text}" for _, title, text in texts[at])]
            wanted |= {(form, at) for forms in cut_tokens(" \n ".join(said)) for form in forms}
        found = {
            (word, at)
            for word, hit in zip(words, hits, strict=True)
            for at in pages_of(hit)
            if at in told
        }
        assert found == wanted


def test_each_language_has_its_own_pages(built: ProjectPaths) -> None:
    """An index holds the pages of its language, untranslated ones too, and no list of pages."""
    for lang, folder in (("vi", ""), ("en", "en/")):
        index = load(built.site / f"search/{lang}.js")
        addresses = {row[0] for row in index["pages"]}
        there = {
            path.relative_to(built.site).as_posix()
            for path in (built.site / folder).rglob("*.html")
            if "embed" not in path.relative_to(built.site).parts
            and (lang == "en" or "en" not in path.relative_to(built.site).parts)
        }
        unlisted = {f"{folder}trang/so-do.html", f"{folder}trang/tim-kiem.html", "404.html"}
        on_paper = {name for name in there if name.endswith("in-ca-muc.html")}
        assert addresses == there - unlisted - on_paper


def test_shelves_hold_pages_in_order() -> None:
    """Shelves are cut where one is full; a long page has one of its own."""
    short, long = ("chữ " * 1000, "chữ " * 9000)
    pages = [
        read_page(f'<article class="ms-article"><p>{text}</p></article>', f"{at}.html", "", "")
        for at, text in enumerate([short, short, long, short])
    ]
    shelves = cut_shelves(pages)
    assert [[page.address for page in shelf] for shelf in shelves] == [
        ["0.html", "1.html"],
        ["2.html"],
        ["3.html"],
    ]


def test_every_script_part_is_joined() -> None:
    """A script part that no script names is refused."""
    for name in SCRIPTS:
        parts = {path.stem: "" for path in (REPO / "overrides/assets/js" / name).glob("*.js")}
        assert join_scripts(name, parts)
        with pytest.raises(KeyError, match="stray"):
            join_scripts(name, {**parts, "stray": ""})
