"""Statements with the numbers of their sources, and sources as a reader on paper needs them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from microsite.model.outline import OUTLINE_LANG
from microsite.model.source import Source
from microsite.spoken.outline import Said
from microsite.wording.catalog import load_words
from microsite.wording.dates import format_moment


def cite(said: Said, numbers: Mapping[str, int]) -> str:
    """Return the text with the numbers of its sources before the last stop: ``… tỉnh [1, 4].``"""
    found = sorted(numbers[name] for name in said.sources if name in numbers)
    if not found:
        return said.text
    text = said.text.rstrip(".")
    stop = said.text[len(text) :]
    # no line begins with them
    return f"{text}\u00a0[{', '.join(map(str, found))}]{stop}"


def on_paper(source: Source) -> str:
    """Return title, publisher, day and address of ``source``."""
    parts = list(names_of(source))
    if source.url and source.public_link:
        # letters, where the address hides them behind numbers
        written = unicodedata.normalize("NFC", unquote(source.url))
        parts.append(written if written.isprintable() else source.url)
    return ". ".join(part.rstrip(".") for part in parts)


def names_of(source: Source) -> Iterator[str]:
    """Yield title, publisher and, as far as it is known, day of ``source``."""
    yield source.title
    yield source.publisher
    if source.date is not None and source.date.start is not None:
        day = source.date.start
        words = load_words(OUTLINE_LANG)
        yield format_moment(day.year, day.month, day.day, words, circa=day.circa)
