"""Numbers of documents in words: 22/2003/QH11, 52/NQ-CP, 878-QĐNS/TW."""

from __future__ import annotations

import re
from collections.abc import Mapping

from microsite.speech.integers import spell_integer

_PART = r"[A-ZĐ]+[a-z]{0,3}\d{0,2}"
_NUMBER = re.compile(
    rf"(?P<said>\b[Ss]ố )?(?<![\w/.,])(?P<number>\d{{1,5}})(?:/(?P<year>\d{{4}}))?"
    rf"[/-](?P<code>{_PART}(?:[-/]{_PART})*)(?![\w/])"
)
_BODY = re.compile(r"(?P<letters>\D+)(?P<term>\d*)")


def spell_documents(text: str, abbreviations: Mapping[str, str]) -> str:
    """Return ``text`` with the numbers of documents in words.

    “Nghị quyết số 22/2003/QH11” is “Nghị quyết số hai mươi hai năm hai nghìn không trăm linh ba của
    Quốc hội khóa mười một”. Where no kind stands before the number, the letters say it: 52/NQ-CP is
    “nghị quyết số năm mươi hai của Chính phủ”. Letters that ``abbreviations`` lacks stay.
    """
    return _NUMBER.sub(lambda found: _document(found, abbreviations), text)


def _document(found: re.Match[str], abbreviations: Mapping[str, str]) -> str:
    parts = [_part(part, abbreviations) for part in re.split("[-/]", found["code"])]
    if not all(parts):
        return found.group()
    before = found.string[: found.start()].rstrip()
    words = [f"số {spell_integer(int(found['number']))}"]
    if found["year"]:
        words.append(f"năm {spell_integer(int(found['year']))}")
    if len(parts) > 1 or _is_said(parts[0], before):
        kind, bodies = parts[0], parts[1:]
        if not _is_said(kind, before):
            words.insert(0, kind)
    else:
        bodies = parts
    return " ".join([*words, *(f"của {body}" for body in reversed(bodies))])


def _part(part: str, abbreviations: Mapping[str, str]) -> str:
    """Return what the letters mean; digits behind them are a term: QH11."""
    if part in abbreviations:
        return abbreviations[part]
    found = _BODY.fullmatch(part)
    meaning = abbreviations.get(found["letters"], "") if found else ""
    if found and meaning and found["term"]:
        return f"{meaning} khóa {spell_integer(int(found['term']))}"
    return meaning


def _is_said(kind: str, before: str) -> bool:
    """Whether the words before the number name its kind, whole or by their first two words."""
    short = " ".join(kind.lower().split()[:2])
    return before.lower().endswith((kind.lower(), short))
