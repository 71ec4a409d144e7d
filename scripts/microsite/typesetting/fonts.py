"""Web fonts to fonts that the typesetter reads, and the letters that they have."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fontTools.ttLib import TTFont

from microsite.placing import write_whole

# letters that leave no mark, so that a font may be without them
_UNSEEN = frozenset("\n\r\t\u00ad\u200b\u2060")


@dataclass(frozen=True)
class FontCase:
    """A folder that holds nothing but the fonts of a template.

    ``letters`` are those that every one of them has, ``mark`` changes when the fonts do.
    """

    folder: Path
    letters: frozenset[str]
    mark: str

    def lacking(self, text: str) -> str:
        """Return the letters of ``text`` that some font has not, each once."""
        found = dict.fromkeys(text)
        return "".join(one for one in found if one not in self.letters and one not in _UNSEEN)


def open_fonts(files: Iterable[Path], cache: Path) -> FontCase:
    """Unpack the fonts in ``files`` (WOFF2, TTF or OTF) into a folder of their own in ``cache``.

    Raises ValueError without any file.
    """
    raws = {path.stem: path.read_bytes() for path in sorted(files)}
    if not raws:
        raise ValueError("no fonts")
    mark = hashlib.sha256(b"".join(raws.values())).hexdigest()[:16]
    folder = cache / mark
    letters: set[str] | None = None
    for name, raw in raws.items():
        font = TTFont(io.BytesIO(raw), recalcTimestamp=False)
        mine = {chr(code) for code in font.getBestCmap()}
        letters = mine if letters is None else letters & mine
        path = folder / f"{name}.ttf"
        if not path.is_file():
            _unpack(font, path)
    return FontCase(folder, frozenset(letters or ()), mark)


def _unpack(font: TTFont, path: Path) -> None:
    font.flavor = None
    raw = io.BytesIO()
    font.save(raw)
    # the typesetter reads every font in the folder, so half of one must not lie there
    write_whole(path, raw.getvalue())
