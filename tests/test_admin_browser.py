"""The web form in a real browser: it edits, loses nothing, and speaks to no other machine.

`make test-full` opens every file; here it is the largest of each collection and language.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from browser.form import SAVE, Browse, edit, lost_by_the_form
from browser.githost import GitHub
from browser.gitlabhost import GitLab
from browser.host import LOGIN, TOKEN, Host
from browser.hosted import host_of, hosted
from conftest import REPO
from microsite.checking import check_project
from microsite.model.site import COLLECTIONS
from microsite.paths import ProjectPaths
from microsite.upkeep.fmt import content_files, form_all, write

pytest_plugins = ["browser.fixtures"]


def test_an_editor_changes_an_entry(browse: Browse, cms: bytes, tiny: ProjectPaths) -> None:
    """What the form saves is content that the check accepts as it is, `fmt` brings it into the one
    form, and nothing but the changed field has changed. The form speaks Vietnamese.
    """
    events = tiny.data / "events.yml"
    before = events.read_text(encoding="utf-8")
    title = re.search(r"\n  title:\n    vi: (.+)\n", before)
    assert title
    steps = [{"open": 0}, {"type": "events.0.title.vi", "text": "Trồng thêm cây"}]
    seen = edit(
        browse, cms, tiny, [{"route": "#/collections/_singletons/entries/events", "steps": steps}]
    )
    for words in ("Chỉnh sửa", "Mở rộng tất cả", "Tiêu đề ngắn: ai làm gì."):
        assert words in seen["said"][0]
    assert list(seen["saved"]) == ["data/events.yml"]
    assert check_project(tiny)[1] == ()
    for formed in form_all(tiny, [events]):
        write(formed)
    assert events.read_text(encoding="utf-8") == before.replace(title[1], "Trồng thêm cây", 1)


def test_an_editor_adds_an_entry(browse: Browse, cms: bytes, tiny: ProjectPaths) -> None:
    """A new entry holds what was filled in and nothing for the boxes left empty; the check accepts
    it. Ids of other collections are chosen from a list.
    """
    before = (tiny.data / "events.yml").read_text(encoding="utf-8")
    number = before.count("\n- id: ")
    typed = {"id": "hai-qua", "date": "2017-05~", "title.vi": "Hái quả", "text.vi": "Tổ hái quả."}
    source = re.search(
        r"- id: (\S+)\n  title: (.+)\n", (tiny.data / "sources.yml").read_text("utf-8")
    )
    assert source
    steps = [
        {"press": "Thêm Sự kiện"},
        *({"type": f"events.{number}.{name}", "text": text} for name, text in typed.items()),
        {"choose": f"events.{number}.topic", "option": "Kinh tế"},
        {"choose": f"events.{number}.sources", "option": source[2]},
    ]
    edit(browse, cms, tiny, [{"route": "#/collections/_singletons/entries/events", "steps": steps}])
    assert check_project(tiny)[1] == ()
    for formed in form_all(tiny, [tiny.data / "events.yml"]):
        write(formed)
    after = (tiny.data / "events.yml").read_text(encoding="utf-8")
    assert after == before + (
        "- id: hai-qua\n  date: 2017-05~\n  topic: economy\n  title:\n    vi: Hái quả\n"
        f"  text:\n    vi: Tổ hái quả.\n  sources:\n  - {source[1]}\n"
    )


def test_largest_files_come_back(browse: Browse, cms: bytes, tmp_path: Path) -> None:
    """A file that was opened, changed in one place and saved says everything else as before."""
    largest: dict[str, Path] = {}
    for path in sorted(content_files(ProjectPaths(REPO)), key=lambda path: path.stat().st_size):
        largest["/".join(path.relative_to(REPO).with_suffix("").parts[:2])] = path
    files = [path.relative_to(REPO).as_posix() for path in largest.values()]
    kept = {name for name in COLLECTIONS if f"data/{name}" in largest}
    assert len(kept) >= 13
    assert {"data/site", "docs/vi", "docs/en"} <= set(largest)
    assert lost_by_the_form(browse, cms, tmp_path / "real", files) == []


HOSTED = {
    "start": "Đăng nhập bằng mã truy cập",
    "signIn": "Đăng nhập",
    "save": SAVE,
    "propose": "Gửi duyệt",
}


SERVICES = pytest.mark.parametrize("service", [GitHub, GitLab], ids=lambda one: one.service)


@SERVICES
def test_an_editor_proposes_a_change_on_a_host(
    browse: Browse, cms: bytes, tiny: ProjectPaths, service: type[Host]
) -> None:
    """With a token the form opens a repository on a server of one's own; saving makes a commit on a
    branch of its own and a proposal in Vietnamese, which is sent for review; main stays as it was.
    The form asks nothing of other machines and nothing that the host does not know.
    """
    host = host_of(tiny, service)
    before = dict(host.branches["main"])
    steps = [{"open": 0}, {"type": "events.0.title.vi", "text": "Trồng thêm cây"}]
    edits = [{"route": "#/collections/_singletons/entries/events", "steps": steps}]
    with hosted(tiny, cms, host) as root:
        seen = browse("hosted.mjs", root=root, token=TOKEN, edits=edits, **HOSTED)
    assert host.refused == []
    # Chromium counts an answer without a body as failed
    assert {one.rpartition("/")[2] for one in seen["failed"]} <= {LOGIN}
    for name in ("foreign", "errors", "refused"):
        assert seen[name] == [], name
    assert host.branches["main"] == before
    branch = "cms/_singletons/events"
    assert host.commits == [
        {"branch": branch, "files": ["data/events.yml"], "headline": "Sửa Tệp: events"}
    ]
    assert host.proposals == [(branch, "Sửa Tệp: events", False)]
    assert host.labels == ["sveltia-cms/pending_review"]
    (tiny.data / "events.yml").write_bytes(host.branches[branch]["data/events.yml"])
    assert check_project(tiny)[1] == ()
    for formed in form_all(tiny, [tiny.data / "events.yml"]):
        write(formed)
    expected = before["data/events.yml"].decode().replace("Lập vườn", "Trồng thêm cây", 1)
    assert (tiny.data / "events.yml").read_text(encoding="utf-8") == expected


def test_an_editor_goes_on_with_a_proposal(browse: Browse, cms: bytes, tiny: ProjectPaths) -> None:
    """On another day the form shows what was proposed, and a save is one more commit on its branch:
    a project on GitLab keeps one merge request for an entry.
    """
    host = host_of(tiny, GitLab)
    route = "#/collections/_singletons/entries/events"
    without = {name: words for name, words in HOSTED.items() if name != "propose"}
    with hosted(tiny, cms, host) as root:
        for title, pressed in (("Trồng thêm cây", HOSTED), ("Trồng thêm hai cây", without)):
            steps = [{"open": 0}, {"type": "events.0.title.vi", "text": title}]
            edits = [{"route": route, "steps": steps}]
            seen = browse("hosted.mjs", root=root, token=TOKEN, edits=edits, **pressed)
            assert (host.refused, seen["foreign"], seen["errors"]) == ([], [], [])
    branch = "cms/_singletons/events"
    assert [one["branch"] for one in host.commits] == [branch, branch]
    assert host.proposals == [(branch, "Sửa Tệp: events", False)]
    assert "Trồng thêm hai cây" in host.branches[branch]["data/events.yml"].decode()


@SERVICES
def test_a_wrong_token_is_refused(
    browse: Browse, cms: bytes, tiny: ProjectPaths, service: type[Host]
) -> None:
    """Without a good token nothing is read, and the form says so in Vietnamese."""
    host = host_of(tiny, service)
    with hosted(tiny, cms, host) as root, pytest.raises(RuntimeError) as said:
        browse("hosted.mjs", root=root, token="sai", edits=[], patience=15_000, **HOSTED)
    assert "Mã truy cập được cung cấp không hợp lệ" in str(said.value)
    assert host.commits == []
