"""Texts whose lines break only where a reader would take breath."""

from __future__ import annotations

import re
from functools import cache

from microsite.outreach.channel import Order
from microsite.render.whole import keep_whole
from microsite.wording.catalog import load_words

_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")


def unbroken(text: str, order: Order, lang: str) -> str:
    """Return ``text`` with no-break spaces inside names, figures and words of two syllables,
    and with hyphens at which no line ends."""
    kept = keep_whole(text, order.names, load_words(lang), title=True)
    kept = _HYPHEN.sub("-\u2060", kept)
    return _pairs(lang).sub(lambda found: found[0].replace(" ", "\u00a0"), kept)


@cache
def _pairs(lang: str) -> re.Pattern[str]:
    listed = load_words(lang)("printed.pairs").split(", ")
    return re.compile(rf"\b(?:{'|'.join(listed)})\b", re.IGNORECASE)
