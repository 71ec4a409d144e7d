"""Every data file and page of a project, brought into form on disk."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from microsite.load.tree import collection_of, data_files, page_files, read_text
from microsite.paths import ProjectPaths
from microsite.problems import Problem
from microsite.upkeep.form import Refused, form_data, form_page
from microsite.upkeep.modelines import keep_modeline


@dataclass(frozen=True)
class Formed:
    """What became of one file: in form already (``new`` is None), to be written, or refused."""

    path: Path
    file: str
    text: str
    new: str | None = None
    problems: tuple[Problem, ...] = ()


def content_files(paths: ProjectPaths) -> list[Path]:
    """Return every file that has a form."""
    return [*data_files(paths), *page_files(paths)]


def form_all(paths: ProjectPaths, files: Iterable[Path]) -> Iterator[Formed]:
    """Say what the form of each of the project's ``files`` would be; nothing is written."""
    for path in files:
        file = path.relative_to(paths.root).as_posix()
        text, problems = read_text(path, paths.root)
        if text is None:
            yield Formed(path, file, "", problems=tuple(problems))
            continue
        try:
            if path.suffix == ".md":
                new = form_page(text, file=file)
            else:
                new = form_data(text, file=file, collection=collection_of(path, paths))
                new = keep_modeline(path, paths, new)
        except Refused as refused:
            yield Formed(path, file, text, problems=tuple(refused.problems))
            continue
        is_formed = new.encode("utf-8") == path.read_bytes()
        yield Formed(path, file, text, None if is_formed else new)


def write(formed: Formed) -> None:
    """Replace the file in one step, so that a crash leaves either the old or the new one."""
    if formed.new is None:
        return
    handle, name = tempfile.mkstemp(prefix=f".{formed.path.name}.", dir=formed.path.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(formed.new.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(formed.path, beside)
        beside.replace(formed.path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
