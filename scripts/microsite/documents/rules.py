"""What the rules allow, as ranges: sizes in points, distances in twips (a twentieth of a point).

W1–W8: Nghị định 30/2020/NĐ-CP, Phụ lục I. P1–P3: Hướng dẫn 36-HD/VPTW.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from microsite.model.drafting import FormId

FONT = "Times New Roman"
BLACK = ("000000", "auto")
# a Word file counts paper in twips and rounds to whole ones
PAPER = {"w": range(11904, 11909), "h": range(16836, 16841)}
MARGINS: Mapping[FormId, Mapping[str, range]] = {
    "nd30": {
        "top": range(1133, 1419),  # 20 to 25 mm
        "bottom": range(1133, 1419),
        "left": range(1700, 1986),  # 30 to 35 mm
        "right": range(850, 1136),  # 15 to 20 mm
    },
    "hd36": {
        "top": range(1133, 1136),  # 20 mm
        "bottom": range(1133, 1136),
        "left": range(1700, 1703),  # 30 mm
        "right": range(850, 852),  # 15 mm
    },
}


@dataclass(frozen=True)
class Allowed:
    """What letters of a role may be; None where the rule says nothing."""

    least: float
    most: float
    bold: bool | None = None
    italic: bool | None = None
    capitals: bool = False
    align: str | None = None


LETTERS: Mapping[FormId, Mapping[str, Allowed]] = {
    "nd30": {
        "nation": Allowed(12, 13, bold=True, italic=False, capitals=True, align="center"),
        "motto": Allowed(13, 14, bold=True, italic=False, align="center"),
        "superior": Allowed(12, 13, bold=False, italic=False, capitals=True, align="center"),
        "issuer": Allowed(12, 13, bold=True, italic=False, capitals=True, align="center"),
        "number": Allowed(13, 13, bold=False, italic=False, align="center"),
        "place-date": Allowed(13, 14, bold=False, italic=True, align="center"),
        "title": Allowed(13, 14, bold=True, italic=False, capitals=True, align="center"),
        "subject": Allowed(13, 14, bold=True, italic=False, align="center"),
        "body": Allowed(13, 14),
        "point": Allowed(13, 14),
        "signer": Allowed(13, 14, bold=True, italic=False, capitals=True, align="center"),
        "signer-name": Allowed(13, 14, bold=True, italic=False, align="center"),
        "recipients-head": Allowed(12, 12, bold=True, italic=True),
        "recipients": Allowed(11, 11, bold=False, italic=False),
    },
    "hd36": {
        "party": Allowed(15, 15, bold=True, italic=False, capitals=True, align="center"),
        "superior": Allowed(14, 14, bold=False, capitals=True, align="center"),
        "issuer": Allowed(14, 14, bold=True, capitals=True, align="center"),
        "star": Allowed(14, 14, align="center"),
        "number": Allowed(14, 14, align="center"),
        "place-date": Allowed(14, 14, bold=False, italic=True, align="center"),
        "title": Allowed(15, 16, bold=True, capitals=True, align="center"),
        "subject": Allowed(14, 15, bold=True, align="center"),
        "body": Allowed(14, 15),
        "point": Allowed(14, 15),
        "part": Allowed(14, 15, bold=True, align="center"),
        "part-title": Allowed(14, 15, bold=True, align="center"),
    },
}
HEADINGS = Allowed(13, 14, bold=True, align="center")
INDENTS = (range(566, 569), range(719, 722))  # 1 cm or 1,27 cm
LEAST_GAP = 120  # 6 points
LINES = range(240, 361)  # single to one and a half
PAGE_NUMBER = (13, 14)
# where a role stands: the first table is the letterhead, the last one before appendices the
# place to sign; row and column count from 0
PLACES: Mapping[FormId, Mapping[str, str]] = {
    "nd30": {
        "nation": "0/0/1",
        "motto": "0/0/1",
        "superior": "0/0/0",
        "issuer": "0/0/0",
        "number": "0/1/0",
        "draft": "0/1/0",
        "place-date": "0/1/1",
        "title": "body",
        "subject": "body",
        "body": "body",
    },
    "hd36": {
        "party": "0/0/1",
        "superior": "0/0/0",
        "issuer": "0/0/0",
        "star": "0/0/0",
        "number": "0/1/0",
        "draft": "0/1/0",
        "place-date": "0/1/1",
        "title": "body",
        "subject": "body",
        "body": "body",
    },
}
