"""What a draft of an office says, before anybody draws it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from microsite.model.drafting import FormId, Letterhead

End = Literal["left", "center", "right"]
"""Where the words of a cell stand."""


@dataclass(frozen=True)
class Part:
    """The beginning of a part: ``label`` (“Phần I”) on a line of its own, its title below."""

    label: str
    title: str


@dataclass(frozen=True)
class Point:
    """The heading of a numbered point inside a part."""

    text: str


@dataclass(frozen=True)
class Paragraph:
    """Running text, justified, with the first line set in."""

    text: str


@dataclass(frozen=True)
class Listed:
    """An item of a list, its number standing out: a source with its address."""

    number: str
    text: str


@dataclass(frozen=True)
class Grid:
    """A table: ``widths`` are shares of the text's width, ``ends`` says how each column stands.

    With ``has_total`` the last row is bold.
    """

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[int]
    ends: Sequence[End]
    has_total: bool = False


@dataclass(frozen=True)
class Picture:
    """A drawing over the width of the text: PNG, the words that stand for it, a caption."""

    png: bytes
    alt: str
    caption: str


Block = Part | Point | Paragraph | Listed | Grid | Picture


@dataclass(frozen=True)
class Appendix:
    """What follows on pages of its own, numbered from 1 again."""

    label: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Draft:
    """A draft: it has neither number nor seal nor signature, and no field to give it one.

    ``foot`` stands at the foot of every page and says which edition this is; ``notes`` stand
    under the title. ``day`` is the day on which it was drafted.
    """

    form: FormId
    head: Letterhead
    day: date
    title: str
    subject: str
    foot: str
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()
    appendices: tuple[Appendix, ...] = ()
