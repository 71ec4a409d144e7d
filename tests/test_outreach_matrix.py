"""The eight channels of Nghị định 49/2024/NĐ-CP: a file or a reason in each, what was reported."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Collection

from changes import apply_changes
from conftest import REPO
from microsite.cli import main
from microsite.model.activity import CHANNELS, ActivityChannel
from microsite.outreach.channel import Filed, Made
from microsite.outreach.kit import CHANNELS as PARTS
from microsite.outreach.leaflets import leaflet_jobs
from microsite.outreach.loudspeaker import scripts_of, stations_of
from microsite.outreach.matrix import items_of, ways_of
from microsite.outreach.outline import outline_jobs
from microsite.paths import ProjectPaths
from test_outreach_print import order_of

ACTIVITIES = """\
activities:
- id: loa-thang-1
  unit: luong-mot
  channel: radio
  activity: Đọc bản tin
  quantity: 12
  measure: airing
  language: vi
  period: 2024-01
  evidence: Sổ trực loa
- id: loa-thang-2
  unit: luong-mot
  channel: radio
  activity: Đọc bản tin
  quantity: 8
  measure: airing
  audience:
    people: 40
    basis: counted
  language: vi
  period: 2024-02
  evidence: Sổ trực loa
"""


def file(path: str, ways: tuple[ActivityChannel, ...], tells: tuple[str, ...]) -> Filed:
    """Return a file of the kit that is for ``ways`` and tells of entries."""
    made = Made(path, b"", "in", path, "", "vi", (), ways=ways, tells=tells)
    return Filed(made, 0, "")


def test_every_item_has_a_file_or_a_reason_in_every_channel(tiny: ProjectPaths) -> None:
    """O1: no cell is empty, and none has both; events before indicators, as the settings say."""
    filed = (
        file("vi/loa/a.txt", ("radio",), ("lap-vuon",)),
        file("vi/in/b.pdf", ("boards", "documents"), ("lap-vuon", "so-cay")),
    )
    first, second = items_of(filed, order_of(tiny), tuple(PARTS))
    assert (first.id, second.id) == ("lap-vuon", "so-cay")
    for item in (first, second):
        assert tuple(item.places) == CHANNELS
        assert all(bool(place.files) != bool(place.reason) for place in item.places.values())
    assert first.places["radio"].files == ("vi/loa/a.txt",)
    assert second.places["radio"].reason == "Chưa tệp nào của kênh này dẫn mục này."
    assert second.places["boards"].files == second.places["documents"].files == ("vi/in/b.pdf",)
    assert "70 chữ cái" in first.places["messages"].reason


def test_site_is_the_channel_of_portals(tiny: ProjectPaths) -> None:
    """Each item has its page there: an event on the timeline, an indicator on a page of its own."""
    first, second = items_of((), order_of(tiny), tuple(PARTS))
    assert first.places["portals"].files[0].endswith(".html#lap-vuon")
    assert second.places["portals"].files[0].endswith("/so-cay.html")


def test_part_that_was_not_made_is_no_gap(tiny: ProjectPaths) -> None:
    """`--channel loa` leaves cards out; that is the reason, not that nobody tells of the item."""

    def reason(parts: Collection[str]) -> str:
        (item, _) = items_of((), order_of(tiny), parts)
        return item.places["social"].reason

    assert reason(("loa",)) == "Lần này không làm phần này của bộ."
    assert reason(tuple(PARTS)) != reason(("loa",))


def test_reported_is_added_up_by_measure(tiny: ProjectPaths) -> None:
    """What offices reported of a channel, one measure after the other, people as they were counted;
    a channel of which nobody reported says so.
    """
    (tiny.root / "data" / "activities.yml").write_text(ACTIVITIES, encoding="utf-8")
    ways = {way.channel: way for way in ways_of((), order_of(tiny), tuple(PARTS))}
    assert ways["radio"].reported == "20 lượt phát; đếm được 40 người"
    assert ways["boards"].reported == "chưa có báo cáo"
    assert tuple(ways) == CHANNELS


def test_kit_has_table_list_and_page_of_it(tiny: ProjectPaths) -> None:
    """Page with eight rows, CSV for Excel with version and sources (O13), the same for machines."""
    asked = ("outreach", "--date", "2024-01-06", "--channel", "loa", "--channel", "de-cuong")
    assert main(["--root", str(tiny.root), *asked]) == 0
    page = (tiny.outreach / "index.html").read_text(encoding="utf-8")
    eight = page[page.index('class="ways"') : page.index("ma-tran-kenh.csv")]
    assert eight.count("<tr>") == 1 + len(CHANNELS)
    assert "Truyền thanh cơ sở" in eight
    raw = (tiny.outreach / "ma-tran-kenh.csv").read_bytes()
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    assert [row["Mã"] for row in rows] == ["lap-vuon", "so-cay"]
    assert all(row["Phiên bản"] == "20240106-1" and row["Nguồn"] for row in rows)
    assert rows[0]["truyền thanh cơ sở"].startswith("Không có: ")
    listed = json.loads((tiny.outreach / "list.json").read_text(encoding="utf-8"))
    for item in listed["matrix"]:
        for place in item["channels"].values():
            assert len(place) == 1
    assert "ma-tran-kenh.csv" in (tiny.outreach / "SHA256SUMS").read_text(encoding="utf-8")


def test_items_are_found_where_they_are_told(tiny: ProjectPaths) -> None:
    """An outline tells of the entries that it names, a paper of every topic."""
    words = "    - text: Ai thấy cây khô thì báo cho tổ làm vườn [@so-tay]."
    named = "    - events:\n      - lap-vuon"
    apply_changes(tiny.root, {"data/outlines.yml": {"replace": [[words, named]]}})
    order = order_of(tiny)
    told = {made.path: made.tells for job in outline_jobs(order) for made in job.make()}
    assert "lap-vuon" in told["vi/de-cuong/nam-nam-vuon.docx"]
    (job,) = [job for job in leaflet_jobs(order) if job.name == "vi/in/to-thong-tin"]
    (made,) = job.make()
    assert set(made.tells) == {"lap-vuon", "so-cay"}
    assert set(made.ways) == {"boards", "documents"}


def test_own_bulletins_tell_of_the_campaign() -> None:
    """In the real content loudspeakers tell of at least three of four items."""
    order = order_of(ProjectPaths(REPO))
    campaign = order.site.settings.outreach
    wanted = {*campaign.events, *campaign.indicators}
    scripts = scripts_of(stations_of(order)[0], order)
    told = {name for script in scripts for name in script.tells}
    assert len(wanted & told) * 4 >= len(wanted) * 3
