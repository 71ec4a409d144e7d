"""Raw nodes to models; every schema error becomes a Problem at the line of its key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from microsite.check.content import Content, Located, LocatedPage, key_path, where_in
from microsite.check.meant import field_called, impossible_day, meant
from microsite.check.nearest import nearest
from microsite.load.markdown import RawPage
from microsite.load.nodes import Fields, Items, Node, Scalar, plain
from microsite.load.tree import RawContent, RawFile
from microsite.model.deploy import Targets
from microsite.model.fields import model_inside
from microsite.model.page import AuthoredPage, PageMeta
from microsite.model.redirect import Redirects
from microsite.model.settings import Settings
from microsite.model.site import COLLECTIONS
from microsite.problems import Problem, Where

SETTINGS = "site"
REDIRECTS = "redirects"
DEPLOY = "deploy"
_SHOWN = 60
# ids that stand on one line, or that lines run into each other
_TOGETHER = re.compile(r"[a-z0-9]{1,60}(?:-[a-z0-9]{1,60}){1,20}(?:[,;]? [a-z0-9-]{3,80}){1,20}")

M = TypeVar("M", bound=BaseModel)

# pydantic's own error types, told in the words of our rules
_CODES = {
    "missing": "missing-key",
    "extra_forbidden": "unknown-key",
    "literal_error": "not-one-of",
    "too_short": "too-few",
    "too_long": "too-many",
    "greater_than_equal": "too-small",
    "less_than_equal": "too-big",
    "string_pattern_mismatch": "address",
    "tuple_type": "not-a-list",
    "model_type": "not-fields",
    "model_attributes_type": "not-fields",
    "string_type": "not-text",
    "int_type": "not-text",
    "float_type": "not-text",
    "bool_type": "not-text",
}


def parse(raw: RawContent) -> Content:
    """Parse everything; what fails is left out and reported."""
    problems = list(raw.problems)
    settings, settings_node = _settings(raw, problems)
    entries: list[Located] = []
    broken: set[tuple[str, str]] = set()
    unreadable: set[str] = set()
    for file in raw.files:
        if file.collection not in (SETTINGS, REDIRECTS, DEPLOY):
            found, failed = _entries(file, problems)
            entries += found
            broken |= {(file.collection, name) for name in failed}
            if not file.is_readable or (failed and not found):
                unreadable.add(file.collection)
    pages = [page for raw_page in raw.pages if (page := _page(raw_page, problems))]
    redirects, redirects_node = _whole(Redirects, REDIRECTS, raw, problems)
    deploy, deploy_node = _whole(Targets, DEPLOY, raw, problems)
    return Content(
        settings,
        settings_node,
        tuple(entries),
        tuple(pages),
        raw.pages,
        raw.texts,
        tuple(problems),
        frozenset(broken),
        frozenset(unreadable),
        raw.media,
        raw.confirmed,
        redirects,
        redirects_node,
        raw.published,
        raw.pictures,
        deploy,
        deploy_node,
    )


def _settings(raw: RawContent, problems: list[Problem]) -> tuple[Settings | None, Fields | None]:
    file = next((file for file in raw.files if file.collection == SETTINGS), None)
    if file is None or not isinstance(file.root, Fields):
        if file is None or file.is_readable:
            problems.append(Problem(Where("data/site.yml"), "no-settings"))
        return None, None
    return read_model(Settings, file.root, file.file, SETTINGS, problems), file.root


def _whole(
    model: type[M], name: str, raw: RawContent, problems: list[Problem]
) -> tuple[M | None, Fields | None]:
    """Return what a file says that is one thing, and that a project may lack."""
    file = next((file for file in raw.files if file.collection == name), None)
    if file is None or (file.root is None and file.is_readable):
        return model(), None
    if not isinstance(file.root, Fields):
        if file.root is not None:
            where = Where(file.file, file.root.line, file.root.column)
            problems.append(Problem(where, "not-a-collection", "", {"collection": name}))
        return None, None
    return read_model(model, file.root, file.file, "", problems), file.root


def _entries(file: RawFile, problems: list[Problem]) -> tuple[list[Located], list[str]]:
    """Return the entries of a file that are right, and the ids of those that are not."""
    model = COLLECTIONS.get(file.collection)
    if model is None:
        hint = {"nearest": nearest(file.collection, COLLECTIONS)}
        problems.append(Problem(Where(file.file), "unknown-collection", file.collection, hint))
        return [], []
    if file.root is None:
        return [], []
    items = file.root.get(file.collection) if isinstance(file.root, Fields) else None
    if not isinstance(file.root, Fields) or not isinstance(items, Items):
        where = Where(file.file, file.root.line, file.root.column)
        problems.append(Problem(where, "not-a-collection", "", {"collection": file.collection}))
        return [], [file.collection]
    for key, _ in file.root.pairs:
        if key.text != file.collection:
            where = Where(file.file, key.line, key.column, key.text)
            problems.append(Problem(where, "unknown-key", key.text, {"nearest": file.collection}))
    found, failed = list[Located](), list[str]()
    for index, node in enumerate(items.nodes):
        name = node.get("id") if isinstance(node, Fields) else None
        identifier = name.text if isinstance(name, Scalar) and name.text else str(index)
        place = key_path(file.collection, identifier, ())
        entry = read_model(model, node, file.file, place, problems)
        if entry is None:
            failed.append(identifier)
        else:
            found.append(Located(file.collection, entry, node, file.file))
    return found, failed


def _page(raw: RawPage, problems: list[Problem]) -> LocatedPage | None:
    meta = read_model(PageMeta, raw.meta, raw.file, "", problems) if raw.meta else None
    if meta is None:
        return None
    page = AuthoredPage(raw.lang, raw.path, raw.file, meta, raw.body, raw.body_line)
    return LocatedPage(page, raw)


def read_model(
    model: type[M], node: Node, file: str, key: str, problems: list[Problem]
) -> M | None:
    """Return ``node`` as a ``model``; when it is not one, add why to ``problems``."""
    try:
        return model.model_validate(plain(node))
    except ValidationError as error:
        found = [_problem(detail, model, node, file, key) for detail in error.errors()]
        problems += _said_once(found)
        return None


def _said_once(problems: list[Problem]) -> Iterator[Problem]:
    """Leave out what only follows from another problem of the same entry: a field that is missing
    because its name is misspelt, a list that is too short because an item is wrong.
    """
    keys = {problem.where.key for problem in problems}
    meant_by = {
        f"{problem.where.key.rpartition('.')[0]}.{problem.values['nearest']}"
        for problem in problems
        if problem.code == "unknown-key"
    }
    for problem in problems:
        own = problem.where.key
        if problem.code == "missing-key" and own in meant_by:
            continue
        if problem.code == "too-few" and any(key.startswith(f"{own}[") for key in keys):
            continue
        yield problem


def _problem(
    detail: ErrorDetails, model: type[BaseModel], node: Node, file: str, key: str
) -> Problem:
    path = detail["loc"]
    written = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    code = _CODES.get(detail["type"], detail["type"])
    values = {name: str(value) for name, value in detail.get("ctx", {}).items()}
    if code == "unknown-key":
        name, known = str(path[-1]), _known_keys(model, path[:-1])
        values["nearest"] = nearest(name, known) or field_called(name, known)
    if code == "not-one-of":
        values["expected"] = values["expected"].replace("'", "").replace(" or ", ", ")
        choices = values["expected"].split(", ")
        got = str(detail["input"])
        values["nearest"] = nearest(got, choices) or meant(code, got, choices)
    elif isinstance(detail["input"], str):
        values["nearest"] = values.get("nearest") or meant(code, detail["input"])
    if code in ("day", "edtf") and (day := impossible_day(str(detail["input"]))):
        code = "no-such-day"
        values["month"], values["days"] = day
    if code == "slug" and _TOGETHER.fullmatch(str(detail["input"])):
        code = "ids-together"
    if code == "slug" and "://" in str(detail["input"]):
        code = "id-not-address"
    values["name"] = str(path[-1]) if path else ""
    got = (
        ""
        if code == "missing-key"
        else values["name"]
        if code == "unknown-key"
        else _shown(detail["input"])
    )
    where = where_in(node, path, file=file, key=(key + written).lstrip("."))
    return Problem(where, code, got, values)


def _known_keys(model: type[BaseModel], path: Sequence[str | int]) -> list[str]:
    """Return the keys allowed at ``path`` of ``model``."""
    for step in path:
        if isinstance(step, int) or step not in model.model_fields:
            continue
        model = model_inside(model.model_fields[step].annotation) or model
    return list(model.model_fields)


def _shown(value: object) -> str:
    text = "" if value is None or isinstance(value, (dict, list, tuple)) else str(value)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
