"""A person's word that a translation agrees with its source, kept with the translation.

A page keeps the mark of its source in its own front matter. An entry has many small texts in one
file, so its marks lie in a register beside the data, one line an entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from microsite.check.content import Content
from microsite.check.nearest import nearest
from microsite.check.translations import SETTINGS, Translation
from microsite.load.markdown import split_page
from microsite.load.translations import write_lock
from microsite.model.page import PageMeta
from microsite.paths import ProjectPaths
from microsite.upkeep.yaml_text import fields_text

_FIELD = "translates"
_LINE = re.compile(rf"{_FIELD}:.*\n")


class UnknownNameError(Exception):
    """A name that is no translation of the project; carries the names that come near."""

    def __init__(self, name: str, near: Sequence[str]) -> None:
        super().__init__(name)
        self.name = name
        self.near = near


def named(name: str, translations: Sequence[Translation]) -> list[Translation]:
    """Return the translations that an editor means by ``name``, one for each language.

    A page goes by its path, with or without ``docs/<lang>/``; an entry by ``collection/id``, or by
    its id alone where no other collection has it. Raises UnknownNameError.
    """
    path = re.sub(r"^(?:\./)?docs/[a-z]{2,3}/", "", name)
    found = [one for one in translations if one.name == path]
    if not found and "/" not in name:
        found = [one for one in translations if one.name.endswith(f"/{name}")]
        found = [one for one in found if one.kind == "entry"]
    names = {one.name for one in found}
    if len(names) == 1:
        return found
    near = nearest(path, {one.name for one in translations})
    raise UnknownNameError(name, sorted(names) or ([near] if near else []))


def confirm(
    chosen: Iterable[Translation], content: Content, paths: ProjectPaths
) -> Mapping[Path, bytes]:
    """Return the files that say that each of ``chosen`` agrees with its source; nothing is written.

    The register forgets entries that are gone.
    """
    files: dict[Path, bytes] = {}
    marks = {name: kept for name, kept in content.confirmed.items() if _is_there(name, content)}
    for one in chosen:
        if one.kind == "page":
            path = paths.root / one.file
            files[path] = _with_mark(path.read_bytes().decode("utf-8"), one).encode()
        else:
            marks[one.name] = one.marks
    text = write_lock(marks).encode()
    before = paths.translations.read_bytes() if paths.translations.is_file() else b""
    if text != before and (marks or before):
        files[paths.translations] = text
    return files


def _is_there(name: str, content: Content) -> bool:
    collection, _, identifier = name.partition("/")
    return name == SETTINGS or content.knows(collection, identifier)


def _with_mark(text: str, one: Translation) -> str:
    """Put the mark at the end of the front matter; every other line stays as it is."""
    newline = "\r\n" if "\r\n" in text else "\n"
    text = text.replace("\r\n", "\n")
    parts = split_page(text)
    if parts is None:
        raise ValueError(one.file)
    head, body = parts
    first = text[: text.index("---")]
    kept = "".join(line for line in head.splitlines(keepends=True) if not _LINE.match(line))
    mark = fields_text({_FIELD: one.marks[0]}, PageMeta)
    return f"{first}---\n{kept}{mark}---\n{body}".replace("\n", newline)
