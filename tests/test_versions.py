"""Assets under addresses that change with their bytes: an old page never gets a new style sheet."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assets import find_asset
from microsite.paths import ProjectPaths
from microsite.versions import is_versioned, lead, lead_file, move_assets

FILES = {
    "index.html": '<img src="assets/mark.svg"><p data-index="search/vi.js">',
    "404.html": '<link rel="stylesheet" href="/five/assets/css/home.css">',
    "a/b.html": (
        '<audio src="../assets/audio/loi.wav">'
        '<img srcset="../assets/photos/x-480-aaaabbbb.avif 1x">'
    ),
    "feed.xml": "<a>https://garden.test/assets/mark.svg</a>",
    "assets/mark.svg": "mark",
    "assets/css/home.css": "p{background:url(../mark.svg)}",
    "assets/search/vi-01234567.js": "shelf",
    "search/vi.js": "index",
    "assets/audio/loi.wav": "sound",
    "assets/photos/x-480-aaaabbbb.avif": "photo",
}


def lay(folder: Path, changes: dict[str, str] | None = None) -> Path:
    """Write a small finished tree."""
    for name, text in (FILES | (changes or {})).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    move(folder)
    return folder


def move(folder: Path) -> None:
    """Move the assets of a tree and lead its files there, as a build does."""
    moved = move_assets(folder)
    for path in folder.rglob("*"):
        if path.is_file():
            path.write_bytes(lead_file(path.name, path.read_bytes(), moved))


def names(folder: Path) -> set[str]:
    """Return the files of a tree, hashes written as #."""
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return {re.sub(r"[0-9a-f]{8}", "#", name) for name in found}


def test_what_pages_need_lies_in_a_folder_of_its_hash(tmp_path: Path) -> None:
    """Styles, scripts and drawings share one folder; sound has a name of its
    own; photographs have one already. Pages and feeds lead there, from any depth.
    """
    site = lay(tmp_path)
    assert names(site) == {
        *("index.html", "404.html", "a/b.html", "feed.xml"),
        *("assets/#/mark.svg", "assets/#/css/home.css", "search/vi.js"),
        "assets/search/vi-#.js",
        *("assets/audio/loi-#.wav", "assets/photos/x-480-#.avif"),
    }
    for name in ("index.html", "404.html", "a/b.html", "feed.xml"):
        text = (site / name).read_text(encoding="utf-8")
        for found in re.findall(r"assets/[\w./-]+", text):
            assert is_versioned(found)
            assert (site / found).is_file()


@pytest.mark.parametrize(
    ("changed", "moves"),
    [
        ("assets/css/home.css", "mark.svg css/home.css"),
        ("search/vi.js", ""),
        ("assets/audio/loi.wav", "audio/loi.wav"),
        ("index.html", ""),
    ],
)
def test_an_address_changes_with_its_bytes(tmp_path: Path, changed: str, moves: str) -> None:
    """A change of a style moves it, one of the index does not; equal bytes keep their address."""
    before, after = lay(tmp_path / "a"), lay(tmp_path / "b", {changed: "other"})
    made = ("mark.svg", "css/home.css", "search/vi-01234567.js", "audio/loi.wav")
    places = {
        name: [find_asset(site, name).relative_to(site).as_posix() for site in (before, after)]
        for name in made
    }
    assert [name for name, (one, other) in places.items() if one != other] == moves.split()


def test_twice_is_once(tmp_path: Path) -> None:
    """A tree that was versioned before stays as it is."""
    site = lay(tmp_path)
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    move(site)
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


def test_words_of_a_page_are_left_alone() -> None:
    """Only attributes are addresses."""
    html = '<code>assets/mark.svg</code><img src="assets/mark.svg">'
    led = lead(html, {"mark.svg": "0123abcd/mark.svg"}, anywhere=False)
    assert led == '<code>assets/mark.svg</code><img src="assets/0123abcd/mark.svg">'


def test_every_asset_of_a_built_site_may_be_kept_for_ever(built: ProjectPaths) -> None:
    """No file in `assets/` has an address that could mean another file tomorrow."""
    found = [path.relative_to(built.site).as_posix() for path in built.site.rglob("*")]
    files = [name for name in found if (built.site / name).is_file()]
    assets = [name for name in files if name.startswith("assets/")]
    assert len(assets) > 10
    assert [name for name in assets if not is_versioned(name)] == []
    assert [name for name in files if is_versioned(name) and name not in assets] == []
