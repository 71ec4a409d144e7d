"""Feeds: RSS 2.0, Atom and JSON Feed of every section and language, with whole articles."""

from __future__ import annotations

import json
import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from changes import apply_changes
from microsite.engine import build_site
from microsite.offer.articles import clean
from microsite.paths import ProjectPaths
from microsite.pipeline import build

ATOM = "{http://www.w3.org/2005/Atom}"
APPROVED = "  status: approved\n  approved_by: Tổ trưởng\n  approved_on: 2026-03-02\n"
ADDRESS = re.compile(r"https://garden\.test/five/[a-z0-9/.#-]+")


@pytest.fixture(name="fed", scope="module")
def fixture_fed(built: ProjectPaths) -> Path:
    """The feeds of the tiny project."""
    return built.site / "feeds"


def items(folder: Path, name: str) -> list[dict[str, Any]]:
    """Return the items of a JSON feed."""
    found: list[dict[str, Any]] = json.loads((folder / f"{name}.json").read_text("utf-8"))["items"]
    return found


def ids(site: Path) -> dict[str, str]:
    """Return the ids in the feed of the whole site, by address."""
    return {one["url"]: one["id"] for one in items(site / "feeds/vi", "index")}


def test_every_section_and_language_has_three_feeds(fed: Path) -> None:
    """The whole site and each section, in each language, in each form."""
    assert {
        path.relative_to(fed).as_posix()
        for path in fed.rglob("*.*")
        if path.suffix not in (".br", ".gz")
    } == {
        f"{lang}/{section}.{ending}"
        for lang in ("vi", "en")
        for section in ("index", "vuon", "so-lieu", "trang")
        for ending in ("rss.xml", "atom.xml", "json")
    }


def test_feeds_are_well_formed_for_readers(fed: Path) -> None:
    """feedparser, which reads what feed readers read, has nothing to repair in any of them."""
    feedparser = pytest.importorskip("feedparser")
    versions = set()
    for path in sorted(fed.rglob("*.xml")):
        read = feedparser.parse(path.read_bytes())
        assert not read.bozo, (path, read.get("bozo_exception"))
        assert len(read.entries) == len(items(path.parent, path.name.partition(".")[0]))
        versions.add(read.version)
    assert versions == {"rss20", "atom10"}


def test_atom_has_what_rfc_4287_requires(fed: Path) -> None:
    """Feed and entries have one id, title and updated each, an author, a link to themselves or to
    their page; ids are unique; dates are those of RFC 3339.
    """
    for path in sorted(fed.rglob("*.atom.xml")):
        root = etree.fromstring(path.read_bytes())
        for element in (root, *root.findall(f"{ATOM}entry")):
            for name in ("id", "title", "updated"):
                assert len(element.findall(f"{ATOM}{name}")) == 1, (path, name)
            datetime.strptime(element.findtext(f"{ATOM}updated"), "%Y-%m-%dT%H:%M:%S%z")
            assert element.findtext(f"{ATOM}author/{ATOM}name")
            assert element.find(f"{ATOM}link[@rel='alternate']") is not None
        assert root.find(f"{ATOM}link[@rel='self']").get("href").endswith(path.name)
        found = [one.findtext(f"{ATOM}id") for one in root.findall(f"{ATOM}entry")]
        assert len(found) == len(set(found))


def test_rss_has_what_the_specification_requires(fed: Path) -> None:
    """The channel has title, link and description; items have a title, a permanent guid that is no
    address, and a date of RFC 822.
    """
    for path in sorted(fed.rglob("*.rss.xml")):
        channel = etree.fromstring(path.read_bytes()).find("channel")
        assert all(channel.findtext(name) for name in ("title", "link", "description"))
        for item in channel.findall("item"):
            assert item.find("guid").get("isPermaLink") == "false"
            assert parsedate_to_datetime(item.findtext("pubDate")).tzinfo is not None
            assert item.findtext("link").startswith("https://garden.test/five/")


def test_dates_are_those_of_the_content(fed: Path, built: ProjectPaths) -> None:
    """An item was published and changed on the days that its article names; noon, since nobody
    knows the hour.
    """
    (item,) = items(fed / "vi", "so-lieu")
    text = (built.docs / "vi/so-lieu/index.md").read_text(encoding="utf-8")
    days = [re.search(rf"{name}: (\S+)", text) for name in ("published", "reviewed")]
    written = [f"{found[1]}T12:00:00Z" for found in days if found]
    assert [item["date_published"], item["date_modified"]] == [written[0], max(written)]


