"""The two forms of documents: paper, letters and marks of the State's and of the Party's.

Nghị định 30/2020/NĐ-CP, Phụ lục I (W1–W8) and Hướng dẫn 36-HD/VPTW (P1–P4). Where a rule leaves a
choice, the choice is made here; the checker knows the rules by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from microsite.model.drafting import Authority, FormId

Align = Literal["left", "center", "right", "both"]

SIDES = (210, 297)
"""A4, in millimetres."""

EDGE = 10
"""From the edge of the paper to the number of the page and to its foot, in millimetres."""

STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"


@dataclass(frozen=True)
class Look:
    """How the paragraphs of a role stand; sizes and distances in points, indents in mm."""

    size: float
    bold: bool = False
    italic: bool = False
    underline: bool = False
    align: Align = "center"
    before: float = 0
    after: float = 0
    indent: float = 0
    hanging: float = 0
    line: float = 1
    keeps: bool = False
    """Whether it stays on the page of what follows."""
    is_pale: bool = False
    """Whether it is grey: what leads through a paper and is no part of it."""
    level: int = 0
    """Which heading it is for those who listen; 0 for none."""


@dataclass(frozen=True)
class Paper:
    """Margins in millimetres (top, bottom, left, right), and looks by role."""

    margins: tuple[float, float, float, float]
    looks: Mapping[str, Look]

    @property
    def room(self) -> float:
        """The width of the text, in millimetres."""
        return SIDES[0] - self.margins[2] - self.margins[3]


@dataclass(frozen=True)
class Form(Paper):
    """A form: also the widths of its two columns in millimetres, and its marks."""

    id: FormId
    columns: tuple[float, float]
    number: str
    authority: Mapping[Authority, str]


_BODY = Look(14, align="both", after=6, indent=12.7, line=1.15)
_SHARED = {
    "body": _BODY,
    "point": Look(14, bold=True, align="both", before=6, after=6, indent=12.7, keeps=True, level=3),
    "part": Look(14, bold=True, before=12, keeps=True),
    "part-title": Look(14, bold=True, after=6, keeps=True, level=2),
    "appendix": Look(14, bold=True, keeps=True),
    "appendix-title": Look(14, bold=True, after=6, keeps=True, level=2),
    "source": Look(13, align="left", after=4, hanging=10),
    "note": Look(13, italic=True, after=6),
    "caption": Look(12, italic=True, after=6),
    "picture": Look(12, before=6, keeps=True),
    "draft": Look(13, bold=True, before=4),
    "foot": Look(11, italic=True),
    "cell-head": Look(12, bold=True, before=2, after=2),
    "cell": Look(12, align="left", before=2, after=2),
    "cell-centre": Look(12, before=2, after=2),
    "cell-number": Look(12, align="right", before=2, after=2),
    "rule": Look(2),
    "gap": Look(6),
}

ND30 = Form(
    id="nd30",
    margins=(20, 20, 30, 20),
    columns=(70, 90),
    looks={
        **_SHARED,
        "nation": Look(12, bold=True),
        "motto": Look(13, bold=True),
        "superior": Look(12),
        "issuer": Look(12, bold=True),
        "number": Look(13, before=6),
        "place-date": Look(13, italic=True, before=6),
        "title": Look(14, bold=True, before=12, keeps=True, level=1),
        "subject": Look(14, bold=True, keeps=True),
        "signer": Look(14, bold=True),
        "signer-name": Look(14, bold=True, before=54),
        "recipients-head": Look(12, bold=True, italic=True, align="left"),
        "recipients": Look(11, align="left"),
        "page-number": Look(13),
    },
    number="Số:",
    authority={"own": "", "on-behalf": "TM.", "deputy": "KT.", "by-order": "TL."},
)

HD36 = Form(
    id="hd36",
    margins=(20, 20, 30, 15),
    columns=(75, 90),
    looks={
        **_SHARED,
        "party": Look(15, bold=True),
        "superior": Look(14),
        "issuer": Look(14, bold=True),
        "star": Look(14),
        "number": Look(14),
        "place-date": Look(14, italic=True, before=6),
        "title": Look(16, bold=True, before=12, keeps=True, level=1),
        "subject": Look(15, bold=True, keeps=True),
        "dashes": Look(14, after=6),
        "signer": Look(14, bold=True),
        "signer-name": Look(14, bold=True, before=54),
        "recipients-head": Look(14, underline=True, align="left"),
        "recipients": Look(12, align="left"),
        "page-number": Look(14),
    },
    number="Số",
    authority={"own": "", "on-behalf": "T/M", "deputy": "K/T", "by-order": "T/L"},
)

FORMS_BY_ID: Mapping[FormId, Form] = {"nd30": ND30, "hd36": HD36}
