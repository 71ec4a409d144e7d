"""Entries by what editors know of them: some words of the title, or the address of a source."""

from __future__ import annotations

from microsite.check.content import Content, strings_in
from microsite.model.base import Entry
from microsite.wording.fold import fold

_OFFERED = 6
_TITLE = 90


def find_entries(content: Content, collection: str, words: str) -> list[tuple[str, str]]:
    """Return (id, title) of the entries of ``collection`` that say every one of ``words``, marks or
    not, in their title or id; or whose address it is. Not more than fit on a screen.
    """
    asked = _plain(words).split()
    found = [
        (entry.value.id, _short(_title(entry.value)))
        for entry in content.of(collection)
        if asked and (_says(entry.value, asked) or address_of(entry.value) == words)
    ]
    return found[:_OFFERED]


def source_at(content: Content, address: str) -> tuple[str, str] | None:
    """Return (id, title) of the source that lies at ``address``; None when there is none."""
    same = (one for one in content.of("sources") if address_of(one.value) == address)
    return next(((one.value.id, _title(one.value)) for one in same), None)


def address_of(entry: Entry) -> str:
    """Return the web address of a source; nothing for other entries."""
    return str(getattr(entry, "url", None) or "")


def _says(entry: Entry, asked: list[str]) -> bool:
    said = f"{_plain(_title(entry))} {entry.id.replace('-', ' ')}"
    return all(word in said for word in asked)


def _title(entry: Entry) -> str:
    """Return the first words of an entry after its id, which name it."""
    names = ("title", "name", "term", "caption", "paper")
    texts = (text for path, text, _ in strings_in(entry) if str(path[0]) in names)
    return next(texts, entry.id)


def _plain(text: str) -> str:
    return fold(text).casefold().replace("/", " ").replace("-", " ")


def _short(text: str) -> str:
    return text if len(text) <= _TITLE else text[: _TITLE - 1] + "…"