def test_articles_are_whole_and_plain(fed: Path) -> None:
    """The content has the article's words, tables and notes; no script, style, drawing, handler or
    class; and every address is whole.
    """
    seen: set[str] = set()

    class Seen(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            seen.add(tag)
            for name, value in attrs:
                assert name in {"href", "src", "alt", "lang", "scope", "colspan", "datetime",
                                "width", "height", "rowspan", "start"}, (tag, name)  # fmt: skip
                if name in ("href", "src"):
                    assert (value or "").startswith("http"), value

    for path in sorted(fed.rglob("*.json")):
        for item in items(path.parent, path.stem):
            Seen().feed(item["content_html"])
    assert {"p", "h2", "a"} <= seen
    assert not seen & {"script", "style", "svg", "iframe", "form", "button", "textarea"}


def test_what_is_not_read_is_told_in_words(tiny: ProjectPaths) -> None:
    """A page that leads to many entries has what was written for it; the entries have pages."""
    build(tiny, build_site)
    (page,) = (one for one in items(tiny.site / "feeds/vi", "vuon") if "vuon/index" in one["url"])
    assert "Lập vườn" not in re.sub(r"<[^>]+>", "", page["content_html"])


def test_translations_that_do_not_exist_are_no_items(fed: Path) -> None:
    """A page shown in another language than that of the feed is not in it; nor is the home page."""
    found = {one["url"] for one in items(fed / "en", "index")}
    assert found == {"https://garden.test/five/en/so-lieu/index.html"}
    assert not any(url.endswith("/five/index.html") for url in ids(fed.parent))


def test_id_survives_title_and_place(tiny: ProjectPaths) -> None:
    """A new title changes no id, and a page that moved keeps the id of its old address."""
    build(tiny, build_site)
    before = ids(tiny.site)
    old = "https://garden.test/five/vuon/index.html"
    assert before[old] == "tag:garden.test,2020:vi/vuon/index"
    redirect = "redirects:\n- from: cu/ten-cu.html\n  to: vuon/index.md\n"
    title = (tiny.docs / "vi/vuon/index.md").read_text(encoding="utf-8")
    name = re.search(r"title: .*", title)
    assert name is not None
    apply_changes(
        tiny.root,
        {
            "docs/vi/vuon/index.md": {"replace": [[name[0], "title: Tên mới"]]},
            "data/redirects.yml": {"write": redirect},
        },
    )
    build(tiny, build_site)
    after = ids(tiny.site)
    assert after.keys() == before.keys()
    assert after[old] == "tag:garden.test,2020:vi/cu/ten-cu"
    assert {url: one for url, one in after.items() if url != old} == {
        url: one for url, one in before.items() if url != old
    }


def test_approved_entries_are_news_and_drafts_are_not(tiny: ProjectPaths) -> None:
    """An entry that somebody approved stands in the feed on that day; one of the founding stock has
    no day, and a draft is not there.
    """
    apply_changes(
        tiny.root,
        {
            "data/models.yml": {"replace": [["- id: u-phan\n", f"- id: u-phan\n{APPROVED}"]]},
            "data/events.yml": {"replace": [["- id: lap-vuon\n", f"- id: lap-vuon\n{APPROVED}"]]},
        },
    )
    build(tiny, build_site)
    first, second, *_ = items(tiny.site / "feeds/vi", "index")
    assert {first["id"], second["id"]} == {
        "tag:garden.test,2020:vi/models/u-phan",
        "tag:garden.test,2020:vi/events/lap-vuon",
    }
    assert first["date_published"] == second["date_published"] == "2026-03-02T12:00:00Z"
    told = json.dumps(items(tiny.site / "feeds/vi", "index"), ensure_ascii=False)
    assert "Tổ làm vườn đào luống đầu tiên." in told
    assert "Bán cây" not in told
    assert 'so-cay.html", "title' not in told


def test_pages_name_their_feed(built: ProjectPaths) -> None:
    """A page's head names the feed of its section, the home page all forms of the whole site's."""
    page = (built.site / "en/so-lieu/so-cay.html").read_text(encoding="utf-8")
    assert (
        '<link rel="alternate" type="application/rss+xml" href="../../feeds/en/so-lieu.rss.xml">'
        in page
    )
    home = (built.site / "index.html").read_text(encoding="utf-8")
    for kind, name in (("rss+xml", "rss.xml"), ("atom+xml", "atom.xml"), ("feed+json", "json")):
        assert f'type="application/{kind}" href="feeds/vi/index.{name}"' in home


def test_site_without_an_address_has_no_feeds(tiny: ProjectPaths) -> None:
    """Nobody could follow their links: there are none, nor descriptions, and no page names any."""
    apply_changes(
        tiny.root, {"data/site.yml": {"replace": [["address: https://garden.test/five/\n", ""]]}}
    )
    build(tiny, build_site)
    assert not (tiny.site / "feeds").exists()
    assert not (tiny.site / "oembed").exists()
    assert (tiny.site / "api/index.json").is_file()
    assert "feeds/" not in (tiny.site / "trang/du-lieu-mo.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("<p>A<script>x()</script>B</p>", "<p>AB</p>"),
        ('<p onclick="x()" class="a" style="b">A</p>', "<p>A</p>"),
        ('<a href="javascript:x()">A</a>', "A"),
        ('<a href="../b.html#c">A</a>', '<a href="https://x.test/b.html#c">A</a>'),
        ('A <sup><a href="#n1">1</a></sup>', "A <sup>1</sup>"),
        ("<details><summary>A</summary><p>B</p></details>", "<div><p>A</p><p>B</p></div>"),
        ("<figure><svg><text>x</text></svg></figure>B", "B"),
        ('<picture><source srcset="a"><img src="a.jpg" alt="A" onerror="x()"></picture>',
         '<img src="https://x.test/d/a.jpg" alt="A">'),
        ("a &lt;b&gt; &amp; c", "a &lt;b&gt; &amp; c"),
        ("<p hidden>A</p><x-y>B</x-y><!-- C -->", "B"),
    ],
)  # fmt: skip
def test_cleaning(written: str, wanted: str) -> None:
    """What may run, dress or lead astray goes; words, tables and pictures stay."""
    part = html.fragment_fromstring(written, create_parent="article")
    assert clean(part, "https://x.test/d/e.html") == wanted
