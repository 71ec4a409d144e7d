"""A composed paper to PDF, for offices that only print and read."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from microsite.documents.composing import Composed
from microsite.documents.draft import Grid, Picture
from microsite.documents.forms import EDGE
from microsite.documents.lines import Element, Frame, Line, Rule
from microsite.typesetting import Press, open_fonts
from microsite.wording.catalog import load_words

_TEMPLATE = "print/office.typ"
_FONTS = "print/fonts/office"


def office_press(theme: Path, cache: Path) -> Press:
    """Return the press of papers, with letters as wide as those of Times New Roman (W2).

    ``theme`` has template and fonts, ``cache`` keeps the unpacked fonts.
    """
    fonts = open_fonts((theme / _FONTS).glob("*.woff2"), cache / "fonts")
    return Press(theme / _TEMPLATE, fonts)


def set_composed(composed: Composed, press: Press) -> bytes:
    """Return a composed paper as PDF that can be read aloud (PDF/UA-1); its properties say that
    the face is another one than the Word document names. Equal papers give equal bytes.

    Raises TypesetError, for a letter that the fonts have not.
    """
    return press.pdf(_data(composed), pages=None, standard="ua-1")


def _data(composed: Composed) -> dict[str, object]:
    paper = composed.paper
    return {
        "title": composed.title,
        "author": composed.author,
        "made": load_words("vi")("document.face"),
        "margins": list(paper.margins),
        "edge": EDGE,
        "looks": {role: asdict(look) for role, look in paper.looks.items()},
        "foot": composed.foot,
        "sections": [list(map(_element, elements)) for elements in composed.sections],
    }


def _element(element: Element) -> dict[str, object]:
    match element:
        case Line():
            return {"kind": "line"} | asdict(element)
        case Rule():
            return {"kind": "rule"} | asdict(element)
        case Frame():
            rows = [[list(map(_element, cell)) for cell in row] for row in element.rows]
            return {"kind": "frame", "columns": list(element.columns), "rows": rows}
        case Grid():
            return {"kind": "grid"} | asdict(element)
        case Picture():
            return {"kind": "picture", "png": list(element.png), "alt": element.alt}
