"""Lines of a spreadsheet to activities; a line that is not right is said, and nothing is taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from microsite.model.activity import Activity, Measure
from microsite.report.naming import Naming
from microsite.report.sheets import SheetLine
from microsite.report.table import COLUMNS
from microsite.report.values import Misread, Reader, readers
from microsite.wording.fold import slugify

Answers = dict[str, object]
_NEEDED = ("unit", "channel", "activity", "quantity", "measure", "language", "period", "evidence")
_IGNORED = ("version",)  # stands in the tables that are made here


@dataclass(frozen=True)
class LineFault:
    """What is wrong in one cell: the line, the name of the column, the rule, what stands there."""

    line: int
    column: str
    rule: str
    got: str = ""
    allowed: str = ""


@dataclass(frozen=True)
class Imported:
    """Activities ready to be written, or what is wrong with the lines."""

    answers: tuple[Answers, ...]
    faults: tuple[LineFault, ...]


def import_lines(lines: Sequence[SheetLine], there: Sequence[Activity], naming: Naming) -> Imported:
    """Return the activities of ``lines``, the first of which is the head.

    ``there`` are those that the project has: a line that says the same again is a fault, and ids
    go on from theirs.
    """
    top = next(line for line in lines if not line.is_empty)
    places, faults = _places(top, naming)
    if faults:
        return Imported((), tuple(faults))
    reads, known = readers(naming), {_content(one) for one in there}
    ids, measures = {one.id for one in there}, {_name(one): one.measure for one in there}
    answers: list[Answers] = []
    for line in lines:
        if line.number <= top.number or line.is_empty:
            continue
        found, wrong = _line(line, places, reads, naming)
        faults += wrong
        if wrong:
            continue
        one = Activity.model_validate({"id": "new", **found})
        if _content(one) in known:
            faults.append(LineFault(line.number, "", "twice"))
        known.add(_content(one))
        if (first := measures.setdefault(_name(one), one.measure)) != one.measure:
            faults.append(_mixed(line, one, first, naming))
        answers.append({"id": _fresh_id(found, ids), **found})
    if not answers and not faults:
        faults.append(LineFault(top.number, "", "no_lines"))
    return Imported(() if faults else tuple(answers), tuple(faults))


def _places(top: SheetLine, naming: Naming) -> tuple[dict[str, int], list[LineFault]]:
    """Return where each column stands, and what is wrong with the head."""
    names = {name: naming.words(f"reporting.column.{name}") for name in (*COLUMNS, *_IGNORED)}
    known = {slugify(written): name for name, written in names.items()}
    known |= {slugify(name): name for name in names}
    places: dict[str, int] = {}
    faults: list[LineFault] = []
    for index, cell in enumerate(top.cells):
        if not cell:
            continue
        name = known.get(slugify(cell))
        if name is None:
            allowed = ", ".join(names[one] for one in COLUMNS)
            faults.append(LineFault(top.number, cell, "unknown_column", cell, allowed))
        elif name in places:
            faults.append(LineFault(top.number, cell, "column_twice", cell))
        else:
            places[name] = index
    faults += [
        LineFault(top.number, names[name], "no_column") for name in _NEEDED if name not in places
    ]
    return places, faults


def _line(
    line: SheetLine, places: Mapping[str, int], reads: Mapping[str, Reader], naming: Naming
) -> tuple[Answers, list[LineFault]]:
    values: dict[str, str] = {}
    faults: list[LineFault] = []
    for name in COLUMNS:
        place = places.get(name, len(line.cells))
        cell = line.cells[place] if place < len(line.cells) else ""
        written = naming.words(f"reporting.column.{name}")
        if not cell:
            if name in _NEEDED:
                faults.append(LineFault(line.number, written, "missing"))
            continue
        value = reads[name](cell)
        if isinstance(value, Misread):
            faults.append(LineFault(line.number, written, value.rule, cell, value.allowed))
        else:
            values[name] = value
    faults += _audience_faults(line, places, values, faults, naming)
    return _answers(values), faults


def _audience_faults(
    line: SheetLine,
    places: Mapping[str, int],
    values: Mapping[str, str],
    faults: Sequence[LineFault],
    naming: Naming,
) -> Iterator[LineFault]:
    """People and how they were counted go together."""
    told = {fault.column for fault in faults}
    for name, other in (("people", "basis"), ("basis", "people")):
        written = naming.words(f"reporting.column.{name}")
        if other in values and name not in values and written not in told:
            yield LineFault(line.number, written, f"no_{name}")


def _answers(values: Mapping[str, str]) -> Answers:
    found: Answers = {name: values[name] for name in values if name not in ("people", "basis")}
    if "people" in values and "basis" in values:
        found["audience"] = {"people": values["people"], "basis": values["basis"]}
    return found


def _content(activity: Activity) -> tuple[object, ...]:
    dumped = activity.model_dump()
    dumped.pop("id")
    audience = dumped.pop("audience") or {}
    return tuple(
        str(value) if name != "quantity" else float(value or 0)
        for name, value in sorted({**_EMPTY, **dumped, **audience}.items())
    )


def _name(activity: Activity) -> tuple[str, str]:
    return activity.channel, activity.activity.casefold()


def _mixed(line: SheetLine, one: Activity, first: Measure, naming: Naming) -> LineFault:
    """What has one name is counted in one measure, so that it can be added."""
    column = naming.words("reporting.column.measure")
    got, allowed = naming.measure(one.measure), naming.measure(first)
    return LineFault(line.number, column, "mixed", got, allowed)


_EMPTY: Mapping[str, object] = {"people": None, "basis": None, "reporter": None}


def _fresh_id(answers: Answers, ids: set[str]) -> str:
    """Return an id of period, unit and channel that no activity has."""
    stem = slugify(f"{answers['period']}-{answers['unit']}-{answers['channel']}")
    number = 1
    while f"{stem}-{number}" in ids:
        number += 1
    ids.add(f"{stem}-{number}")
    return f"{stem}-{number}"
