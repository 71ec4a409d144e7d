"""The web form in a real browser: it edits, loses nothing, and speaks to no other machine."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from conftest import REPO, copy_project
from microsite.admin.assemble import form_files
from microsite.admin.config import local_backend
from microsite.admin.serving import serve
from microsite.checking import check_project
from microsite.load.tree import collection_of
from microsite.paths import ProjectPaths
from microsite.upkeep.files import write_files
from microsite.upkeep.fmt import content_files, form_all, write
from microsite.wording.catalog import load_words

pytest_plugins = ["browser.fixtures"]

Browse = Callable[..., Any]
START, SAVE = "Làm việc với kho mã nguồn cục bộ", "Lưu"  # the form's own words


@contextmanager
def served(paths: ProjectPaths, cms: bytes) -> Iterator[str]:
    """Assemble the form of a project and serve it."""
    files = form_files(cms, paths, load_words("vi"), local_backend(paths))
    write_files({paths.admin / name: content for name, content in files.items()})
    with serve(paths.admin, 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def edit(browse: Browse, cms: bytes, paths: ProjectPaths, edits: list[dict[str, Any]]) -> Any:
    """Let the form work on the project's files; write back what it saved; return what it did.

    It must stay quiet meanwhile, and ask nothing of other machines.
    """
    files = {
        path.relative_to(paths.root).as_posix(): path.read_text(encoding="utf-8")
        for path in content_files(paths)
    }
    with served(paths, cms) as root:
        seen = browse("admin.mjs", root=root, files=files, edits=edits, start=START, save=SAVE)
    assert {name: seen[name] for name in ("foreign", "failed", "errors", "refused")} == {
        "foreign": [],
        "failed": [],
        "errors": [],
        "refused": [],
    }
    saved = {name: text for name, text in seen["files"].items() if files.get(name) != text}
    assert sorted(seen["files"]) == sorted(files), "a file came or went"
    for name, text in saved.items():
        (paths.root / name).write_text(text, encoding="utf-8")
    return {**seen, "saved": saved}


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


def test_every_file_comes_back(browse: Browse, cms: bytes, tmp_path: Path) -> None:
    """Each file of the real content, opened, changed in one place and saved, says everything else
    as before: after `fmt` it is the same to the letter.
    """
    paths = copy_project(REPO, tmp_path / "real")
    files = content_files(paths)
    changes = {path: change_of(path, paths) for path in files}
    seen = edit(browse, cms, paths, [change.edit for change in changes.values()])
    assert len(seen["saved"]) == len(files)
    for formed in form_all(paths, files):
        assert formed.problems == ()
        write(formed)
    lost = [
        path.relative_to(paths.root).as_posix()
        for path in files
        if path.read_text(encoding="utf-8") != changes[path].after
    ]
    assert lost == []


@dataclass(frozen=True)
class Change:
    """One edit in the form, and the text that the file has after it and `fmt`."""

    edit: dict[str, Any]
    after: str


def change_of(path: Path, paths: ProjectPaths) -> Change:
    """Return a small change of any file: another title, or the first two entries swapped."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        lang, _, rest = path.relative_to(paths.docs).as_posix().partition("/")
        return _retyped(text, "title", f"pages-{lang}/entries/{rest.removesuffix('.md')}")
    collection = collection_of(path, paths)
    if collection == "site":
        return _retyped(text, "span", "_singletons/entries/site")
    alone = path.parent == paths.data
    route = f"_singletons/entries/{collection}" if alone else f"{collection}/entries/{path.stem}"
    head, first, *others = re.split(r"(?m)^(?=- )", text)
    if not others:
        steps = [{"open": 0}, {"type": f"{collection}.0.name.vi", "text": "Xem thử"}]
        after = re.sub(r"(?m)^(  name:\n    vi: ).*$", r"\1Xem thử", text, count=1)
        return Change({"route": f"#/collections/{route}", "steps": steps}, after)
    second, *rest = others
    return Change(
        {"route": f"#/collections/{route}", "steps": [{"swap": True}, {"open": 0}]},
        "".join((head, second, first, *rest)),
    )


def _retyped(text: str, field: str, route: str) -> Change:
    steps = [{"type": field, "text": "Xem thử"}]
    after = re.sub(rf"(?m)^{field}: .*$", f"{field}: Xem thử", text, count=1)
    return Change({"route": f"#/collections/{route}", "steps": steps}, after)
