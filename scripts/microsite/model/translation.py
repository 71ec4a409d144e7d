"""What a translation was made from: a short mark of the texts as somebody last compared them."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from microsite.model.base import Localized
from microsite.model.page import AuthoredPage


def mark_of(texts: Iterable[str]) -> str:
    """Return 12 hexadecimal digits for ``texts``.

    Spaces, line ends, the form of letters and the order of the texts do not count, so bringing a
    file into form or sorting a list makes no translation stale.
    """
    normal = sorted(" ".join(unicodedata.normalize("NFC", text).split()) for text in texts)
    return hashlib.sha256("\n".join(normal).encode()).hexdigest()[:12]


def page_mark(page: AuthoredPage) -> str:
    """Return the mark of what a page says; its dates and its author do not count."""
    meta = page.meta
    return mark_of((meta.title, meta.summary, meta.figure or "", page.body))


def entry_marks(value: BaseModel, source: str, lang: str) -> tuple[str, str] | None:
    """Return the marks of the texts in ``source`` and in ``lang``, or None without translation."""
    texts = [text for _, text in localized_in(value)]
    written = [one for text in texts if (one := text.get(source)) is not None]
    translated = [one for text in texts if (one := text.get(lang)) is not None]
    return (mark_of(written), mark_of(translated)) if translated else None


def localized_in(
    value: object, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], Localized]]:
    """Yield every translatable text of a model with its key path."""
    if isinstance(value, Localized):
        yield path, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from localized_in(item, (*path, index))
    else:
        for name in getattr(type(value), "model_fields", ()):
            yield from localized_in(getattr(value, name), (*path, name))
