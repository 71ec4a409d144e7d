"""A Word file to the rules that it breaks, read from its XML: W1–W9 or P1–P5, W10 being this."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from microsite.documents import rules
from microsite.documents.forms import PARTY, STATE
from microsite.documents.measures import rule_faults
from microsite.documents.reading import Line, Paper, Read, read_document, w
from microsite.model.drafting import FormId
from microsite.speech.roman import ROMAN

_DAY = re.compile(
    r"[^,]+, ngày (?:0[1-9]|[12][0-9]|3[01]) tháng (?:0[12]|[3-9]|1[0-2]) năm [0-9]{4}"
)
_PART = re.compile(rf"(?:Phần|Chương) {ROMAN}|Mục [1-9][0-9]*|Phụ lục(?: {ROMAN})?")
_DRAWN = ("drawing", "pict", "object")
_MARKS: Mapping[FormId, re.Pattern[str]] = {
    "nd30": re.compile(r"(?:T/M|K/T|T/L)\b"),
    "hd36": re.compile(r"(?:TM|KT|TL)\."),
}


@dataclass(frozen=True)
class Fault:
    """A broken rule by its number, and what stands there instead."""

    rule: str
    got: str


Check = Callable[[Read, FormId], Iterator[str]]


def check_document(raw: bytes, form: FormId) -> tuple[Fault, ...]:
    """Return what is wrong with the document ``raw`` as one of ``form``.

    Raises KeyError, zipfile.BadZipFile or ParseError when it is no Word document.
    """
    document = read_document(raw)
    return tuple(
        Fault(name, got)
        for name, applies, check in _CHECKS
        if form in applies
        for got in check(document, form)
    )


def _paper(document: Read, form: FormId) -> Iterator[str]:
    """W1, P3: A4 upright, and the margins."""
    for number, paper in enumerate(document.papers, 1):
        for name, allowed in rules.PAPER.items():
            if _twips(paper.size, name) not in allowed:
                yield f"section {number}: {name} {paper.size.get(name)}"
        if paper.size.get("orient") == "landscape":
            yield f"section {number}: landscape"
        for name, allowed in rules.MARGINS[form].items():
            if _twips(paper.margins, name) not in allowed:
                yield f"section {number}: {name} {paper.margins.get(name)}"


def _font(document: Read, _: FormId) -> Iterator[str]:
    """W2: Times New Roman, black, composed Unicode."""
    headers = (line for paper in document.papers for line in (*paper.header, *paper.first_header))
    for line in (*document.lines, *headers):
        for run in line.runs:
            if run.font != rules.FONT or run.colour not in rules.BLACK:
                yield f"{run.font} {run.colour}: {run.text}"
        if not unicodedata.is_normalized("NFC", line.text):
            yield line.text


def _numbers(document: Read, _: FormId) -> Iterator[str]:
    """W3: numbers from 1 in the middle of the top margin, none on the first page."""
    for index, paper in enumerate(document.papers, 1):
        if not paper.has_field or paper.numbers.get("start") != "1":
            yield f"section {index}: no number from 1"
        if paper.numbers.get("fmt", "decimal") != "decimal":
            yield f"section {index}: {paper.numbers.get('fmt')}"
        if not paper.hides_first or paper.first_field:
            yield f"section {index}: numbered first page"
        yield from _number_letters(paper, index)


def _number_letters(paper: Paper, index: int) -> Iterator[str]:
    least, most = rules.PAGE_NUMBER
    for line in paper.header:
        if line.align != "center":
            yield f"section {index}: {line.align}"
        for run in line.runs:
            if not least <= run.size <= most or run.italic:
                yield f"section {index}: {run.size:g} pt"


def _letters(document: Read, form: FormId) -> Iterator[str]:
    """W4, P2: the letters of every role, and the rules under them."""
    for line in document.lines:
        allowed = rules.LETTERS[form].get(line.role)
        if allowed is not None:
            yield from _against(line, allowed)
    yield from rule_faults(document, form)


def _against(line: Line, allowed: rules.Allowed) -> Iterator[str]:
    for run in line.runs:
        is_plain = allowed.bold in (None, run.bold) and allowed.italic in (None, run.italic)
        if not allowed.least <= run.size <= allowed.most or not is_plain:
            yield f"{line.role}: {run.size:g} pt {'bold ' * run.bold}{'italic ' * run.italic}"
    if allowed.capitals and line.text != line.text.upper():
        yield f"{line.role}: {line.text}"
    if allowed.align not in (None, line.align):
        yield f"{line.role}: {line.align}"


def _running(document: Read, _: FormId) -> Iterator[str]:
    """W5: justified, first line set in, six points apart, single to one and a half."""
    for line in document.lines:
        if line.role not in ("body", "point"):
            continue
        gap = max(_twips(line.spacing, "before"), _twips(line.spacing, "after"))
        is_even = line.spacing.get("lineRule", "auto") == "auto"
        if line.align != "both":
            yield f"{line.align}: {line.text}"
        if not any(_twips(line.indent, "firstLine") in one for one in rules.INDENTS):
            yield f"firstLine {line.indent.get('firstLine')}: {line.text}"
        if gap < rules.LEAST_GAP:
            yield f"gap {gap}: {line.text}"
        if not is_even or _twips(line.spacing, "line", 240) not in rules.LINES:
            yield f"line {line.spacing.get('line')}: {line.text}"


def _places(document: Read, form: FormId) -> Iterator[str]:
    """W6: every part of the frame in its cell."""
    wanted = rules.PLACES[form]
    for role, place in wanted.items():
        found = {line.place for line in document.lines if line.role == role}
        if place not in found or (place != "body" and found != {place}):
            yield f"{role}: {', '.join(sorted(found)) or 'missing'}"
    for role, column in (("recipients-head", "0"), ("signer", "1")):
        if not any(line.role == role for line in document.lines):
            yield f"{role}: missing"
        for line in document.lines:
            if line.role == role and (line.place == "body" or line.place[-1] != column):
                yield f"{role}: {line.place}"


def _day(document: Read, _: FormId) -> Iterator[str]:
    """W7: two digits for days under 10 and months under 3."""
    for line in document.lines:
        if line.role == "place-date" and not _DAY.fullmatch(line.text):
            yield line.text


def _headings(document: Read, form: FormId) -> Iterator[str]:
    """W8: “Phần” and “Chương” with a Roman numeral, “Mục” with an Arabic one, alone on a line."""
    allowed = rules.LETTERS[form].get("part", rules.HEADINGS)
    for line in document.lines:
        if line.role in ("part", "appendix") and not _PART.fullmatch(line.text):
            yield line.text
        if line.role in ("part", "part-title", "appendix", "appendix-title"):
            yield from _against(line, allowed)


def _draft(document: Read, _: FormId) -> Iterator[str]:
    """W9: a draft and marked as one: no number, seal or signature; a frame without lines."""
    if not any(line.role == "draft" and line.text == "DỰ THẢO" for line in document.lines):
        yield "no DỰ THẢO"
    for line in document.lines:
        if line.role == "number" and line.text.strip() not in ("Số:", "Số"):
            yield line.text
        if line.role == "rule" and line.border != "single":
            yield "rule without border"
    frames = [one for one in document.tables if _is_frame(one)]
    for table in frames:
        if any(next(table.iter(w(name)), None) is not None for name in _DRAWN):
            yield "a drawing in the frame"
        style = table.find(f"{w('tblPr')}/{w('tblStyle')}")
        is_lined = style is not None and "Grid" in style.get(w("val"), "")
        if is_lined or table.find(f"{w('tblPr')}/{w('tblBorders')}") is not None:
            yield "a frame with lines"
    if len(frames) != 2:  # noqa: PLR2004  letterhead, place to sign
        yield f"{len(frames)} frames"


def _is_frame(table: Element) -> bool:
    roles = {one.get(w("val"), "") for one in table.iter(w("pStyle"))}
    return bool(roles & {"ms-number", "ms-signer", "ms-issuer"})


def _party_head(document: Read, _: FormId) -> Iterator[str]:
    """P1: the Party's heading over the day, a star under the issuing body."""
    said = [line.text for line in document.lines if line.role == "party"]
    if said != [PARTY]:
        yield f"heading: {said}"
    stars = [line.text for line in document.lines if line.role == "star"]
    if stars != ["*"]:
        yield f"star: {stars}"


