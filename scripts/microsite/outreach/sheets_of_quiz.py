"""Quiz questions for paper: four choices in an order of their own, and which one is right."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from microsite.model.learning import QuizItem
from microsite.outreach.numbering import Citing
from microsite.outreach.topic import plain_prose

_LETTERS = "ABCD"


def asked(items: Iterable[QuizItem], citing: Citing, lang: str) -> list[dict[str, object]]:
    """Return what the templates print of each question.

    The order of the choices comes from a hash, so the right one is not always in one place and
    the same sheet comes out every time.
    """
    return [_asked(one, citing, lang) for one in items]


def _asked(item: QuizItem, citing: Citing, lang: str) -> dict[str, object]:
    texts = [one.told(lang) for one in (item.right, *item.wrong)]
    right = texts[0]
    texts.sort(key=lambda one: hashlib.sha256(f"{item.id} {one}".encode()).digest())
    return {
        "question": item.question.told(lang),
        "choices": [
            {"letter": letter, "text": text} for letter, text in zip(_LETTERS, texts, strict=True)
        ],
        "right": _LETTERS[texts.index(right)],
        "answer": right,
        "explain": plain_prose(item.explain.told(lang)),
        "cites": citing.cite(item.sources),
    }
