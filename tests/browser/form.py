"""The web form of a project, used in a browser as an editor does, and what it saved."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from conftest import REPO, copy_project
from microsite.admin.assemble import form_files
from microsite.admin.config import local_backend
from microsite.admin.serving import serve
from microsite.load.tree import collection_of
from microsite.paths import ProjectPaths
from microsite.upkeep.files import write_files
from microsite.upkeep.fmt import content_files, form_all, write
from microsite.wording.catalog import load_words

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
        seen = browse(
            "admin.mjs", root=root, files=files, edits=edits, start=START, save=SAVE, timeout=1800
        )
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


def lost_by_the_form(browse: Browse, cms: bytes, folder: Path, files: Iterable[str]) -> list[str]:
    """Change each of the real content's ``files`` in one place, in the form; return those that
    are not, after `fmt`, the same to the letter but for that change.
    """
    paths = copy_project(REPO, folder)
    changes = {paths.root / name: change_of(paths.root / name, paths) for name in files}
    seen = edit(browse, cms, paths, [change.edit for change in changes.values()])
    assert len(seen["saved"]) == len(changes)
    for formed in form_all(paths, changes):
        write(formed)
    return [
        path.relative_to(paths.root).as_posix()
        for path, change in changes.items()
        if path.read_text(encoding="utf-8") != change.after
    ]


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
        return _reworded(text, route)
    second, *rest = others
    return Change(
        {"route": f"#/collections/{route}", "steps": [{"swap": True}, {"open": 0}]},
        "".join((head, second, first, *rest)),
    )


# a field of words that an only entry may have, as it is written and as the form calls it
_WORDS = {
    r"  name:\n    vi: ": ("name.vi", "Xem thử"),
    r"  title: ": ("title", "Xem thử"),
    r"  folder: ": ("folder", "dist/thu"),
}


def _reworded(text: str, route: str) -> Change:
    """Change the words of a file's only entry."""
    (root,) = re.findall(r"(?m)^(\w+):$", text)
    for written, (name, typed) in _WORDS.items():
        after, found = re.subn(
            rf"(?m)^({written}).*(?:\n {{6}}.*)*$", rf"\g<1>{typed}", text, count=1
        )
        if found:
            steps = [{"open": 0}, {"type": f"{root}.0.{name}", "text": typed}]
            return Change({"route": f"#/collections/{route}", "steps": steps}, after)
    raise ValueError(route)


def _retyped(text: str, field: str, route: str) -> Change:
    steps = [{"type": field, "text": "Xem thử"}]
    after = re.sub(rf"(?m)^{field}: .*$", f"{field}: Xem thử", text, count=1)
    return Change({"route": f"#/collections/{route}", "steps": steps}, after)
