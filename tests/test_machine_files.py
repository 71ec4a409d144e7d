"""What only machines read, held to its grammars: the tiny site, and the real one with an address.

The sitemap goes by the schema of sitemaps.org, JSON-LD by the vocabulary of schema.org, the data
package by frictionless: packages bring all three. No package brings grammars of feeds, so those in
``grammars/`` are ours, written after RFC 4287, the RSS Advisory Board and jsonfeed.org.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import frictionless
import jsonschema
import pytest
import xmlschema
from lxml import etree

from browser.built import RealSite
from microsite.paths import ProjectPaths
from schema_org import find_faults
from test_heads import Head

pytest_plugins = ["browser.fixtures"]

GRAMMARS = Path(__file__).parent / "grammars"


@pytest.fixture(name="site", params=["tiny", "real"])
def fixture_site(request: pytest.FixtureRequest) -> Path:
    """A built tree that has an address."""
    if request.param == "tiny":
        built: ProjectPaths = request.getfixturevalue("built")
        return built.site
    real: RealSite = request.getfixturevalue("real")
    return real.folder


@cache
def grammar(name: str) -> etree.RelaxNG:
    """Return the grammar of a kind of feed."""
    return etree.RelaxNG(etree.parse(GRAMMARS / f"{name}.rng"))


def faults_of_xml(kind: str, feed: bytes) -> list[str]:
    """Return what the grammar of ``kind`` has against a feed."""
    found = grammar(kind)
    return [] if found.validate(etree.fromstring(feed)) else [str(found.error_log)]


def faults_of_json(feed: dict[str, Any]) -> list[str]:
    """Return what JSON Feed 1.1 has against a feed."""
    schema = json.loads((GRAMMARS / "json-feed.json").read_text(encoding="utf-8"))
    found = jsonschema.Draft202012Validator(schema).iter_errors(feed)
    return [f"{list(one.path)}: {one.message[:200]}" for one in found]


def feeds(site: Path) -> Iterator[Path]:
    """Yield every feed of a tree."""
    found = sorted(path for path in (site / "feeds").rglob("*") if path.suffix in (".xml", ".json"))
    assert len(found) >= 24
    yield from found


def test_feeds_keep_to_their_grammars(site: Path) -> None:
    """Every feed of every section and language is Atom, RSS 2.0 or JSON Feed 1.1 (S5)."""
    faults = {
        path.relative_to(site).as_posix(): (
            faults_of_json(json.loads(path.read_bytes()))
            if path.suffix == ".json"
            else faults_of_xml(path.name.split(".")[1], path.read_bytes())
        )
        for path in feeds(site)
    }
    assert {name: found for name, found in faults.items() if found} == {}


def test_sitemap_keeps_to_the_schema(site: Path, sitemap_schema: xmlschema.XMLSchema) -> None:
    """The sitemap is one of sitemaps.org, and its links are links of XHTML (S7)."""
    faults = [str(one.reason) for one in sitemap_schema.iter_errors(site / "sitemap.xml")]
    assert faults == []


def test_every_graph_keeps_to_the_vocabulary(site: Path) -> None:
    """Types, properties and kinds of value in the JSON-LD of every page are schema.org's (S3)."""
    graphs = {
        path.relative_to(site).as_posix(): Head(path.read_text(encoding="utf-8")).graph
        for path in sorted(site.rglob("*.html"))
    }
    told = {name: graph for name, graph in graphs.items() if graph}
    assert len(told) > 25
    assert {name: found for name, graph in told.items() if (found := find_faults(graph))} == {}


def test_data_package_is_one(site: Path) -> None:
    """frictionless finds nothing against descriptor, tables, keys and hashes (V14)."""
    report = frictionless.validate(str(site / "data/datapackage.json"))
    assert report.flatten(["type", "note"]) == []


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("atom", b"<updated>2020-01-03T12:00:00Z<", b"<updated>2020-01-03T12:00:00<"),
        ("atom", b"<id>tag:", b"<id>"),
        ("atom", b"<author><name>", b"<author><title>x</title><name>"),
        ("atom", b' href="https://', b' href="'),
        ("atom", b' type="html">', b' type="markdown">'),
        ("atom", b"<entry>", b"<entry><guid>x</guid>"),
        ("rss", b' version="2.0"', b' version="0.91"'),
        ("rss", b"<pubDate>Thu, 02 Jan 2020 ", b"<pubDate>02/01/2020 "),
        ("rss", b' isPermaLink="false"', b""),
        ("rss", b"<item><title>", b"<item><title/><title>"),
        ("rss", b"<link>https://", b"<link>"),
        ("rss", b"<item>", b"<item><author>somebody</author>"),
    ],
)
def test_grammars_refuse_what_is_wrong(
    built: ProjectPaths, kind: str, old: bytes, new: bytes
) -> None:
    """A feed with one slip is not taken, so that finding no fault says something."""
    feed = (built.site / f"feeds/vi/index.{kind}.xml").read_bytes()
    assert old in feed
    assert faults_of_xml(kind, feed) == []
    assert faults_of_xml(kind, feed.replace(old, new, 1)) != []


@pytest.mark.parametrize(
    "slip",
    [
        {"version": "1.1"},
        {"title": None},
        {"feed_url": "index.json"},
        {"items": [{"id": "a"}]},
        {"items": [{"id": "a", "content_html": "a", "date_published": "2020-01-02"}]},
    ],
)
def test_json_feed_refuses_what_is_wrong(built: ProjectPaths, slip: dict[str, Any]) -> None:
    """The same for JSON."""
    feed = json.loads((built.site / "feeds/vi/index.json").read_bytes())
    assert faults_of_json(feed) == []
    assert faults_of_json(feed | slip) != []


@pytest.mark.parametrize(
    ("old", "new"),
    [("<lastmod>2020-01-03", "<lastmod>03/01/2020"), (" hreflang=", " lang-of="), ("<loc>", "<a>")],
)
def test_sitemap_schema_refuses_what_is_wrong(
    built: ProjectPaths, sitemap_schema: xmlschema.XMLSchema, old: str, new: str
) -> None:
    """The same for the sitemap."""
    sitemap = (built.site / "sitemap.xml").read_text(encoding="utf-8")
    assert old in sitemap
    slip = sitemap.replace(old, new, 1).replace("</loc>", "</a>" if new == "<a>" else "</loc>", 1)
    assert not sitemap_schema.is_valid(slip)
