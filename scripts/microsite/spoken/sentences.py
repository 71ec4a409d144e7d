"""Sentences as the ear counts them: words between stops, quantities inside."""

from __future__ import annotations

import re
from collections.abc import Mapping

from microsite.speech.dates import spell_dates
from microsite.speech.documents import spell_documents
from microsite.speech.numbers import DASH, NUMBER, spell_ordinals
from microsite.speech.numerals import spell_roman

_END = re.compile(r"(?<=[.!?…])\s+")
_YEAR = re.compile(r"\b([Nn]ăm) [12]\d{3}\b(?![.,]\d)")
_QUANTITY = re.compile(rf"(?<![\w.,]){NUMBER}(?:(?:{DASH}| đến ){NUMBER}|/\d+)?(?![\w])")


def cut_sentences(text: str) -> tuple[str, ...]:
    """Cut a text after every full stop, question and exclamation mark."""
    return tuple(part for part in _END.split(text.strip()) if part)


def count_words(spoken: str) -> int:
    """Count what stands between spaces; ki-lô-mét is one word."""
    return len(spoken.split())


def count_quantities(written: str, abbreviations: Mapping[str, str]) -> int:
    """Count the quantities of a written sentence: dates, years, documents and ranks are none.

    A range is one quantity.
    """
    rest = spell_roman(spell_documents(written, abbreviations), abbreviations)
    rest = _YEAR.sub(r"\1", spell_ordinals(spell_dates(rest)))
    return len(_QUANTITY.findall(rest))
