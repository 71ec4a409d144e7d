"""How far a long command has come: a bar on a terminal, one line a part anywhere else."""

from __future__ import annotations

import sys
from typing import TextIO

from microsite.wording.catalog import Words

_WIDTH = 30


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
