"""Text from a stranger stays text: no string of the data becomes markup."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import pytest

from browser.serving import serve
from changes import apply_changes
from conftest import TINY, copy_project
from microsite.checking import check_project
from microsite.engine import build_site
from microsite.paths import ProjectPaths
from microsite.pipeline import build
from planting import ADDRESSES, HOSTILE, plant, text_fields
from test_components import add_media, add_page

pytest_plugins = ["browser.fixtures"]

Browse = Callable[..., Any]

WORDS = re.compile(r"^(\s+(?:- )?(?:vi|en): )(?!>)(.*)$", re.MULTILINE)


def _join(folded: re.Match[str]) -> str:
    return " ".join(line.strip() if at else line for at, line in enumerate(folded[0].split("\n")))


class Seen(HTMLParser):
    """Collects what a browser would run."""

    def __init__(self) -> None:
        super().__init__()
        self.bad: list[str] = []
        self._is_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note handlers and scripted links."""
        self._is_data = ("type", "application/ld+json") in attrs
        for name, value in attrs:
            if name.startswith("on") or (value or "").startswith("javascript:") or value == "x":
                self.bad.append(f"{tag} {name}={value}")

    def handle_data(self, data: str) -> None:
        """Note scripts written into the page; a block of data is none, if it is nothing else."""
        if self._is_data and data.strip():
            assert "@graph" in json.loads(data)
        elif self.cdata_elem == "script" and "x()" in data:
            self.bad.append(data)


def test_hostile_text_in_every_field_runs_nothing(tiny: ProjectPaths) -> None:
    """Every text of every collection carries markup; none of it is markup in the site."""
    planted = 0
    quoted = HOSTILE.partition("</title>")[0].replace("'", "''")
    (tiny.data / "bulletins.yml").unlink()  # what is heard may hold no sign at all
    for path in sorted(tiny.data.glob("*.yml")):
        if path.name == "site.yml":  # its titles name folders of the menu, which is MkDocs' own
            continue
        text = path.read_text(encoding="utf-8").replace('"', "").replace("'", "")
        # a quoted text ends on its own line: what was folded is joined first
        text = re.sub(
            r"(?m)^(\s+(?:- )?(?:vi|en): .*)$(\n {4,}+(?![\w-]+:( |$)|- ).*)+", _join, text
        )
        text, count = re.subn(WORDS, rf"\1'{quoted} \2'", text)
        planted += count
        path.write_text(text, encoding="utf-8")
    assert planted > 80
    build(tiny, build_site)
    bad = []
    for page in sorted(tiny.site.rglob("*.html")):
        seen = Seen()
        seen.feed(page.read_text(encoding="utf-8"))
        bad += [f"{page.relative_to(tiny.site)}: {found}" for found in seen.bad]
    for feed in sorted((tiny.site / "feeds").rglob("*.json")):
        for item in json.loads(feed.read_text(encoding="utf-8"))["items"]:
            seen = Seen()
            seen.feed(item["content_html"])
            bad += [f"{feed.relative_to(tiny.site)}: {found}" for found in seen.bad]
    assert bad == []


