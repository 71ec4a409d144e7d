"""Letters: NFC (TCVN 6909:2001), no old encodings, nothing invisible, no placeholders."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from microsite.load.faults import UNREADABLE, code_point, unreadable_code
from microsite.problems import Problem, Where

# soft hyphen, zero-width letters, marks of direction, byte order mark
_BOM = "\ufeff"
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# letters that TCVN3 fonts showed as Vietnamese: they stand inside words only in unconverted text
_TCVN3_LETTERS = "µ¸¶·¹¨»¾¼½Æ©®¬\u00ab"
_TCVN3 = re.compile(rf"(?<=[A-Za-zÀ-ỹ])[{_TCVN3_LETTERS}](?=[A-Za-zÀ-ỹ\s.,;])")
# vowel followed by the letter that a VNI font drew as its mark
_VNI_LETTERS = "øïûØÏ"
_VNI = re.compile(rf"[aeiouyAEIOUY][{_VNI_LETTERS}](?=\w|\b)|ñ[aăâeêioôơuưöô][äáàåãëéèûøùõïüúâê]")
_WAITING = ("đang cập nhật", "đang bổ sung", "coming soon", "lorem ipsum", "9999-12-31")
_SIGNS, _HOSTS = ("todo", "tbd", "fixme"), ("example.org", "example.com")
_PLACEHOLDER = re.compile(
    rf"{'|'.join(map(re.escape, (*_WAITING, *_HOSTS)))}|\b(?:{'|'.join(_SIGNS)})\b", re.IGNORECASE
)
_FORBIDDEN_NAME = re.compile(r"H['’]\s?[Mm]ông|(?:[Nn]gười|[Dd]ân tộc|[Đđ]ồng bào|[Bb]ản) Mèo\b")
# titles of sources stay as they were published
_SOURCES = "data/sources"


@lru_cache(maxsize=512)  # who checks on every save has changed one file of some hundreds
def check_file(file: str, text: str) -> tuple[Problem, ...]:
    """Look at every line of a file; a rule speaks once a line."""
    return tuple(_problems(file, text))


def _problems(file: str, text: str) -> Iterator[Problem]:
    yield from _apart(file, text)
    if text.startswith(_BOM):
        yield Problem(Where(file, 1, 1, length=1), "byte-order-mark")
    rules = [*_rules_for(file, text)]
    for number, line in enumerate(text.removeprefix(_BOM).split("\n") if rules else (), 1):
        for pattern, code in rules:
            if found := pattern.search(line):
                yield _at(file, number, found, *_told(code, found.group()))


def _rules_for(file: str, text: str) -> Iterator[tuple[re.Pattern[str], str]]:
    """Yield the rules that some line of ``text`` may break: whole texts are quickly asked."""
    letters = "".join(set(text.removeprefix(_BOM)))
    if _INVISIBLE.search(letters):
        yield _INVISIBLE, "invisible"
    if UNREADABLE.search(letters):
        yield UNREADABLE, "control-character"
    if not _TCVN3_SET.isdisjoint(letters):
        yield _TCVN3, "tcvn3"
    if not _VNI_SET.isdisjoint(letters):
        yield _VNI, "vni"
    lower = text.lower()
    if any(said in lower for said in (*_WAITING, *_SIGNS, *_HOSTS)):
        yield _PLACEHOLDER, "placeholder"
    if not file.startswith(_SOURCES) and _FORBIDDEN_NAME.search(text):
        yield _FORBIDDEN_NAME, "ethnonym"


_TCVN3_SET, _VNI_SET = frozenset(_TCVN3_LETTERS), frozenset(f"{_VNI_LETTERS}ñ")


def _told(code: str, got: str) -> tuple[str, str]:
    """Return the rule that ``got`` breaks, and how it is named where it cannot be seen."""
    if code == "invisible":
        return code, code_point(got)
    return (unreadable_code(got) if code == "control-character" else code), got


def _at(file: str, number: int, found: re.Match[str], code: str, got: str) -> Problem:
    where = Where(file, number, found.start() + 1, length=len(found.group()))
    return Problem(where, code, got if got.isprintable() else code_point(got))


def _apart(file: str, text: str) -> Iterator[Problem]:
    """Report letters whose marks stand apart: once a file, since a Mac writes whole files so."""
    if unicodedata.is_normalized("NFC", text):
        return
    lines = [
        (number, line)
        for number, line in enumerate(text.split("\n"), 1)
        if not unicodedata.is_normalized("NFC", line)
    ]
    if lines:
        yield _not_nfc(file, *lines[0], len(lines))


def _not_nfc(file: str, number: int, line: str, count: int) -> Problem:
    normal = unicodedata.normalize("NFC", line)
    column = next((i for i, (a, b) in enumerate(zip(line, normal, strict=False)) if a != b), 0)
    before = line[:column].rsplit(" ", maxsplit=1)[-1]
    word = before + line[column:].split(" ", maxsplit=1)[0]
    where = Where(file, number, column - len(before) + 1, length=len(word))
    return Problem(where, "not-nfc", word, {"count": str(count)})