def _authority(document: Read, form: FormId) -> Iterator[str]:
    """P4: T/M, K/T, T/L in documents of the Party; TM., KT., TL. in those of the State."""
    for line in document.lines:
        if line.role == "signer" and _MARKS[form].match(line.text):
            yield line.text


def _mixture(document: Read, form: FormId) -> Iterator[str]:
    """P5: nothing of the other form."""
    foreign: tuple[str, ...] = STATE if form == "hd36" else (PARTY,)
    roles = ("nation", "motto") if form == "hd36" else ("party", "star", "dashes")
    for line in document.lines:
        if line.role in roles or any(text in line.text for text in foreign):
            yield line.text or line.role


def _twips(properties: Mapping[str, str], name: str, default: int = 0) -> int:
    value = properties.get(name, "")
    return int(value) if value.lstrip("-").isdecimal() else default


_STATE, _PARTY, _BOTH = ("nd30",), ("hd36",), ("nd30", "hd36")
_CHECKS: tuple[tuple[str, tuple[str, ...], Check], ...] = (
    ("W1", _STATE, _paper),
    ("W2", _BOTH, _font),
    ("W3", _BOTH, _numbers),
    ("W4", _STATE, _letters),
    ("W5", _BOTH, _running),
    ("W6", _BOTH, _places),
    ("W7", _BOTH, _day),
    ("W8", _BOTH, _headings),
    ("W9", _BOTH, _draft),
    ("P1", _PARTY, _party_head),
    ("P2", _PARTY, _letters),
    ("P3", _PARTY, _paper),
    ("P4", _BOTH, _authority),
    ("P5", _BOTH, _mixture),
)
