"""The downloads section offers the kit that is there, and only one of exactly these contents."""

from __future__ import annotations

import json
import sys

import pytest

from changes import apply_changes
from microsite.cli import main
from microsite.engine import build_site
from microsite.offer.kit import read_kit
from microsite.paths import ProjectPaths
from microsite.pipeline import build
from microsite.preparing import prepare

PAGE = "docs/vi/vuon/index.md"


@pytest.fixture(autouse=True)
def fixture_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reproducible builds name the day; here every test does."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture(name="asking")
def fixture_asking(tiny: ProjectPaths) -> ProjectPaths:
    """The sample project with the kit on a page."""
    page = tiny.root / PAGE
    page.write_text(page.read_text(encoding="utf-8") + "\n::kit\n", encoding="utf-8")
    return tiny


def make_kit(paths: ProjectPaths) -> None:
    """Make the loudspeakers' part."""
    asked = ("outreach", "--date", "2024-01-06", "--channel", "loa")
    assert main(["--root", str(paths.root), *asked]) == 0


def staged(paths: ProjectPaths) -> str:
    """Return the page as it goes to the engine."""
    prepare(paths)
    return (paths.staged / "vi" / "vuon" / "index.md").read_text(encoding="utf-8")


def test_without_a_kit_the_page_says_whom_to_ask(asking: ProjectPaths) -> None:
    """No empty list and no promise: the owner's name, and an address when there is one."""
    page = staged(asking)
    assert "xin hỏi Tổ làm vườn mẫu" in page
    assert "vuon@garden.test" in page
    assert "kit/vi/loa" not in page


def test_built_site_holds_the_files_that_it_offers(asking: ProjectPaths) -> None:
    """Each link has kind and size and leads to the file of the kit, byte for byte."""
    make_kit(asking)
    build(asking, build_site)
    page = (asking.site / "vuon" / "index.html").read_text(encoding="utf-8")
    listed = json.loads((asking.outreach / "list.json").read_text(encoding="utf-8"))["files"]
    assert listed
    for one in listed:
        assert f'kit/{one["path"]}"' in page
        offered = (asking.site / "kit" / one["path"]).read_bytes()
        assert offered == (asking.outreach / one["path"]).read_bytes()
    assert "DOCX 1′ <small>" in page
    assert "<p>Luống lớn</p>" in page  # the place once, over all that is for it
    assert "xin hỏi" not in page


def test_sound_gives_way_when_there_is_too_much(
    asking: ProjectPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hours of bulletins would push the posters off the site; without them the rest is offered."""
    reader = "import pathlib, sys; pathlib.Path(sys.argv[2]).write_bytes(b'a' * 900_000)"
    voice = f'{sys.executable} -c "{reader}" {{text}} {{sound}}'
    asked = ("--date", "2024-01-06", "--channel", "loa", "--voice", voice, "--sound", "mp3")
    assert main(["--root", str(asking.root), "outreach", *asked]) == 0
    assert any(one.path.endswith(".mp3") for one in read_kit(asking))
    monkeypatch.setattr("microsite.offer.kit._MOST_ALL", 800_000)
    offered = read_kit(asking)
    assert offered
    assert not any(one.path.endswith(".mp3") for one in offered)


def test_kit_of_former_contents_is_not_offered(asking: ProjectPaths) -> None:
    """It may tell of somebody who has withdrawn since, or hold a mistake that was mended."""
    make_kit(asking)
    assert read_kit(asking)
    apply_changes(asking.root, {"data/sources.yml": {"replace": [["Sổ tay", "Sổ"]]}})
    assert read_kit(asking) == ()
    assert "xin hỏi" in staged(asking)


@pytest.mark.parametrize("broken", ["changed", "outside", "no-list"])
def test_kit_that_is_not_what_its_list_says_is_not_offered(
    asking: ProjectPaths, broken: str
) -> None:
    """A changed file, a path that leads out of the kit, a list that cannot be read."""
    make_kit(asking)
    path = asking.outreach / "list.json"
    listed = json.loads(path.read_text(encoding="utf-8"))
    if broken == "changed":
        (asking.outreach / listed["files"][0]["path"]).write_bytes(b"x")
    elif broken == "outside":
        listed["files"][0]["path"] = "../../data/site.yml"
        path.write_text(json.dumps(listed), encoding="utf-8")
    else:
        path.write_text("{", encoding="utf-8")
    assert read_kit(asking) == ()


def test_kiosk_and_drafts_offer_no_kit(asking: ProjectPaths) -> None:
    """What is not for everybody carries no downloads."""
    make_kit(asking)
    assert prepare(asking, drafts=True).kit == ()
    assert prepare(asking, kiosk="1").kit == ()
