"""The rows whose cells hold a figure: cross, star, butterfly clasp, chữ đinh."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from microsite.identity.rows import Piece, edges, middles
from microsite.identity.svg import Point, diamond, polygon

# right half of the clasp on a height of 9, centre 0 0; the left half is its mirror
_UPPER_WING: tuple[Point, ...] = ((0.5, -0.5), (1.7, -3.8), (3.7, -4.3), (4.1, -1.5), (1.4, 0.1))
_LOWER_WING: tuple[Point, ...] = (
    (0.4, 0.6), (2, 0.8), (3.3, 1.5), (3.1, 3.7), (1.5, 4.4), (0.4, 1.5),
)  # fmt: skip
_CLASP_HEIGHT = 9


@dataclass(frozen=True)
class Cross:
    """Counted crosses."""

    height: float
    n: int
    thread: str
    arm: float

    def pieces(self, top: float) -> Iterator[Piece]:
        """Yield one cross for each cell."""
        a, r = self.arm / 2, self.height / 2
        corner = ((-a, -r), (a, -r), (a, -a), (r, -a), (r, a), (a, a))
        outline = corner + tuple((-x, -y) for x, y in corner)
        for x in middles(self.n):
            yield Piece(_moved(outline, x, top + r), self.thread)


@dataclass(frozen=True)
class Star:
    """An eight-point star: four bright petals, four in shade, a heart."""

    height: float
    n: int
    thread: str
    shade: str
    heart: str

    def pieces(self, top: float) -> Iterator[Piece]:
        """Yield the petals and the heart of each star."""
        r = self.height / 2
        wide, far, tip = r * 0.2, r * 0.47, r * 0.7
        petal: tuple[Point, ...] = ((0, 0), (wide, -far), (0, -r), (-wide, -far))
        kite: tuple[Point, ...] = ((0, 0), (wide, -far), (tip, -tip), (far, -wide))
        for x in middles(self.n):
            for turn in range(4):
                yield Piece(_moved(_turned(petal, turn), x, top + r), self.thread)
                yield Piece(_moved(_turned(kite, turn), x, top + r), self.shade)
            yield Piece(diamond(x, top + r, wide, wide), self.heart, dark=True)


@dataclass(frozen=True)
class Moth:
    """A silver butterfly clasp in each cell and a small diamond between two."""

    height: float
    n: int
    thread: str

    def pieces(self, top: float) -> Iterator[Piece]:
        """Yield wings, body and the diamonds between."""
        k, y = self.height / _CLASP_HEIGHT, top + self.height / 2
        for x in middles(self.n):
            path = diamond(x, y, 0.42 * k, 4.3 * k)
            for side in (k, -k):
                for wing in (_UPPER_WING, _LOWER_WING):
                    path += polygon((x + px * side, y + py * k) for px, py in wing)
                path += diamond(x + 2.5 * side, y - 2.4 * k, 0.75 * k, 0.95 * k)
                path += diamond(x + 2.05 * side, y + 2.5 * k, 0.68 * k, 0.85 * k)
            yield Piece(path, self.thread)
        for x in edges(self.n):
            yield Piece(diamond(x, y, 0.75 * k, 1.15 * k), self.thread)


@dataclass(frozen=True)
class Hook:
    """The sign chữ đinh, standing and hanging in turn."""

    height: float
    n: int
    thread: str

    def pieces(self, top: float) -> Iterator[Piece]:
        """Yield one sign for each border of a cell."""
        size, thick = self.height * 0.82, self.height * 0.14
        head, foot, stem = size * 0.48, size * 0.25, thick * 0.6
        sign: tuple[Point, ...] = (
            (-head, 0), (head, 0), (head, thick), (stem, thick), (stem, size - thick),
            (foot, size - thick), (foot, size), (-foot, size), (-foot, size - thick),
            (-stem, size - thick), (-stem, thick), (-head, thick),
        )  # fmt: skip
        for i, x in enumerate(edges(self.n)):
            hanging = i % 2
            y = top + self.height if hanging else top
            yield Piece(
                polygon((x + px, y - py if hanging else y + py) for px, py in sign), self.thread
            )


def _turned(points: tuple[Point, ...], quarters: int) -> tuple[Point, ...]:
    for _ in range(quarters):
        points = tuple((-y, x) for x, y in points)
    return points


def _moved(points: tuple[Point, ...], x: float, y: float) -> str:
    return polygon((px + x, py + y) for px, py in points)
