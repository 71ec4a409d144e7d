"""Which file of a collection a new entry belongs into."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from microsite.check.content import Content, Located
from microsite.load.nodes import plain
from microsite.model.edtf import Edtf, parse_edtf
from microsite.paths import ProjectPaths
from microsite.upkeep.kinds import Kind


class FilingError(Exception):
    """A file that cannot hold entries of the collection; carries its name."""


def choose_file(
    kind: Kind, entry: Mapping[str, Any], content: Content, paths: ProjectPaths
) -> Path:
    """Return the file whose entries are most like ``entry``.

    A file that holds nothing but its category comes before mixed ones; among those that know the
    category, the one with an entry nearest in time; then the one whose ids run past the new one;
    then the one with the entry most like it in its words.
    """
    files: dict[str, list[Located]] = defaultdict(list)
    for located in content.of(kind.collection):
        files[located.file].append(located)
    if not files:
        return _first_file(kind, entry, paths)
    best = min(files, key=lambda name: (_strangeness(kind, entry, files[name]), name))
    return paths.root / best


def named_file(name: str, kind: Kind, paths: ProjectPaths) -> Path:
    """Return the data file that an editor named, in full or from its collection's folder.

    Raises FilingError for a file of another collection.
    """
    full = name if name.endswith(".yml") else f"{name}.yml"
    for path in (paths.root / full, paths.data / kind.collection / full):
        parts = path.relative_to(paths.data).parts if path.is_relative_to(paths.data) else ()
        inside = len(parts) == 2 and parts[0] == kind.collection  # noqa: PLR2004 — folder, file
        if ".." not in parts and (inside or parts == (f"{kind.collection}.yml",)):
            return path
    raise FilingError(name)


def when(text: object) -> date | None:
    """Return the earliest day that a date can mean, or None when there is none."""
    try:
        return parse_edtf(text).first if isinstance(text, str) else None
    except ValueError:
        return None


def _first_file(kind: Kind, entry: Mapping[str, Any], paths: ProjectPaths) -> Path:
    folder = paths.data / kind.collection
    if folder.is_dir():
        return folder / f"{entry.get(kind.category) or kind.collection}.yml"
    return paths.data / f"{kind.collection}.yml"


def _strangeness(kind: Kind, entry: Mapping[str, Any], there: Sequence[Located]) -> tuple[Any, ...]:
    """How little the entries of a file are like ``entry``; the smallest is the best place."""
    category = str(entry.get(kind.category, ""))
    alike = [item for item in there if not category or _category(item, kind) == category]
    mine = _words_of(entry)
    is_pure = len(alike) == len(there)
    return (
        0 if is_pure else 1 if alike else 2,
        _distance(kind, entry, alike or there),
        not _fits_ids(entry, there),
        -max(_likeness(mine, item) for item in there),
        len(there),
    )


def _category(item: Located, kind: Kind) -> str:
    return str(getattr(item.value, kind.category, ""))


def _distance(kind: Kind, entry: Mapping[str, Any], there: Sequence[Located]) -> int:
    """Days to the nearest entry; dated and undated entries are strangers to each other."""
    if not kind.date:
        return 0
    mine = when(entry.get(kind.date))
    dates = [getattr(item.value, kind.date, None) for item in there]
    if mine is None:
        return 0 if None in dates else date.max.toordinal()
    known = [value.first for value in dates if isinstance(value, Edtf)]
    ids = [item.value.id for item in there]
    if known and ids == sorted(ids) and min(known) <= mine <= max(known):
        return 0  # within a file that is in order of ids, days tell nothing
    return min((abs((value - mine).days) for value in known), default=date.max.toordinal())


def _likeness(mine: frozenset[str], item: Located) -> float:
    """The share of words, ids included, that two entries have in common."""
    theirs = _words_of(plain(item.node))
    return len(mine & theirs) / (len(mine | theirs) or 1)


def _words_of(value: object) -> frozenset[str]:
    if isinstance(value, Mapping):
        parts = [_words_of(item) for item in value.values()]
    elif isinstance(value, (list, tuple)):
        parts = [_words_of(item) for item in value]
    else:
        return frozenset(re.findall(r"[\w-]{2,}", str(value or "").lower()))
    return frozenset().union(*parts)


def _fits_ids(entry: Mapping[str, Any], there: Sequence[Located]) -> bool:
    """Whether the file is in order of ids and the new one lies between them."""
    ids = [item.value.id for item in there]
    return ids == sorted(ids) and ids[0] <= str(entry.get("id", "")) <= ids[-1]
