"""The sizes of what hangs in streets and on walls, and how large letters must be on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from microsite.model.campaign import Campaign, Margins

Family = Literal["phuon", "bang-ron", "pano", "ap-phich"]

# where a printer has room for marks and one line about the file, in millimetres of the file
MARKS_MM = 9.0
# letters are as high as a two hundredth of the distance from which they are read (O8 of the
# project's requirements; sign makers' tables give 1/200 to 1/300)
_READABLE = 200
_CAP_HEIGHT = 0.74  # of Be Vietnam Pro, its OS/2 table
_POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True)
class Sheet:
    """A size in centimetres, its scale in the file (10: 1:10), how far away its readers stand (m).

    ``most_words`` is what passers-by take in: 9 on a tall banner, 16 on a wide one (O8).
    """

    family: Family
    width: float
    height: float
    scale: int
    distance: int
    most_words: int

    @property
    def name(self) -> str:
        """How files and people call the size."""
        wide, high = (f"{side:g}".replace(".", ",") for side in (self.width, self.height))
        return f"{wide}x{high}"

    @property
    def area(self) -> float:
        """Square metres of the finished thing, as offices report it."""
        return self.width * self.height / 10_000

    @property
    def sides_mm(self) -> tuple[float, float]:
        """Width and height in the file, in millimetres, after cutting."""
        return self.width * 10 / self.scale, self.height * 10 / self.scale

    @property
    def least_letter_mm(self) -> float:
        """The least height of a capital in the file, in millimetres."""
        return self.distance * 1000 / _READABLE / self.scale

    @property
    def least_size(self) -> float:
        """The least font size in the file, in points."""
        return self.least_letter_mm / _CAP_HEIGHT * _POINTS_PER_MM

    def margins_mm(self, margins: Margins) -> tuple[float, float]:
        """Return bleed and safe area in the file."""
        return margins.bleed / self.scale, margins.safe / self.scale


_TALL = tuple(
    Sheet("phuon", width, height, 10, distance, 9)
    for width, height, distance in ((60, 200, 12), (80, 250, 16), (100, 300, 20))
)
_WIDE = tuple(
    Sheet("bang-ron", width, height, 10, distance, 16)
    for width, height, distance in ((300, 100, 20), (400, 100, 20), (500, 150, 30), (600, 150, 30))
)
_POSTERS = tuple(
    Sheet("ap-phich", width, height, 1, distance, 30)
    for width, height, distance in ((29.7, 42, 2), (42, 59.4, 3), (60, 80, 4))
)
# a panel is read like a wide banner, by people who pass
_PANEL_SCALE, _PANEL_WORDS = 10, 16
SHEETS = (*_TALL, *_WIDE, *_POSTERS)
"""The usual sizes: banners at a tenth (no PDF page is longer than 5.08 m), posters as they are."""


def sheets_of(campaign: Campaign) -> tuple[Sheet, ...]:
    """Return every size, and the panels of the campaign at a tenth."""
    panels = (
        Sheet("pano", one.width * 100, one.height * 100, _PANEL_SCALE, one.distance, _PANEL_WORDS)
        for one in campaign.panels
    )
    return (*SHEETS, *panels)
