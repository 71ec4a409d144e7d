"""Ids are unique in their collection, and no two pages want the same address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from microsite.check.addresses import generated
from microsite.check.content import Content, Located
from microsite.problems import Problem, Where

PAGE_PATH = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/)*[a-z0-9]+(?:-[a-z0-9]+)*\.md")


def check(content: Content) -> Iterator[Problem]:
    """Report second entries of an id, unclean file names and address clashes."""
    first: dict[tuple[str, str], Located] = {}
    for entry in content.entries:
        known = first.setdefault((entry.collection, entry.value.id), entry)
        if known is not entry:
            place = known.where("id")
            values = {"first": f"{place.file}:{place.line}"}
            yield Problem(entry.where("id"), "duplicate-id", entry.value.id, values)
    taken = generated(content).paths
    for page in content.raw_pages:
        if not PAGE_PATH.fullmatch(page.path):
            yield Problem(Where(page.file), "page-name", page.path)
        if page.path in taken:
            yield Problem(Where(page.file), "address-taken", page.path, {"by": taken[page.path]})
