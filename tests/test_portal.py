"""What a published tree has beside its pages: files for machines, packed forms, a list of all."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from urllib.robotparser import RobotFileParser

import brotli
import pytest
from lxml import etree

from microsite.engine import build_site
from microsite.paths import ProjectPaths
from microsite.pipeline import build
from microsite.portal import pack, pack_finest, write_contents
from microsite.portal.packed import TEXT
from microsite.public import seal_finest

ROOT = "https://garden.test/five/"
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}
SECURITY = "security:\n  contact: mailto:an-toan@garden.test\n  expires: 2021-03-01\n"

Read = Callable[[str], str]


def test_sitemap_lists_what_may_be_listed(built: ProjectPaths, read: Read) -> None:
    """Exactly the pages without ``noindex``, each with the languages it can be read in, by name
    (sitemaps.org 0.9; S7).
    """
    root = etree.fromstring(read("sitemap.xml").encode())
    assert root.tag == f"{{{NAMES['s']}}}urlset"
    places = root.xpath("s:url/s:loc/text()", namespaces=NAMES)
    pages = {
        path.relative_to(built.site).as_posix()
        for path in built.site.rglob("*.html")
        if 'name="robots"' not in path.read_text(encoding="utf-8")
    }
    assert sorted(places) == sorted(ROOT + page for page in pages)
    for url in root.xpath("s:url", namespaces=NAMES):
        # the schema of sitemaps.org has them in this order, then what is of other vocabularies
        assert [etree.QName(one).localname for one in url] in (
            *(["loc", *day, *links] for day in ([], ["lastmod"]) for links in ([], ["link"] * 3)),
        )
        named = dict(zip(url.xpath("x:link/@hreflang", namespaces=NAMES), _hrefs(url), strict=True))
        if named:
            assert named["x-default"] == named["vi"] == named["en"].replace("/en/", "/")
            assert set(named.values()) <= set(places)


def _hrefs(url: etree._Element) -> list[str]:
    return [str(one) for one in url.xpath("x:link/@href", namespaces=NAMES)]


def test_sitemap_says_when_an_authored_page_was_last_looked_at(read: Read) -> None:
    """``lastmod`` is the day of the review; pages made from data have none."""
    root = etree.fromstring(read("sitemap.xml").encode())
    days = {
        url.findtext("s:loc", namespaces=NAMES): url.findtext("s:lastmod", namespaces=NAMES)
        for url in root.iterfind("s:url", NAMES)
    }
    assert days[f"{ROOT}so-lieu/index.html"] == "2020-01-03"
    assert days[f"{ROOT}so-lieu/so-cay.html"] is None


def test_robots_may_read_all_and_are_shown_the_list(read: Read) -> None:
    """``robots.txt`` forbids nothing and names the sitemap (S9)."""
    robots = RobotFileParser()
    robots.parse(read("robots.txt").splitlines())
    assert robots.can_fetch("any", f"{ROOT}so-lieu/index.html")
    assert robots.site_maps() == [f"{ROOT}sitemap.xml"]


def test_contact_for_holes_is_never_made_up(built: ProjectPaths) -> None:
    """Without a contact in the data there is no ``security.txt``."""
    assert not (built.site / ".well-known").exists()


def test_contact_for_holes_ends_on_its_day(tiny: ProjectPaths) -> None:
    """``security.txt`` has contact, end, languages and its own address (RFC 9116)."""
    settings = tiny.data / "site.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("anniversaries:", f"{SECURITY}anniversaries:"), "utf-8")
    build(tiny, build_site)
    lines = (tiny.site / ".well-known" / "security.txt").read_text(encoding="utf-8").splitlines()
    assert lines == [
        "Contact: mailto:an-toan@garden.test",
        "Expires: 2021-03-01T00:00:00Z",
        "Preferred-Languages: vi, en",
        f"Canonical: {ROOT}.well-known/security.txt",
    ]


def test_every_text_file_is_packed(built: ProjectPaths) -> None:
    """Beside each lie a ``.gz`` and a ``.br`` that hold the same bytes, where they are smaller."""
    texts = [path for path in built.site.rglob("*") if path.suffix in TEXT]
    packed = 0
    for path in texts:
        raw = path.read_bytes()
        for ending, unpack in ((".gz", gzip.decompress), (".br", brotli.decompress)):
            beside = path.with_name(path.name + ending)
            if beside.is_file():
                packed += 1
                assert unpack(beside.read_bytes()) == raw
                assert beside.stat().st_size < len(raw)
            else:
                assert len(raw) < 1000 or path.name == "contents.json", path
    assert packed > len(texts)


def test_packed_file_has_no_hour_in_it(tmp_path: Path) -> None:
    """Equal files are packed to equal bytes; what does not get smaller is left alone."""
    for name in ("a", "b"):
        tree = tmp_path / name
        tree.mkdir()
        (tree / "long.txt").write_text("Lai " * 500, encoding="utf-8")
        (tree / "short.txt").write_text("x", encoding="utf-8")
        (tree / "picture.png").write_bytes(b"\0" * 5000)
        pack(tree)
    found = [
        {path.name: path.read_bytes() for path in sorted((tmp_path / name).iterdir())}
        for name in ("a", "b")
    ]
    assert found[0] == found[1]
    assert sorted(found[0]) == [
        "long.txt",
        "long.txt.br",
        "long.txt.gz",
        "picture.png",
        "short.txt",
    ]


def test_what_is_packed_is_kept_and_no_more(tmp_path: Path) -> None:
    """A second time nothing is packed; what left the tree leaves the store."""
    tree, cache = tmp_path / "tree", tmp_path / "cache"
    tree.mkdir()
    for name in ("one", "two"):
        (tree / f"{name}.txt").write_text(name * 500, encoding="utf-8")
    told: list[tuple[int, int]] = []
    for _ in range(2):
        pack_finest(tree, cache, lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]
    assert len(list(cache.iterdir())) == 4
    (tree / "two.txt").unlink()
    pack_finest(tree, cache)
    assert len(list(cache.iterdir())) == 2


def test_tree_may_be_sealed_again(tiny: ProjectPaths) -> None:
    """What a deployment packs finer is smaller, the same when unpacked, and listed anew; a third
    time changes nothing.
    """
    build(tiny, build_site)
    quick = {path: path.read_bytes() for path in tiny.site.rglob("*.br")}
    seal_finest(tiny.site, tiny.packed, lambda *_: None)
    finest = {path: path.read_bytes() for path in tiny.site.rglob("*.br")}
    assert finest.keys() >= quick.keys()
    assert sum(len(finest[path]) for path in quick) < sum(map(len, quick.values()))
    for path, raw in finest.items():
        assert brotli.decompress(raw) == path.with_suffix("").read_bytes()
    listed = json.loads((tiny.site / "contents.json").read_text(encoding="utf-8"))["files"]
    there = {one["path"]: one["sha256"] for one in listed}
    for path, raw in finest.items():
        name = path.relative_to(tiny.site).as_posix()
        assert there[name] == hashlib.sha256(raw).hexdigest()
    before = {path: path.read_bytes() for path in tiny.site.rglob("*") if path.is_file()}
    seal_finest(tiny.site, tiny.packed, lambda *_: None)
    assert {path: path.read_bytes() for path in tiny.site.rglob("*") if path.is_file()} == before


def test_list_holds_every_file(built: ProjectPaths, read: Read) -> None:
    """``contents.json`` has path, size and SHA-256 of every other file, packed ones too."""
    listed = {one["path"]: one for one in json.loads(read("contents.json"))["files"]}
    files = {path.relative_to(built.site).as_posix() for path in built.site.rglob("*.*")}
    there = {name for name in files if (built.site / name).is_file()} - {"contents.json"}
    assert listed.keys() == there
    for name, one in listed.items():
        raw = (built.site / name).read_bytes()
        assert (one["size"], one["sha256"]) == (len(raw), hashlib.sha256(raw).hexdigest())


@pytest.mark.parametrize("changed", [False, True])
def test_version_of_the_list_is_that_of_the_files(tmp_path: Path, *, changed: bool) -> None:
    """Equal trees have equal versions; one other byte gives another."""
    versions = []
    for name in ("a", "b"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "index.html").write_text(name if changed else "same", encoding="utf-8")
        versions.append(json.loads(write_contents(folder))["version"])
    assert (versions[0] != versions[1]) is changed
