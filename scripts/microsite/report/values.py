"""Cells of a spreadsheet to values of an activity, as offices write them: 1.250,5; quý I/2024."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from microsite.model.activity import CHANNELS, MEASURES
from microsite.model.media import LANGUAGES
from microsite.report.naming import Naming
from microsite.wording.fold import slugify

_NUMBER = re.compile(r"[0-9]+(?:,[0-9]+)?|[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_COUNT = re.compile(r"[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+")
_PERIODS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?:tháng )?(?P<part>0?[1-9]|1[0-2])[/-](?P<year>[0-9]{4})", re.IGNORECASE), "m"),
    (re.compile(r"(?P<year>[0-9]{4})-(?P<part>0[1-9]|1[0-2])"), "m"),
    (re.compile(r"quý (?P<part>I{1,3}|IV|[1-4])[/-](?P<year>[0-9]{4})", re.IGNORECASE), "q"),
    (re.compile(r"(?P<year>[0-9]{4})-Q(?P<part>[1-4])", re.IGNORECASE), "q"),
    (re.compile(r"(?:năm )?(?P<year>[0-9]{4})", re.IGNORECASE), "y"),
)
_SHOWN_UNITS = 10
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}


@dataclass(frozen=True)
class Misread:
    """A cell that means nothing here: the rule by name, and what may stand there."""

    rule: str
    allowed: str = ""


Reader = Callable[[str], "str | Misread"]


def readers(naming: Naming) -> Mapping[str, Reader]:
    """Return, for each column, what turns its cell into the text that our files hold."""
    words = naming.words
    languages = {one: words(f"language.{one}") for one in LANGUAGES}
    bases = {one: naming.basis(one) for one in ("counted", "estimated")}
    return {
        "unit": _unit_reader(naming),
        "channel": _choice({one: naming.channel(one) for one in CHANNELS}),
        "activity": _text,
        "quantity": _number,
        "measure": _choice({one: naming.measure(one) for one in MEASURES}),
        "people": _count,
        "basis": _choice(bases),
        "language": _choice(languages, also=lambda name: name.removeprefix("tiếng ")),
        "period": read_period,
        "evidence": _text,
        "reporter": _text,
    }


def read_period(cell: str) -> str | Misread:
    """Return ``2024-01``, ``2024-Q1`` or ``2024`` for what offices write."""
    for pattern, kind in _PERIODS:
        found = pattern.fullmatch(cell)
        if found is None:
            continue
        year = found["year"]
        if kind == "y":
            return year
        part = found["part"].upper()
        number = _ROMAN.get(part) or int(part)
        return f"{year}-Q{number}" if kind == "q" else f"{year}-{number:02}"
    return Misread("period")


def _text(cell: str) -> str | Misread:
    return cell


def _number(cell: str) -> str | Misread:
    if not _NUMBER.fullmatch(cell):
        return Misread("number")
    return cell.replace(".", "").replace(",", ".")


def _count(cell: str) -> str | Misread:
    return cell.replace(".", "") if _COUNT.fullmatch(cell) else Misread("count")


def _choice(names: Mapping[str, str], also: Callable[[str], str] | None = None) -> Reader:
    known: dict[str, str] = {}
    for code, name in names.items():
        for written in (code, name, *([also(name)] if also else [])):
            known.setdefault(_alike(written), code)

    def read(cell: str) -> str | Misread:
        found = known.get(_alike(cell))
        return Misread("choice", "; ".join(names.values())) if found is None else found

    return read


def _unit_reader(naming: Naming) -> Reader:
    """Return a reader of units by id or by any name they had; two of a name need the id."""
    known: dict[str, set[str]] = defaultdict(set)
    for identifier, unit in naming.site.units.items():
        known[_alike(identifier)].add(identifier)
        for state in unit.states:
            known[_alike(state.name.vi)].add(identifier)

    def read(cell: str) -> str | Misread:
        found = known.get(_alike(cell), set())
        if len(found) == 1:
            return next(iter(found))
        return Misread(
            "units" if found else "unit", ", ".join(sorted(set(_near(found, cell, known))))
        )

    return read


def _near(found: Iterable[str], cell: str, known: Mapping[str, set[str]]) -> Iterable[str]:
    if found:
        return found
    last = _alike(cell).rpartition("-")[2]
    alike = {one for name, ids in known.items() if last and name.endswith(last) for one in ids}
    return alike or sorted(one for ids in known.values() for one in ids)[:_SHOWN_UNITS]


def _alike(text: str) -> str:
    """Return ``text`` without case, marks and signs, so that small slips do not matter."""
    return slugify(text.replace("²", "2"))
