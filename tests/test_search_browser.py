"""Search in a real browser: what people type reaches the page they mean, on a server and from the
disk.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
import yaml

from browser.built import RealSite
from conftest import REPO
from test_search import TONES, WORDS

pytest_plugins = ["browser.fixtures"]

Browse = Callable[..., Any]

QUERIES = yaml.safe_load((REPO / "tests/golden/search/queries.yml").read_text(encoding="utf-8"))
FIRST, SOON = 0.95, 3


def rank(results: list[list[str]], wanted: set[str]) -> int:
    """Return the place of the first wanted page among the different pages found; 99 for none."""
    pages = list(dict.fromkeys(address.partition("#")[0] for address, _ in results))
    return next((at for at, page in enumerate(pages, 1) if page in wanted), 99)


@pytest.mark.parametrize("place", ["server", "disk"])
def test_queries_reach_their_pages(browse: Browse, real: RealSite, place: str) -> None:
    """At least 95 in 100 queries find their page first, every one among the first three."""
    queries = QUERIES["queries"]
    assert len(queries) >= 120
    root = real.address if place == "server" else real.on_disk()
    asked = [{"q": one["q"], "lang": one["lang"]} for one in queries]
    seen = browse("search.mjs", root=root, queries=asked)
    answers = {(one["q"], one["lang"]): one["results"] for one in seen["found"]}
    late, lost = [], []
    for one in queries:
        results = answers[one["q"], one["lang"]]
        at = rank(results, {one["page"], *one.get("also", [])})
        if at > 1:
            line = f"{one['q']} ({one['lang']}, {one['kind']}): {one['page']} at {at}"
            (lost if at > SOON else late).append(f"{line}, first {[hit[0] for hit in results[:3]]}")
    share = 1 - (len(late) + len(lost)) / len(queries)
    if lost or share < FIRST:
        said = f"{share:.1%} first; not among three: {len(lost)}"
        pytest.fail("\n".join([said, "LOST", *lost, "LATE", *late]), pytrace=False)


def test_each_language_finds_its_own(browse: Browse, real: RealSite) -> None:
    """Vietnamese pages are not found in English, nor English ones in Vietnamese."""
    asked = [{"q": "lai chau", "lang": lang} for lang in ("vi", "en")]
    seen = browse("search.mjs", root=real.address, queries=asked)
    vietnamese, english = (
        [hit[0].startswith("en/") for hit in one["results"]] for one in seen["found"]
    )
    assert len(vietnamese) > 10
    assert not any(vietnamese)
    assert len(english) > 10
    assert all(english)


def test_browser_cuts_words_as_the_index_does(browse: Browse, real: RealSite) -> None:
    """The script's side of `search/tokens.py` gives the same forms."""
    texts = [case["text"] for case in WORDS]
    seen = browse("search.mjs", root=real.address, texts=texts, path="index.html")
    wanted = [
        [[re.sub(r"~(\d)", lambda mark: TONES[mark[1]], form) for form in forms] for forms in words]
        for words in (case["words"] for case in WORDS)
    ]
    assert seen == wanted


@pytest.mark.parametrize("place", ["server", "disk"])
def test_search_is_used_by_keyboard(browse: Browse, real: RealSite, place: str) -> None:
    """Nothing is fetched before; Ctrl+K, typing, arrows, narrowing, Escape, Enter all work."""
    root = real.address if place == "server" else real.on_disk()
    plan = {"path": "thanh-tuu/kinh-te.html", "q": "thuy dien", "next": "khởi công thủy điện"}
    seen = browse("search.mjs", root=root, part="use", **plan)
    assert seen["before"] == []
    assert (seen["focus"], seen["expanded"]) == ("combobox", "true")
    assert seen["options"] == list(dict.fromkeys(seen["options"]))
    assert re.match(r"\d+ trang", seen["said"])
    assert {word.lower() for word in seen["marked"][:4]} == {"thủy", "điện"}
    assert seen["groups"][0] == "Sát nhất"
    assert [seen["first"], seen["second"]] == seen["options"][:2]
    assert 0 < len(seen["narrowed"]) < len(seen["options"])
    assert seen["closed"]
    assert seen["back"] != "input"
    assert seen["arrived"] == "lich-su/dong-thoi-gian.html#khoi-cong-thuy-dien-lai-chau"
    assert [seen[name] for name in ("violations", "foreign")] == [[], []]
    assert [line for line in seen["errors"] if ".woff2" not in line] == []


def test_when_nothing_is_found(browse: Browse, real: RealSite) -> None:
    """An unknown word gets other ways in; a query half known says which word is not."""
    plan = {"path": "index.html", "none": "zzzqqqzz", "partly": "thủy điện zzzqqqzz"}
    seen = browse("search.mjs", root=real.address, part="fail", **plan)
    assert "zzzqqqzz" in seen["none"]["said"]
    assert seen["none"]["options"] == 0
    assert len(seen["none"]["ways"]) == 3
    assert "zzzqqqzz" in seen["partly"]["said"]
    assert seen["partly"]["options"] > 3


def test_search_page_answers_a_link(browse: Browse, real: RealSite) -> None:
    """`tim-kiem.html?q=…` opens with the query answered."""
    for root in (real.address, real.on_disk()):
        path = "gioi-thieu/tim-kiem.html?q=thuy%20dien"
        seen = browse("search.mjs", root=root, part="link", path=path)
        assert seen["value"] == "thuy dien"
        assert seen["first"].startswith(root)


def test_door_leads_on_without_scripts(browse: Browse, real: RealSite) -> None:
    """Scripts off: the door leads to all pages by section and letter; so does the search page."""
    plan = {"path": "index.html", "page": "gioi-thieu/tim-kiem.html"}
    seen = browse("search.mjs", root=real.address, part="shut", **plan)
    assert seen["arrived"] == "gioi-thieu/so-do.html"
    assert "so-do.html" in seen["ways"]
