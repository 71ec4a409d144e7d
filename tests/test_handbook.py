"""The editors' handbook: what it says can be done, exactly as it stands there."""

from __future__ import annotations

import re
import urllib.request
from pathlib import Path

import pytest
from PIL import Image

from browser.tools import missing_for_form
from handbook import BOOK, LINK, Desk, blocks_of, tasks
from microsite.upkeep.project import open_project

PAGES = [BOOK / "README.md", *tasks()]
PICTURES = sorted((BOOK / "anh").glob("*.png"))
MOST_LINES, MOST_PICTURES, MOST_BYTES = 110, 14, 60_000
EVENT = "Ví dụ: mở tủ sách xã"
PERSON, OTHER = "buổi sáng tưới rau", "luống rau chung"


@pytest.fixture(name="desk", scope="module")
def fixture_desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A copy of the real project."""
    return Desk(tmp_path_factory.mktemp("handbook") / "project")


def test_ten_tasks_work_as_written(desk: Desk) -> None:
    """Every command is typed, every edit made, in the order of the book; what it shows is said,
    what it promises is there.
    """
    fetched: list[str] = []

    def look(address: str) -> None:
        with urllib.request.urlopen(f"{address}lich-su/dong-thoi-gian.html", timeout=120) as page:
            fetched.append(page.read().decode())

    for page in tasks():
        for _ in desk.follow(page, look):
            pass
        if promise := PROMISES.get(page.name[:2]):
            promise(desk)
    assert EVENT in fetched[0]
    assert list(desk.root.glob("dist/preview/xem-truoc-*.zip"))
    assert not open_project(desk.paths).content.broken


def figure_is_new(desk: Desk) -> None:
    """The second task: the number is in its file, in the place of the old one."""
    text = desk.read("data/indicators/van-hoa.yml")
    assert ("49085" in text, "49084" in text) == (True, False)


def address_leads_on(desk: Desk) -> None:
    """The sixth task, built by the seventh: old addresses lead on in both languages."""
    for folder in ("site", "site/en"):
        assert "vai-tro-dang-bo.html" in desk.read(f"{folder}/lanh-dao/vai-tro.html")
        assert "<main" in desk.read(f"{folder}/lanh-dao/vai-tro-dang-bo.html")


def person_is_gone(desk: Desk) -> None:
    """The seventh task: the person's picture is nowhere; the page, its other picture and the
    model are there, in both languages.
    """
    address_leads_on(desk)
    for folder in ("site", "site/en"):
        page = desk.read(f"{folder}/mo-hinh/vi-du-bai-co-anh.html")
        assert page.count("<picture>") == 1
        assert (desk.root / folder / "mo-hinh" / "vi-du-vuon-rau-chung.html").is_file()
    built = [path for path in desk.root.glob("site/**/*") if path.suffix in (".html", ".json")]
    texts = [path.read_text(encoding="utf-8") for path in built]
    assert not any(PERSON in text for text in texts)
    assert any(OTHER in text for text in texts)
    assert not any(EVENT in text for text in texts), "a draft is published"


def event_is_approved(desk: Desk) -> None:
    """The ninth task: the event says who approved it, and when."""
    assert "approved_by: Người duyệt (ví dụ)" in desk.read("data/events/le-ky-niem.yml")


PROMISES = {"02": figure_is_new, "07": person_is_gone, "09": event_is_approved}


@pytest.mark.skipif(missing_for_form() is not None, reason="the form's package is not here")
def test_index_works_as_written(tmp_path: Path) -> None:
    """The commands of the index too: the check, and the form, which answers at its address."""
    desk = Desk(tmp_path / "project")
    fetched: list[str] = []

    def look(address: str) -> None:
        with urllib.request.urlopen(address, timeout=60) as page:
            fetched.append(page.read().decode())

    for _ in desk.follow(BOOK / "README.md", look):
        pass
    assert len(fetched) == 1


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page_is_short_and_leads_somewhere(page: Path) -> None:
    """A page fits on a few screens, a task begins with what one will have, every link and picture
    has its file, and every picture says in words what it shows.
    """
    text = page.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MOST_LINES
    assert page.name[:3] in ("REA", "03b") or "**Xong bài này bạn" in text.split("\n")[2]
    for bang, words, target in LINK.findall(re.sub(r"(?ms)^ *```.*?```$", "", text)):
        file, _, anchor = target.partition("#")
        goal = (page.parent / file) if file else page
        assert goal.is_file(), target
        assert not bang or len(words) > 20, target
        assert not anchor or anchor in anchors(goal), target


def anchors(page: Path) -> set[str]:
    """Return the anchors that GitHub gives the headings of a page."""
    found = re.findall(r'(?m)^<a id="([\w-]+)">', page.read_text(encoding="utf-8"))
    return set(found)


def test_every_command_is_shown_or_named() -> None:
    """Blocks are of the kinds that the desk follows; an edit names its file."""
    for page in PAGES:
        for block in blocks_of(page):
            assert block.kind in ("sh", "text", "diff", "yaml"), block.place
            assert bool(block.file) == (block.kind in ("diff", "yaml")), block.place


def test_pictures_are_few_light_and_used() -> None:
    """The pictures can be mailed with the book."""
    used = {target for page in PAGES for _, _, target in LINK.findall(page.read_text("utf-8"))}
    assert {f"anh/{path.name}" for path in PICTURES} == {one for one in used if "anh/" in one}
    assert 0 < len(PICTURES) <= MOST_PICTURES
    for path in PICTURES:
        with Image.open(path) as image:
            assert image.mode == "P", path.name
        assert path.stat().st_size <= MOST_BYTES, path.name
