"""Sources: where a statement can be read."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from microsite.model.base import Entry, Flag, Localized, Text

SourceKind = Literal["law", "party", "government", "statistics", "academic", "press", "encyclopedia"]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$")]


class Source(Entry):
    """A document. With ``public_link: false`` it is named but not linked (a copy, or a private address)."""

    title: Text
    publisher: Text
    date: Text | None = None
    url: Url | None = None
    kind: SourceKind
    public_link: Flag = True
    note: Localized | None = None
