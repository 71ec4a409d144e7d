"""How close the letters of the display font stand: the distances of its source, told by classes."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from fontTools.ttLib import TTFont

_ASCII = frozenset(chr(code) for code in range(0x20, 0x7F)) - set("$@[\\]^_`{|}~")
_MORE = frozenset("\u00a0«°²³·»×–—‘’“”…−ĐđƠơƯư") | frozenset(
    "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĨĩŨũ"
)
_TONED = frozenset(chr(code) for code in range(0x1EA0, 0x1EFA))
LETTERS = _ASCII | _MORE | _TONED
_HORN = "\u031b"
_LEAST, _STEP = 15, 5  # distances below the first are left out, others are multiples of the second
_PAIRS = 2  # the kind of table that has them


def distances(font: TTFont) -> dict[tuple[str, str], int]:
    """Return how much closer two letters stand, for all pairs that differ in what matters."""
    tables = [
        getattr(table, "ExtSubTable", table)
        for lookup in font["GPOS"].table.LookupList.Lookup
        for table in lookup.SubTable
        if getattr(table, "ExtSubTable", table).LookupType == _PAIRS
    ]
    names = {chr(code): name for code, name in font.getBestCmap().items() if chr(code) in LETTERS}
    found = {}
    for first in _GROUPS:
        for second in _GROUPS:
            distance = _distance(tables, names[first], names[second])
            if abs(distance) >= _LEAST:
                found[first, second] = round(distance / _STEP) * _STEP
    return found


def _distance(tables: Iterable[Any], first: str, second: str) -> int:
    for table in tables:
        if first not in table.Coverage.glyphs:
            continue
        if table.Format == 1:
            pairs = table.PairSet[table.Coverage.glyphs.index(first)].PairValueRecord
            hits = [pair.Value1 for pair in pairs if pair.SecondGlyph == second]
            if not hits:
                continue
            value = hits[0]
        else:
            row = table.Class1Record[table.ClassDef1.classDefs.get(first, 0)]
            value = row.Class2Record[table.ClassDef2.classDefs.get(second, 0)].Value1
        return int(getattr(value, "XAdvance", 0))
    return 0


def kerning(font: TTFont, pairs: Mapping[tuple[str, str], int]) -> str:
    """Return the feature file: letters that keep equal distances are one class."""
    names = {chr(code): name for code, name in font.getBestCmap().items()}
    lefts = _alike({one: tuple(pairs.get((one, other), 0) for other in _GROUPS) for one in _GROUPS})
    rights = _alike(
        {one: tuple(pairs.get((other, one), 0) for other in _GROUPS) for one in _GROUPS}
    )
    lines = ["languagesystem DFLT dflt;", "languagesystem latn dflt;", "feature kern {"]
    for left in lefts:
        for right in rights:
            if distance := pairs.get((left[0], right[0])):
                lines.append(f"pos {_class(left, names)} {_class(right, names)} {distance};")
    return "\n".join([*lines, "} kern;"])


def _alike(rows: Mapping[str, tuple[int, ...]]) -> list[list[str]]:
    found: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for letter, row in rows.items():
        found[row].append(letter)
    return list(found.values())


def _class(groups: Iterable[str], names: Mapping[str, str]) -> str:
    letters = (letter for group in groups for letter in _GROUPS[group])
    return f"[{' '.join(names[letter] for letter in letters)}]"


def _grouped() -> dict[str, list[str]]:
    """Return the letters by what they are without accents; a horn is no accent, it takes room."""
    found: dict[str, list[str]] = defaultdict(list)
    for letter in sorted(LETTERS):
        parts = unicodedata.normalize("NFD", letter)
        plain = parts[0] + (_HORN if _HORN in parts else "")
        # a wide accent on a narrow letter takes room too
        found[letter if letter in "ìíĩỉ" else unicodedata.normalize("NFC", plain)].append(letter)
    return dict(found)


_GROUPS = _grouped()