# what the tiny project does not have by itself
MORE: dict[str, dict[str, Any]] = {
    "data/site.yml": {
        "append": "letterheads:\n- form: nd30\n  superior: Hội vườn\n  issuer: Tổ làm vườn\n"
        "  place: Vườn mẫu\n  signer:\n    authority: on-behalf\n    body: Tổ\n"
        "    title: Tổ trưởng\n"
        "  recipients:\n  - Cả vườn\n"
        "licence:\n  id: CC-BY-4.0\n  title:\n    vi: Ghi công\n    en: Attribution\n"
        "  url: https://creativecommons.org/licenses/by/4.0/\n"
        "actions:\n- label:\n    vi: Xem vườn\n    en: See the garden\n"
        "  page: vuon/index.md\n"
        "emergency:\n  banner:\n    vi: Vườn đóng cửa.\n    en: The garden is closed.\n"
    },
    "data/activities.yml": {
        "write": "activities:\n- id: noi-chuyen\n  unit: luong-mot\n  channel: speakers\n"
        "  activity: Nói chuyện ở luống\n  quantity: 12\n  measure: session\n  language: vi\n"
        "  period: 2020-01\n  evidence: Sổ trực 1\n  reporter: Tổ làm vườn\n"
    },
    "data/slogans.yml": {
        "append": "- id: trong-cay\n  text:\n    vi: Trồng cây\n    en: Plant\n  origin:\n"
        "    vi: Bìa sổ tay.\n    en: The cover.\n  kind: slogan\n  document:\n    number: 1-KH/V\n"
        "    date: 2015-03-01\n    approver: Ban\n  sources:\n  - so-tay\n"
    },
    "data/units.yml": {
        "replace": [
            [
                "- id: luong-mot\n",
                "- id: luong-mot\n  tile:\n    row: 1\n    column: 1\n    label: Một\n",
            ]
        ]
    },
}


@pytest.fixture(name="worst", scope="module")
def fixture_worst(tmp_path_factory: pytest.TempPathFactory) -> tuple[ProjectPaths, set[str]]:
    """The tiny project with every kind of content, built with hostile words in every text field;
    and the fields. The check is passed over: it would refuse some of them.
    """
    paths = copy_project(TINY, tmp_path_factory.mktemp("worst") / "tiny")
    add_media(paths)
    add_page(paths)
    apply_changes(paths.root, MORE)
    content, problems = check_project(paths)
    assert problems == ()
    hostile, planted = plant(content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("microsite.preparing.check_project", lambda *_, **__: (hostile, ()))
        build(paths, build_site)
    return paths, planted


def test_no_text_field_is_forgotten(worst: tuple[ProjectPaths, set[str]]) -> None:
    """Whatever field of words a model has, in collections, front matter and settings, it was
    planted; a new field that the project lacks fails here.
    """
    _, planted = worst
    assert text_fields() - planted == ADDRESSES
    assert len(planted) > 170


def test_every_file_stays_what_it_is(worst: tuple[ProjectPaths, set[str]]) -> None:
    """No page has markup, a handler or a link of a stranger's making; JSON and XML read back."""
    site = worst[0].site
    bad, hostile = [], 0
    for path in sorted(site.rglob("*")):
        if path.suffix == ".html":
            seen, text = Seen(), path.read_text(encoding="utf-8")
            seen.feed(text)
            hostile += "&lt;script&gt;x()" in text
            bad += [f"{path.relative_to(site)}: {found}" for found in seen.bad]
        elif path.suffix == ".json":
            json.loads(path.read_text(encoding="utf-8"))
        elif path.suffix in (".svg", ".xml"):
            bad += [
                f"{path}: script"
                for one in ElementTree.parse(path).iter()
                if one.tag.rpartition("}")[2] == "script" or "onerror" in one.attrib
            ]
    assert bad == []
    assert hostile > 20


def test_nothing_runs_in_a_browser(worst: tuple[ProjectPaths, set[str]], browse: Browse) -> None:
    """Every page is opened, searched for the hostile words, and nothing runs, is refused by the
    policy, or is asked for in vain. No header field helps: only the page itself stands there.
    """
    site = worst[0].site
    pages = sorted(
        path.relative_to(site).as_posix()
        for path in site.rglob("*.html")
        if "ms-finder" in path.read_text(encoding="utf-8")
    )
    assert len(pages) > 20
    with serve(site, policy=None) as root:
        seen = browse("hostile.mjs", root=root, pages=pages)
        searched = browse("hostile.mjs", root=root, pages=["index.html"], query="script")
    assert searched[0]["drawn"] > 0
    for one in [*seen, *searched]:
        where = one["path"]
        assert (one["ran"], one["planted"], one["dialogs"]) == (0, 0, []), where
        assert one["violations"] == one["foreign"] == one["failed"] == one["errors"] == [], where
