"""The row alphabet of a band: what a counted thread can make, each over its own height.

A tile is ``TILE`` units wide and every row repeats ``n`` times in it, so every row closes at the
edge. A row of one thread stands in the middle of its cells; a row that alternates begins on the
edge, so that it reads the same from the middle of the page to either side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from microsite.identity.svg import bar, diamond, disc, polygon

TILE = 24
# beyond both edges, so that no edge of a tile is softened when it is scaled
_BLEED = 1


@dataclass(frozen=True)
class Piece:
    """One shape: its path (even-odd), its thread, and whether two tones draw it dark."""

    path: str
    thread: str
    dark: bool = False


class Row(Protocol):
    """One row of a band."""

    @property
    def height(self) -> float:
        """The height in units."""

    def pieces(self, top: float) -> Iterator[Piece]:
        """Yield the shapes of one tile of this row, whose upper edge is ``top``."""


def middles(n: int) -> list[float]:
    """Return the middle of each of ``n`` cells."""
    return [(i + 0.5) * TILE / n for i in range(n)]


def edges(n: int) -> list[float]:
    """Return the ``n + 1`` borders of ``n`` cells; the first and the last are the tile's own."""
    return [i * TILE / n for i in range(n + 1)]


def _places(n: int, threads: Sequence[str]) -> list[tuple[float, str]]:
    xs = edges(n) if len(threads) > 1 else middles(n)
    return [(x, threads[i % len(threads)]) for i, x in enumerate(xs)]


@dataclass(frozen=True)
class Gap:
    """Bare ground."""

    height: float

    def pieces(self, top: float) -> Iterator[Piece]:
        """Yield nothing."""
        del top
        yield from ()


@dataclass(frozen=True)
class Line:
    """A thread from edge to edge."""

    height: float
    thread: str
    dark: bool = False

    def pieces(self, top: float) -> Iterator[Piece]:
        """Yield one bar."""
        path = bar(-_BLEED, top, TILE + 2 * _BLEED, self.height)
        yield Piece(path, self.thread, self.dark)


@dataclass(frozen=True)
class Dash:
    """A running stitch."""

    height: float
    n: int
    thread: str

    def pieces(self, top: float) -> Iterator[Piece]:
        """Yield one dash for each cell."""
        length = TILE / self.n * 0.58
        for x in middles(self.n):
            yield Piece(bar(x - length / 2, top, length, self.height), self.thread)


@dataclass(frozen=True)
class Teeth:
    """Saw teeth, tips up or down."""

    height: float
    n: int
    threads: tuple[str, ...]
    up: bool = True

    def pieces(self, top: float) -> Iterator[Piece]:
        """Yield one triangle for each tooth."""
        half = TILE / self.n / 2
        foot, tip = (top + self.height, top) if self.up else (top, top + self.height)
        for x, thread in _places(self.n, self.threads):
            yield Piece(polygon([(x - half, foot), (x, tip), (x + half, foot)]), thread)


@dataclass(frozen=True)
class Nest:
    """Diamonds within diamonds, with half diamonds in the gaps above and below.

    ``rings`` run inwards in equal steps; ``None`` lets the ground through.
    """

    height: float
    n: int
    rings: tuple[str | None, ...]
    corner: str

    def pieces(self, top: float) -> Iterator[Piece]:
        """Yield the rings of each nest and the corners between nests."""
        middle, half, last = top + self.height / 2, TILE / self.n / 2, len(self.rings) - 1
        for x in middles(self.n):
            for i, thread in enumerate(self.rings):
                outer, inner = 1 - i / (last + 1), 1 - (i + 1) / (last + 1)
                if thread is None:
                    continue
                path = diamond(x, middle, half * outer, self.height / 2 * outer)
                if i < last:
                    path += diamond(x, middle, half * inner, self.height / 2 * inner)
                yield Piece(path, thread, dark=i == last)
        side = self.height / 5
        for x in edges(self.n):
            for y, depth in ((top, side), (top + self.height, -side)):
                yield Piece(polygon([(x - side, y), (x, y + depth), (x + side, y)]), self.corner)


@dataclass(frozen=True)
class Chain:
    """Hollow diamonds tip to tip, a small one in the heart of each."""

    height: float
    n: int
    threads: tuple[str, ...]
    heart: str

    def pieces(self, top: float) -> Iterator[Piece]:
        """Yield a ring and a heart for each link."""
        middle, w, h = top + self.height / 2, TILE / self.n / 2, self.height / 2
        for x, thread in _places(self.n, self.threads):
            ring = diamond(x, middle, w, h) + diamond(x, middle, w * 0.57, h * 0.57)
            yield Piece(ring, thread)
            yield Piece(diamond(x, middle, w * 0.33, h * 0.33), self.heart)


@dataclass(frozen=True)
class Zig:
    """A folded line."""

    height: float
    n: int
    thread: str
    width: float

    def pieces(self, top: float) -> Iterator[Piece]:
        """Yield one ribbon from edge to edge."""
        step = TILE / self.n / 2
        high, low = top, top + self.height - self.width
        upper = [(i * step, high if i % 2 else low) for i in range(-1, 2 * self.n + 2)]
        lower = [(x, y + self.width) for x, y in reversed(upper)]
        yield Piece(polygon(upper + lower), self.thread)


@dataclass(frozen=True)
class Coin:
    """A silver coin: a ring and its boss."""

    height: float
    n: int
    thread: str

    def pieces(self, top: float) -> Iterator[Piece]:
        """Yield one coin for each cell."""
        r, y = self.height / 2, top + self.height / 2
        for x in middles(self.n):
            path = disc(x, y, r) + disc(x, y, r * 0.68) + disc(x, y, r * 0.42)
            yield Piece(path, self.thread)


@dataclass(frozen=True)
class Bead:
    """Round beads in turn of colours."""

    height: float
    n: int
    threads: tuple[str, ...]

    def pieces(self, top: float) -> Iterator[Piece]:
        """Yield one bead for each border of a cell."""
        radius = min(self.height, TILE / self.n) * 0.43
        for x, thread in _places(self.n, self.threads):
            yield Piece(disc(x, top + self.height / 2, radius), thread)


@dataclass(frozen=True)
class Tassel:
    """Hanging threads of four lengths."""

    height: float
    n: int
    threads: tuple[str, ...]

    def pieces(self, top: float) -> Iterator[Piece]:
        """Yield one bar for each thread."""
        width = TILE / self.n * 0.54
        for i, (x, thread) in enumerate(_places(self.n, self.threads)):
            length = self.height * (1, 0.72, 0.88, 0.72)[i % 4]
            yield Piece(bar(x - width / 2, top, width, length), thread)
