"""A bar for work that takes longer than people like to wait; only where somebody watches."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

_WIDTH = 30

T = TypeVar("T")


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
