"""Outlines for speakers: three parts with their time, every statement sourced, a form kept."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date
from pathlib import Path

import pytest

from changes import apply_changes
from conftest import REPO
from microsite.cli import main
from microsite.documents.checker import check_document
from microsite.documents.draft import Draft, Listed, Paragraph, Part, Point
from microsite.model.outline import Outline
from microsite.outreach.channel import Order
from microsite.outreach.citing import cite, on_paper
from microsite.outreach.kit import read_site
from microsite.outreach.outline import draft_of, outline_jobs, sources_of
from microsite.paths import ProjectPaths
from microsite.spoken.outline import Said, say_all
from microsite.spoken.script import Edition
from offices import part, texts

EDITION = Edition(date(2023, 12, 25), 2)


def order_of(paths: ProjectPaths) -> Order:
    """Return an order for everything of a project."""
    return Order(read_site(paths), EDITION, paths.outreach_cache)


@pytest.fixture(name="own", scope="module")
def fixture_own() -> Order:
    """An order for the real content."""
    return order_of(ProjectPaths(REPO))


def outline_of(order: Order) -> Outline:
    """Return the only outline of the tiny project."""
    return next(iter(order.site.outlines.values()))


def said_in(draft: Draft) -> list[str]:
    """Return the paragraphs of the main parts."""
    start = next(i for i, block in enumerate(draft.blocks) if isinstance(block, Part))
    return [block.text for block in draft.blocks[start:] if isinstance(block, Paragraph)]


def test_an_outline_has_three_parts(tiny: ProjectPaths) -> None:
    """Opening, numbered points with their minutes, conclusion; statements are lettered."""
    order = order_of(tiny)
    draft = draft_of(outline_of(order), order)
    parts = [(one.label, one.title) for one in draft.blocks if isinstance(one, Part)]
    assert parts == [("Phần I", "Mở đầu"), ("Phần II", "Nội dung"), ("Phần III", "Kết luận")]
    assert [one.text for one in draft.blocks if isinstance(one, Point)] == [
        "1. Ngày lập vườn (3 phút)"
    ]
    assert said_in(draft)[:2] == [
        "Kính thưa bà con, hôm nay ta nói về khu vườn.",
        "a) Vườn mẫu lập ngày 01/03/2015\u00a0[1].",
    ]


def test_entries_speak_for_themselves(tiny: ProjectPaths) -> None:
    """A statement without words has those of its entry: day, title, text, and its sources."""
    words = "    - text: Ai thấy cây khô thì báo cho tổ làm vườn [@so-tay]."
    named = "    - events:\n      - lap-vuon"
    apply_changes(tiny.root, {"data/outlines.yml": {"replace": [[words, named]]}})
    order = order_of(tiny)
    said = say_all(outline_of(order).points[0], order.known)[1]
    event = order.site.events["lap-vuon"]
    assert said.text.endswith(f"{event.title.vi}. {event.text.vi}")
    assert set(event.sources) <= set(said.sources)


def test_appendices_hold_answers_and_sources(tiny: ProjectPaths) -> None:
    """Questions come with answers, sources with their ids; every number cited is listed."""
    order = order_of(tiny)
    draft = draft_of(outline_of(order), order)
    answers, sources = draft.appendices
    assert answers.blocks[1] == Point(f"Câu 1. {order.site.questions['bao-nhieu-cay'].question.vi}")
    listed = [block for block in sources.blocks if isinstance(block, Listed)]
    assert "(mã: so-tay)" in listed[0].text
    texts_of = [block.text for block in answers.blocks if isinstance(block, Paragraph)]
    cited = {
        int(number)
        for text in (*said_in(draft), *texts_of)
        for group in re.findall(r"\[([0-9, ]+)\]", text)
        for number in group.split(", ")
    }
    assert cited == set(range(1, len(listed) + 1))


def test_kit_holds_the_outlines(tiny: ProjectPaths) -> None:
    """`microsite outreach` makes them for whatever unit: a file, a row on the page, in the list."""
    arguments = ["--root", str(tiny.root), "outreach", "--lang", "vi", "--date", "2023-12-25"]
    assert main([*arguments, "--unit", "luong-mot"]) == 0
    listed = json.loads((tiny.outreach / "list.json").read_text(encoding="utf-8"))["files"]
    one = next(file for file in listed if file["channel"] == "de-cuong")
    raw = (tiny.outreach / one["path"]).read_bytes()
    assert one["sha256"] == hashlib.sha256(raw).hexdigest()
    assert (one["form"], one["minutes"], one["sources"]) == ("nd30", 12, ["so-tay", "ban-chep"])
    assert one["path"] in (tiny.outreach / "index.html").read_text(encoding="utf-8")
    assert check_document(raw, "nd30") == ()
    assert "DỰ THẢO" in texts(raw)
    footer = part(raw, "word/footer1.xml")
    assert "20231225-1" in footer
    assert one["mark"] in footer


def test_numbers_stand_before_the_stop() -> None:
    """Sources are cited in order, once, before the last stop; unknown ones are left out."""
    said = Said("Tỉnh được lập năm 1909.", ("b", "a", "không"))
    assert cite(said, {"a": 1, "b": 4}) == "Tỉnh được lập năm 1909\u00a0[1, 4]."
    assert cite(Said("Kính thưa bà con!", ()), {"a": 1}) == "Kính thưa bà con!"


def test_addresses_are_written_in_letters(own: Order) -> None:
    """On paper nobody reads %C3%A3: addresses are printed as they are meant."""
    source = next(one for one in own.site.sources.values() if one.url and "%C3" in one.url)
    assert "%C3" not in on_paper(source)


def test_own_outlines_keep_their_form(own: Order) -> None:
    """W10: every outline of the real content passes the checker, and both forms are used."""
    made = {made.path: made for job in outline_jobs(own) for made in job.make()}
    assert len(made) >= 4
    for one in made.values():
        form = one.facts["form"]
        assert form in ("nd30", "hd36")
        assert check_document(one.content, form) == (), one.path  # type: ignore[arg-type]
    assert {one.facts["form"] for one in made.values()} == {"nd30", "hd36"}


def test_own_outlines_are_sourced(own: Order) -> None:
    """In the real content, every statement of a main part has sources that are there."""
    for outline in own.site.outlines.values():
        assert outline.planned == outline.minutes
        for point in outline.points:
            assert all(said.sources for said in say_all(point, own.known)), point.heading
        assert set(sources_of(outline, own.known)) <= set(own.site.sources)


def test_equal_content_gives_equal_bytes(tiny: ProjectPaths, tmp_path: Path) -> None:
    """Two runs make the same file; another edition makes another."""
    first, second = (next(iter(outline_jobs(order_of(tiny))[0].make())).content for _ in range(2))
    assert first == second
    other = Order(read_site(tiny), Edition(date(2024, 1, 2)), tmp_path)
    assert next(iter(outline_jobs(other)[0].make())).content != first
