"""The web form in a real browser: it edits, loses nothing, and speaks to no other machine.

`make test-full` opens every file; here it is the largest of each collection and language.
"""

from __future__ import annotations

import re
from pathlib import Path

from browser.form import Browse, edit, lost_by_the_form
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
