"""Tables as a terminal shows them, and as a pull request does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from microsite.wording.catalog import Words

# more would bury the first ones; JSON has them all
MOST_ROWS = 30


@dataclass(frozen=True)
class Table:
    """Rows of text under heads; ``empty`` is said in the place of a table without rows.

    A column is set to the right when it holds numbers: ``numbers`` has its index.
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    empty: str
    numbers: frozenset[int] = frozenset()


def as_text(table: Table, words: Words) -> str:
    """Return a table whose columns stand under each other in any terminal."""
    if not table.rows:
        return f"{table.title}\n  {table.empty}"
    shown = table.rows[:MOST_ROWS]
    widths = [max(map(len, column)) for column in zip(table.heads, *shown, strict=True)]
    lines = [table.title, *(_aligned(row, widths, table.numbers) for row in (table.heads, *shown))]
    lines.insert(2, "  " + "  ".join("-" * width for width in widths))
    return "\n".join([*lines, *(f"  {rest}" for rest in _rest(table, words))])


def as_markdown(table: Table, words: Words) -> str:
    """Return a table of GitHub's Markdown under a heading."""
    head = f"### {_plain(table.title)}\n\n"
    if not table.rows:
        return head + table.empty
    marks = ["---:" if index in table.numbers else "---" for index in range(len(table.heads))]
    rows = [[_plain(cell) for cell in row] for row in (table.heads, *table.rows[:MOST_ROWS])]
    rows.insert(1, marks)
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return head + "\n".join([*lines, *(f"\n{rest}" for rest in _rest(table, words))])


def _rest(table: Table, words: Words) -> Iterator[str]:
    hidden = len(table.rows) - MOST_ROWS
    if hidden > 0:
        yield words("status.more", count=hidden)


def _aligned(row: Sequence[str], widths: Sequence[int], numbers: frozenset[int]) -> str:
    cells = [
        cell.rjust(width) if index in numbers else cell.ljust(width)
        for index, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
    return ("  " + "  ".join(cells)).rstrip()


def _plain(cell: str) -> str:
    """Escape what would be a mark of Markdown."""
    for mark in "\\`*_[]<>|":
        cell = cell.replace(mark, f"\\{mark}")
    return cell
