"""What the head of a page tells machines: addresses, Open Graph, Dublin Core, JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from microsite.about import Heads
from microsite.engine import build_site
from microsite.paths import ProjectPaths
from microsite.pipeline import build, build_tree
from microsite.preparing import prepare

ROOT = "https://garden.test/five/"

Read = Callable[[str], str]


class Head(HTMLParser):
    """The properties and names of a head, its links, and its graph."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.said: dict[str, list[str]] = {}
        self.links: dict[tuple[str, str], str] = {}
        self.graph: dict[str, Any] = {}
        self._is_graph = False
        self.feed(html.split("</head>", maxsplit=1)[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        found = {name: value or "" for name, value in attrs}
        self._is_graph = found.get("type") == "application/ld+json"
        if tag == "meta" and (name := found.get("property") or found.get("name")):
            self.said.setdefault(name, []).append(found["content"])
        if tag == "link":
            self.links[found["rel"], found.get("hreflang", "")] = found["href"]

    def handle_data(self, data: str) -> None:
        """Read the graph."""
        if self._is_graph and data.strip():
            self.graph = json.loads(data)

    def one(self, name: str) -> str:
        """Return what is said once."""
        (value,) = self.said[name]
        return value

    def node(self, kind: str) -> dict[str, Any]:
        """Return the only node of a type."""
        (found,) = (node for node in self.graph["@graph"] if node["@type"] == kind)
        return dict(found)


@pytest.fixture(name="heads", scope="session")
def fixture_heads(built: ProjectPaths) -> dict[str, Head]:
    """The head of every page of the built tiny site."""
    return {
        path.relative_to(built.site).as_posix(): Head(path.read_text(encoding="utf-8"))
        for path in sorted(built.site.rglob("*.html"))
    }


def listed(heads: dict[str, Head]) -> dict[str, Head]:
    """Return the pages that search engines may list."""
    return {name: head for name, head in heads.items() if "robots" not in head.said}


def test_page_names_itself_and_its_translations(heads: dict[str, Head]) -> None:
    """Every page is its own canonical; a translated one names both versions by their whole
    addresses and the source text for readers of other languages (S7).
    """
    for name, head in listed(heads).items():
        assert head.links["canonical", ""] == ROOT + name
    assert heads["en/so-lieu/index.html"].links == {
        **heads["en/so-lieu/index.html"].links,
        ("alternate", "vi"): f"{ROOT}so-lieu/index.html",
        ("alternate", "en"): f"{ROOT}en/so-lieu/index.html",
        ("alternate", "x-default"): f"{ROOT}so-lieu/index.html",
    }


def test_page_that_shows_another_language_leads_there_and_says_no_more(
    heads: dict[str, Head],
) -> None:
    """A page that is not translated is no page of its own for machines."""
    head = heads["en/vuon/index.html"]
    assert head.links["canonical", ""] == f"{ROOT}vuon/index.html"
    assert head.one("robots") == "noindex"
    assert not head.graph
    assert not [name for name in head.said if name.startswith(("og:", "DC."))]


def test_link_in_a_message_shows_the_page(heads: dict[str, Head], built: ProjectPaths) -> None:
    """Open Graph has title, words, address, language and a picture of 1200 × 630 pixels below
    300 KB that is there (S1).
    """
    pages = listed(heads)
    assert len(pages) > 25
    for name, head in pages.items():
        assert head.one("og:title"), name
        assert head.one("og:url") == ROOT + name
        assert head.one("og:locale") == ("en_GB" if name.startswith("en/") else "vi_VN")
        assert (head.one("og:image:width"), head.one("og:image:height")) == ("1200", "630")
        assert head.one("og:image:alt").startswith(head.one("og:title"))
        picture = built.site / head.one("og:image").removeprefix(ROOT)
        assert picture.stat().st_size < 300_000
        with Image.open(picture) as image:
            assert (image.format, image.size) == ("PNG", (1200, 630))
    shown = [head.one("og:image") for head in pages.values()]
    titles = {(head.one("og:title"), head.one("og:site_name")) for head in pages.values()}
    assert len(set(shown)) >= len(titles)


def test_dublin_core_says_what_the_front_matter_says(heads: dict[str, Head]) -> None:
    """Title, creator, date, language, publisher, subject and identifier are those of the page; a
    page made from data has no date of its own (V10).
    """
    head = heads["so-lieu/index.html"]
    said = {name: head.one(name) for name in head.said if name.startswith("DC.")}
    assert said == {
        "DC.title": "Số liệu",
        "DC.creator": "Tổ làm vườn",
        "DC.publisher": "Tổ làm vườn mẫu",
        "DC.date": "2020-01-03",
        "DC.language": "vi",
        "DC.subject": "Số liệu",
        "DC.coverage": "Cả khu vườn",
        "DC.type": "Text",
        "DC.identifier": f"{ROOT}so-lieu/index.html",
    }
    assert head.links["schema.DC", ""] == "http://purl.org/dc/elements/1.1/"
    made = heads["en/so-lieu/so-cay.html"]
    assert made.one("DC.type") == "Dataset"
    assert "DC.date" not in made.said


@pytest.mark.parametrize(
    ("page", "kinds"),
    [
        ("index.html", ["WebPage", "GovernmentOrganization", "WebSite"]),
        ("so-lieu/so-cay.html", ["Dataset", "GovernmentOrganization", "BreadcrumbList"]),
        ("vuon/index.html", ["CollectionPage", "GovernmentOrganization", "BreadcrumbList"]),
        ("so-lieu/index.html", ["Article", "GovernmentOrganization", "BreadcrumbList"]),
    ],
)
def test_page_is_what_it_is_about(heads: dict[str, Head], page: str, kinds: list[str]) -> None:
    """The first node is the page, by the type that fits what it is about."""
    assert [node["@type"] for node in heads[page].graph["@graph"]] == kinds


def test_dataset_can_be_fetched(heads: dict[str, Head], built: ProjectPaths) -> None:
    """An indicator is a data set with years, place, unit and files that are there."""
    data = heads["en/so-lieu/so-cay.html"].node("Dataset")
    assert data["variableMeasured"]["unitText"] == "trees"
    assert re.fullmatch(r"\d{4}/\d{4}", data["temporalCoverage"])
    assert data["spatialCoverage"]["name"] == "The whole garden"
    files = [one["contentUrl"].removeprefix(ROOT) for one in data["distribution"]]
    assert [Path(name).suffix for name in files] == [".csv", ".json"]
    assert all((built.site / name).is_file() for name in files)


def test_questions_carry_their_answers_in_plain_words(heads: dict[str, Head]) -> None:
    """A page of questions is an FAQPage; answers have figures in words and no marks of sources."""
    found = [
        one
        for head in heads.values()
        for node in head.graph.get("@graph", ())
        if node["@type"] == "FAQPage"
        for one in node["mainEntity"]
    ]
    assert found
    for one in found:
        assert one["acceptedAnswer"]["text"]
        assert not re.search(r"[<\[]|&\w+;", one["acceptedAnswer"]["text"])


def test_anniversary_is_an_event_that_stays(heads: dict[str, Head]) -> None:
    """The first page is about the anniversary, on its day, past or not (S3)."""
    event = heads["en/index.html"].node("WebPage")["about"]
    assert (event["@type"], event["startDate"]) == ("Event", "2020-01-01")
    assert event["eventStatus"] == "https://schema.org/EventScheduled"


def test_site_without_address_says_nothing_that_needs_one(tiny: ProjectPaths) -> None:
    """No canonical, no sitemap, no share picture; addresses in the graph begin at the page."""
    settings = tiny.data / "site.yml"
    text = settings.read_text(encoding="utf-8").replace(f"address: {ROOT}\n", "")
    settings.write_text(text, encoding="utf-8")
    build(tiny, build_site)
    head = Head((tiny.site / "en" / "so-lieu" / "so-cay.html").read_text(encoding="utf-8"))
    assert not {"og:url", "og:image"} & head.said.keys()
    assert not [rel for rel, _ in head.links if rel in ("canonical", "alternate")]
    assert head.one("DC.identifier") == "en/so-lieu/so-cay.html"
    assert head.node("Dataset")["url"] == "so-cay.html"
    assert head.node("Dataset")["isPartOf"]["@id"] == "../../index.html#site"
    assert not (tiny.site / "sitemap.xml").exists()
    assert not (tiny.site / "assets" / "share").exists()


def test_slash_at_the_end_of_the_address_changes_nothing(tiny: ProjectPaths) -> None:
    """Written with or without it, the address of the site is the same."""
    before = prepare(tiny)
    settings = tiny.data / "site.yml"
    text = settings.read_text(encoding="utf-8").replace(f"{ROOT}\n", f"{ROOT.rstrip('/')}\n")
    settings.write_text(text, encoding="utf-8")
    assert prepare(tiny).site.settings == before.site.settings


def test_kiosk_and_drafts_say_nothing_to_machines(tiny: ProjectPaths) -> None:
    """What is not for everybody has no metadata, no share pictures and nothing packed."""
    for given in ({"kiosk": "20240101-1"}, {"drafts": True}):
        prepared = prepare(tiny, **given)  # type: ignore[arg-type]  # either of two
        folder = tiny.build / "tried"
        build_tree(tiny, prepared, folder, build_site, lambda *_, **__: None)
        head = Head((folder / "index.html").read_text(encoding="utf-8"))
        assert not head.graph
        assert not [name for name in head.said if name.startswith(("og:", "DC."))]
        names = {path.relative_to(folder).as_posix() for path in folder.rglob("*")}
        assert not names & {"robots.txt", "sitemap.xml", "contents.json", "assets/share", "print"}
        assert not [name for name in names if name.endswith((".gz", ".br"))]


def test_hostile_title_stays_text(tiny: ProjectPaths) -> None:
    """What would end the data block or an attribute cannot."""
    prepared = prepare(tiny)
    page = next(one for one in prepared.pages if one.path == "so-lieu/index.md")
    hostile = "</script><!--<script>\"'&"
    bad = type(page)(page.lang, page.path, hostile, page.body, page.source, page.meta)
    lines = Heads(prepared.site, {}).of(bad)
    head = Head(f"<head>{lines}</head>")
    assert head.node("Article")["headline"] == hostile
    assert head.one("og:title") == hostile
    assert lines.count("<script") == lines.count("</script") == 1
