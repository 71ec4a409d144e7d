"""What papers are made of: lines with a role, rules of a length, frames of two columns, tables."""

from __future__ import annotations

from dataclasses import dataclass

from microsite.documents.draft import Grid, Picture


@dataclass(frozen=True)
class Line:
    """A paragraph that stands as its role does; with ``keeps`` on the page of what follows."""

    role: str
    text: str
    keeps: bool = False


@dataclass(frozen=True)
class Rule:
    """A rule of ``length`` in the middle of ``room``, both in millimetres."""

    length: float
    room: float


Cell = tuple[Line | Rule, ...]


@dataclass(frozen=True)
class Frame:
    """Rows of two cells without lines around them, in columns of these widths (mm)."""

    columns: tuple[float, float]
    rows: tuple[tuple[Cell, Cell], ...]


Element = Line | Rule | Frame | Grid | Picture
