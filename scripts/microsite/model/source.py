"""Sources: where a statement can be read."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from microsite.model.base import Entry, Flag, Localized, Text
from microsite.model.edtf import EdtfDate

SourceKind = Literal[
    "law", "party", "government", "statistics", "academic", "press", "encyclopedia"
]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$")]


class Source(Entry):
    """A document; with ``public_link: false`` it is named but not linked."""

    title: Text
    publisher: Text
    date: EdtfDate | None = None
    url: Url | None = None
    kind: SourceKind
    public_link: Flag = True
    note: Localized | None = None
