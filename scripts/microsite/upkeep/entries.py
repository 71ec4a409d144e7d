"""Answers to an entry that is ready to be written: complete, judged, named, filed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path, PurePosixPath
from typing import Any

from microsite.check.answers import as_node, judge
from microsite.check.content import Content
from microsite.check.parse import read_model
from microsite.model.approval import Status
from microsite.model.fields import FORMS
from microsite.problems import Problem, Where
from microsite.upkeep.answers import Answers, clean, in_order, missing
from microsite.upkeep.asking import ask_form
from microsite.upkeep.filing import choose_file, named_file
from microsite.upkeep.insertion import insert
from microsite.upkeep.kinds import KINDS, Kind
from microsite.upkeep.project import Project
from microsite.upkeep.talk import Talk
from microsite.upkeep.yaml_text import entry_text
from microsite.wording.fold import slugify

# nobody has approved what has just been written
DRAFT: Status = "draft"
UNAPPROVED: tuple[Status, ...] = ("needs-check", "draft", "review")
# an address of more letters is hard to read out on the telephone
_ID_LETTERS = 40


class IncompleteError(Exception):
    """Answers are missing and nobody can be asked; carries the paths of the fields."""

    def __init__(self, paths: tuple[str, ...]) -> None:
        super().__init__(", ".join(paths))
        self.paths = paths


class RefusedError(Exception):
    """Answers that are wrong, or content that they would make wrong; carries the problems."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


@dataclass(frozen=True)
class Draft:
    """What is to be written into the files, and the place of the new thing."""

    files: Mapping[Path, bytes]
    path: Path
    line: int
    text: str
    id: str = ""
    category: str = ""
    is_draft: bool = False


def complete(kind: Kind, given: Answers, project: Project, talk: Talk | None) -> Answers:
    """Return all answers for an entry, asking for what is missing.

    Raises IncompleteError when nobody can be asked and RefusedError for wrong answers.
    """
    model, collection = FORMS[kind.collection], kind.collection
    answers: Answers = clean(given)
    lacking = tuple(missing(model, answers, collection))
    if lacking and talk is None:
        raise IncompleteError(lacking)
    _refuse(kind, answers, project.content, whole=not lacking)
    if lacking and talk is not None:
        answers = ask_form(model, collection, answers, talk)
        if collection == "sources" and "url" not in answers:
            answers.setdefault("public_link", "false")
            talk.say(talk.words("form.no_link"))
    if "id" not in answers:
        answers["id"] = suggest_id(kind, answers, project.content)
        if lacking and talk is not None:
            answers["id"] = _ask_id(kind, answers["id"], talk)
    if "status" in model.model_fields:
        answers.setdefault("status", DRAFT)
    answers = in_order(answers, model)
    _refuse(kind, answers, project.content, whole=True)
    return answers


def draft(kind: Kind, entry: Answers, project: Project, file: str = "") -> Draft:
    """Put an entry into its file, in memory.

    Raises FilingError for a file of another collection.
    """
    paths, content = project.paths, project.content
    path = named_file(file, kind, paths) if file else choose_file(kind, entry, content, paths)
    there = [item for item in content.of(kind.collection) if item.file == project.name_of(path)]
    raw, line = insert(path, entry, kind, there, paths)
    text = entry_text(entry, FORMS[kind.collection])
    category, is_draft = str(entry.get(kind.category, "")), entry.get("status") in UNAPPROVED
    return Draft({path: raw}, path, line, text, str(entry["id"]), category, is_draft)


def suggest_id(kind: Kind, answers: Mapping[str, Any], content: Content) -> str:
    """Make an id of the entry's Vietnamese name that no entry of the collection has."""
    made = ""
    for part in slugify(_name_in(kind, answers)).split("-"):
        if made and len(made) + len(part) >= _ID_LETTERS:
            break
        made = f"{made}-{part}".strip("-")
    made = made or next(name for name, known in KINDS.items() if known is kind)
    names = (made if number == 1 else f"{made}-{number}" for number in count(1))
    return next(name for name in names if _twin(kind, name, content) is None)


def _name_in(kind: Kind, answers: Any) -> str:
    """Return the words after which an entry is called; none when there are none yet."""
    try:
        for step in kind.named_by:
            answers = answers[step]
    except (KeyError, IndexError, TypeError):
        return ""
    name = str(answers)
    return PurePosixPath(name).stem if kind.named_by == ("file",) else name


def _ask_id(kind: Kind, suggested: str, talk: Talk) -> str:
    talk.introduce(f"{kind.collection}.id", must=True)
    while True:
        answer = clean(talk.ask(talk.words("form.suggested", id=suggested) + " > ")) or suggested
        faults = talk.faults(FORMS[kind.collection], "id", answer)
        twin = _twin(kind, answer, talk.content)
        for fault in [*faults, *([talk.told(twin)] if twin else [])]:
            talk.say(f"  ✗ {fault}")
        if not faults and twin is None:
            return str(answer)


def _twin(kind: Kind, identifier: str, content: Content) -> Problem | None:
    """Return the problem of a second entry of that id, or None when the id is free."""
    where = Where("", key=f"{kind.collection}[{identifier}].id")
    known = content.ids(kind.collection).get(identifier)
    if known is not None:
        place = known.where("id")
        return Problem(where, "duplicate-id", identifier, {"first": f"{place.file}:{place.line}"})
    if (kind.collection, identifier) in content.broken:
        return Problem(where, "duplicate-id", identifier, {"first": kind.collection})
    return None


def _refuse(kind: Kind, answers: Answers, content: Content, *, whole: bool) -> None:
    problems = [*_problems(kind, answers, content, whole=whole)]
    if problems:
        unique = {(problem.where.key, problem.code): problem for problem in problems}
        raise RefusedError(tuple(unique.values()))


def _problems(kind: Kind, answers: Answers, content: Content, *, whole: bool) -> Iterator[Problem]:
    """Yield what is wrong with the answers; a part of them is not yet missing anything."""
    model = FORMS[kind.collection]
    found: list[Problem] = []
    read_model(model, as_node(answers), "", "", found)
    ignored = () if whole else ("missing-key", "too-few", "no-source")
    yield from (
        problem for problem in found if problem.code not in ignored and problem.where.key != "id"
    )
    broken = {problem.where.key.partition(".")[0].partition("[")[0] for problem in found}
    for name, answer in answers.items():
        if name in model.model_fields and name not in broken:
            yield from judge(model, name, answer, content)
    twin = _twin(kind, str(answers.get("id", "")), content)
    if twin is not None:
        yield twin
