"""Readings of sources that differ: the value first, then what belongs to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup, escape

from microsite.marks import parse_inline
from microsite.model.learning import Claim, Question
from microsite.render.context import Context

# as long as it may be to stand in large type over the rest
_HEAD, _NUMBER, _WHOLE = 36, 26, 44
_NUMERAL, _LINE = 12, 24


def claim_parts(context: Context, claim: Claim) -> tuple[str, Markup]:
    """Cut “265,165 km: the border guard” into its value and the rest.

    A value stands before a colon, or, when it has a number, before the first comma; a short claim
    is all value. Without a value, and where the text has marks of its own, all of it is the rest.
    """
    text = claim.claim.get(context.words.lang)
    if text is None or any(parse_inline(text)):
        return "", context.text(claim.claim)
    head, colon, rest = text.partition(": ")
    if colon and len(head) <= _HEAD:
        return head, escape(rest)
    head, comma, rest = text.partition(", ")
    if comma and len(head) <= _NUMBER and any(letter.isdigit() for letter in head):
        return head, escape(rest)
    if len(text) <= _WHOLE:
        return text.removesuffix("."), Markup("")
    return "", escape(text)


def claim_size(head: str) -> str:
    """Say how large a value may stand: a numeral, a line, or, without a number, words."""
    if not any(letter.isdigit() for letter in head):
        return "words"
    return "numeral" if len(head) <= _NUMERAL else "line" if len(head) <= _LINE else "words"


def unread(question: Question) -> list[str]:
    """Return the sources of the answer that give none of the readings."""
    given = {source for reading in question.readings for source in reading.sources}
    return [source for source in question.sources if source not in given]


CLAIMS: Mapping[str, Callable[..., Any]] = {
    "claim_parts": claim_parts,
    "claim_size": claim_size,
    "unread": unread,
}
