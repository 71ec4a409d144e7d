"""Makes the fonts of documents that are set here: Liberation Serif, fewer letters, another name.

    python scripts/office_serif.py /usr/share/fonts/truetype/liberation2

Its letters are as wide as those of Times New Roman, which the rules ask for and nobody may pass on
(W2). Its licence keeps the name Liberation for the whole font, so the part is called Office Serif.
Equal fonts give equal bytes. Made of 2.1.5, from Debian's fonts-liberation2 2.1.5-1.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

NAME = "Office Serif"
STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
HERE = Path(__file__).resolve().parent.parent / "overrides" / "print" / "fonts" / "office"
_FAMILY, _STYLE, _UNIQUE, _FULL, _POSTSCRIPT = 1, 2, 3, 4, 6
_COPYRIGHT, _VERSION, _LICENCE, _LICENCE_PAGE = 0, 5, 13, 14
_RANGES = (
    *((0x20, 0x7E), (0xA0, 0x17F), (0x1A0, 0x1A1), (0x1AF, 0x1B0), (0x1EA0, 0x1EF9)),
    *((0x2010, 0x2015), (0x2018, 0x201E), (0x2020, 0x2022), (0x2026, 0x2026), (0x2030, 0x2030)),
    *((0x2032, 0x2033), (0x2039, 0x203A), (0x20AB, 0x20AC), (0x2190, 0x2193), (0x2212, 0x2212)),
    *((0x2248, 0x2248), (0x2260, 0x2260), (0x2264, 0x2265)),
)


def main(folder: Path) -> None:
    """Write the four styles as WOFF2."""
    HERE.mkdir(parents=True, exist_ok=True)
    for style in STYLES:
        font = TTFont(folder / f"LiberationSerif-{style}.ttf", recalcTimestamp=False)
        _keep_letters(font)
        _rename(font, style)
        font.flavor = "woff2"
        font.save(HERE / f"office-serif-{style.lower()}.woff2")


def _keep_letters(font: TTFont) -> None:
    options = Options()
    options.layout_features = ["kern", "mark", "ccmp", "locl"]
    options.hinting = False
    options.name_IDs = [_COPYRIGHT, _FAMILY, _STYLE, _UNIQUE, _FULL, _VERSION, _POSTSCRIPT]
    options.name_IDs += [_LICENCE, _LICENCE_PAGE]
    subsetter = Subsetter(options)
    subsetter.populate(
        unicodes=[code for first, last in _RANGES for code in range(first, last + 1)]
    )
    subsetter.subset(font)


def _rename(font: TTFont, style: str) -> None:
    shown = style.replace("BoldItalic", "Bold Italic")
    said = {
        _FAMILY: NAME,
        _UNIQUE: f"{NAME} {shown}",
        _FULL: f"{NAME} {shown}",
        _POSTSCRIPT: f"{NAME.replace(' ', '')}-{style}",
    }
    for name in font["name"].names:
        if name.nameID in said:
            name.string = said[name.nameID]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
