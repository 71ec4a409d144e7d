"""The first line of a data file, which tells an editor program the schema of the file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from microsite.model.fields import FORMS
from microsite.paths import ProjectPaths
from microsite.upkeep.schema import schema_files

MARK = "# yaml-language-server: $schema="


def modeline(file: Path, paths: ProjectPaths) -> str:
    """Return the line for the data file ``file``; its schema is named from where it lies."""
    collection = file.relative_to(paths.data).parts[0].removesuffix(".yml")
    schema = paths.schemas / f"{collection}.json"
    return MARK + Path(os.path.relpath(schema, file.parent)).as_posix()


def keep_modeline(file: Path, paths: ProjectPaths, text: str) -> str:
    """Return ``text`` with its modeline when the project has schemas: the web form drops it."""
    line = modeline(file, paths)
    has_schema = (file.parent / line.removeprefix(MARK)).is_file()
    return f"{line}\n{text}" if has_schema and not text.startswith(MARK) else text


def wanted_files(paths: ProjectPaths) -> Mapping[Path, bytes]:
    """Return every schema, and every data file that has no modeline or a wrong one, as it ought to
    be; what is right already is left out.
    """
    wanted = {paths.schemas / name: text.encode() for name, text in schema_files().items()}
    for file in sorted(paths.data.rglob("*.yml")):
        if file.relative_to(paths.data).parts[0].removesuffix(".yml") in FORMS:
            wanted[file] = _with_modeline(file.read_bytes(), modeline(file, paths))
    return {
        file: content
        for file, content in wanted.items()
        if not file.is_file() or file.read_bytes() != content
    }


def _with_modeline(content: bytes, line: str) -> bytes:
    newline = b"\r\n" if b"\r\n" in content else b"\n"
    if content.startswith(MARK.encode()):
        content = content.partition(b"\n")[2]
    return line.encode() + newline + content
