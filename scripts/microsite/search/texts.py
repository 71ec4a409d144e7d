"""The texts behind the index, in shelves of some pages: fetched only for what is shown."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from microsite.search.pages import FoundPage

_DIGITS = 8
_SHELF = 20_000  # characters; some 7 KB as they travel


def cut_shelves(pages: Sequence[FoundPage]) -> tuple[tuple[FoundPage, ...], ...]:
    """Cut the pages, in their order, into shelves of some 20 000 characters."""
    shelves: list[list[FoundPage]] = []
    room = 0
    for page in pages:
        size = sum(len(place.text) for place in page.places)
        if not shelves or size > room:
            shelves.append([])
            room = _SHELF
        shelves[-1].append(page)
        room -= size
    return tuple(tuple(shelf) for shelf in shelves)


def write_shelf(lang: str, shelf: Sequence[FoundPage]) -> tuple[str, str]:
    """Return a shelf's name and its classic script: for each page its places as [anchor, title,
    text].

    The name tells the hash of the content: an index that came later finds no other texts under it.
    """
    content = [[[one.anchor, one.title, one.text] for one in page.places] for page in shelf]
    digest = hashlib.sha256(json.dumps(content).encode()).hexdigest()[:_DIGITS]
    name = f"{lang}-{digest}"
    return name, as_script(name, content)


def as_script(name: str, content: object) -> str:
    """Write ``content`` as a script that puts it under ``name``; it works without a server."""
    # a line separator is a line end inside a script of an old browser
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace("\u2028", " ")
    return f"(self.msSearch=self.msSearch||{{}})[{json.dumps(name)}]={text};\n"
