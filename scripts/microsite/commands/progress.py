"""How far a long command has come: a bar on a terminal, one line a part anywhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TextIO, TypeVar

from microsite.wording.catalog import Words

_WIDTH = 30

T = TypeVar("T")


class Progress:
    """Says each part of the story in the words of ``group``, once, and draws how much is done."""

    def __init__(self, words: Words, group: str, out: TextIO | None = None) -> None:
        self._words, self._group = words, group
        self._out = out or sys.stderr
        self._stage = ""
        self._drawn = False

    def __call__(self, stage: str, done: int = 0, of: int = 0) -> None:
        """Say that ``done`` of ``of`` in ``stage`` is there."""
        name = self._words(f"{self._group}.stage_{stage}")
        if stage != self._stage:
            self.end()
            self._stage = stage
            if not (self._out.isatty() and of):
                print(f"· {name} …", file=self._out, flush=True)
        if self._out.isatty() and of:
            filled = _WIDTH * done // of
            bar = "█" * filled + "░" * (_WIDTH - filled)
            print(f"\r· {name} {bar} {100 * done // of:3d} %", end="", file=self._out, flush=True)
            self._drawn = True

    def end(self) -> None:
        """Leave the line of the bar."""
        if self._drawn:
            print(file=self._out, flush=True)
        self._drawn = False


def with_bar(items: Iterable[tuple[str, T]], total: int) -> Iterator[T]:
    """Yield the second of each pair, and draw how many of ``total`` there were, with its name."""
    watched = sys.stderr.isatty()
    for number, (name, item) in enumerate(items, 1):
        if watched:
            full = _WIDTH * number // max(total, 1)
            bar = "█" * full + "·" * (_WIDTH - full)
            print(f"\r\033[K{bar} {number}/{total} {name}", end="", file=sys.stderr, flush=True)
        yield item
    if watched:
        print("\r\033[K", end="", file=sys.stderr, flush=True)
