"""Ids are unique in their collection, and no two pages want the same address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from microsite.check.addresses import generated
from microsite.check.content import Content, Located
from microsite.problems import Problem, Where
from microsite.wording.fold import slugify

PAGE_PATH = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/)*[a-z0-9]+(?:-[a-z0-9]+)*\.md")


def clean_path(path: str) -> str:
    """Make a page's path of what somebody called it: each part without marks, with its ending."""
    parts = (slugify(part) for part in path.strip().removesuffix(".md").split("/"))
    return "/".join(part for part in parts if part) + ".md"


def check(content: Content) -> Iterator[Problem]:
    """Report second entries of an id, unclean file names and address clashes."""
    yield from _twins(content)
    taken = generated(content).paths
    for page in content.raw_pages:
        if not PAGE_PATH.fullmatch(page.path):
            nearest = clean_path(page.path)
            yield Problem(Where(page.file), "page-name", page.path, {"nearest": nearest})
        if page.path in taken:
            yield Problem(Where(page.file), "address-taken", page.path, {"by": taken[page.path]})


def _twins(content: Content) -> Iterator[Problem]:
    """Report second entries of an id; a whole file that is there twice is one mistake."""
    first: dict[tuple[str, str], Located] = {}
    pairs: dict[tuple[str, str], list[tuple[Located, Located]]] = {}
    for entry in content.entries:
        known = first.setdefault((entry.collection, entry.value.id), entry)
        if known is not entry:
            pairs.setdefault((known.file, entry.file), []).append((known, entry))
    for files, twins in pairs.items():
        if len(twins) > 1 and files[0] != files[1]:
            # of two names, the one that no person would give is the copy's
            copied, kept = sorted(files, key=lambda file: slugify(_stem(file)) == _stem(file))
            yield Problem(
                Where(copied), "copied-file", "", {"first": kept, "count": str(len(twins))}
            )
            continue
        for known, entry in twins:
            place = known.where("id")
            values = {"first": f"{place.file}:{place.line}"}
            yield Problem(entry.where("id"), "duplicate-id", entry.value.id, values)


def _stem(file: str) -> str:
    return PurePosixPath(file).stem
