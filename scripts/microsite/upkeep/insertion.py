"""A new entry into the text of a file: at its place, in the file's manner, nothing else touched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from microsite.check.content import Located
from microsite.load.nodes import Fields, Scalar
from microsite.model.fields import FORMS
from microsite.paths import ProjectPaths
from microsite.upkeep.filing import when
from microsite.upkeep.kinds import Kind
from microsite.upkeep.modelines import modeline
from microsite.upkeep.yaml_text import entry_text

# fewer entries than this are in order by chance
_ENOUGH = 3


def insert(
    path: Path,
    entry: Mapping[str, Any],
    kind: Kind,
    there: Sequence[Located],
    paths: ProjectPaths,
) -> tuple[bytes, int]:
    """Return what ``path`` will hold with ``entry`` in it, and the line on which the entry starts.

    ``there`` are the entries of the file in its order.
    """
    model = FORMS[kind.collection]
    if not path.exists():
        head = _head(path, kind, paths)
        return (head + entry_text(dict(entry), model)).encode(), head.count("\n") + 1
    raw = path.read_bytes()
    newline = "\r\n" if b"\r\n" in raw else "\n"
    lines = raw.decode("utf-8").splitlines(keepends=True)
    indent = _indent(lines, there)
    new = entry_text(dict(entry), model, indent).replace("\n", newline)
    apart = newline if _are_apart(lines, there) else ""
    follower = _follower(entry, kind, there)
    if follower is None:
        ended = newline if lines and not lines[-1].endswith("\n") else ""
        above = "".join(lines) + ended + (apart if lines and lines[-1].strip() else "")
        return (above + new).encode(), above.count("\n") + 1
    index = _above_comments(lines, follower.node.line - 1)
    changed = "".join(lines[:index]) + new + apart + "".join(lines[index:])
    return changed.encode(), index + 1


def _head(path: Path, kind: Kind, paths: ProjectPaths) -> str:
    """Begin a file; it names its schema when the project has schemas."""
    has_schema = (paths.schemas / f"{kind.collection}.json").is_file()
    first = modeline(path, paths) + "\n" if has_schema else ""
    return f"{first}{kind.collection}:\n"


def _follower(entry: Mapping[str, Any], kind: Kind, there: Sequence[Located]) -> Located | None:
    """Return the entry before which the new one stands, or None for the end of the file.

    A file in order of dates stays so, else one in order of ids; in any other the newest is last.
    """
    days = [when(_typed(item, kind.date)) for item in there] if kind.date else []
    known = [day for day in days if day is not None]
    mine = when(entry.get(kind.date)) if kind.date else None
    if mine and len(known) == len(there) > 1 and known == sorted(known):
        return next((item for item, day in zip(there, known, strict=True) if day > mine), None)
    ids = [item.value.id for item in there]
    if len(ids) >= _ENOUGH and ids == sorted(ids):
        return next((item for item in there if item.value.id > str(entry["id"])), None)
    return None


def _typed(item: Located, name: str) -> str | None:
    value = item.node.get(name) if isinstance(item.node, Fields) else None
    return value.text if isinstance(value, Scalar) else None


def _indent(lines: Sequence[str], there: Sequence[Located]) -> int:
    if not there:
        return 0
    line = lines[there[0].node.line - 1]
    return len(line) - len(line.lstrip(" "))


def _are_apart(lines: Sequence[str], there: Sequence[Located]) -> bool:
    """Whether blank lines stand between most entries of the file."""
    above = [
        lines[_above_comments(lines, item.node.line - 1) - 1].strip() == "" for item in there[1:]
    ]
    return sum(above) * 2 > len(above)


def _above_comments(lines: Sequence[str], index: int) -> int:
    """Return the index of the first comment line directly above ``index``: it belongs below."""
    while index > 1 and lines[index - 1].lstrip().startswith("#"):
        index -= 1
    return index
