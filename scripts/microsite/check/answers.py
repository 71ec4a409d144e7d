"""One answer to one question of a form, judged as the whole check will judge it in a file."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from typing import Any

from pydantic import BaseModel, create_model

from microsite.check import text
from microsite.check.content import Content, strings_in
from microsite.check.parse import read_model
from microsite.check.references import check_marks, options_of, unknown_id
from microsite.load.nodes import Fields, Items, Node, Scalar
from microsite.model.base import Frozen, Prose, Ref
from microsite.problems import Problem, Where


def judge(model: type[BaseModel], name: str, answer: object, content: Content) -> list[Problem]:
    """Say what is wrong with ``answer`` as the field ``name`` of ``model``.

    Checked are its form, its letters, and that every id it names exists.
    """
    problems: list[Problem] = []
    value = read_field(model, name, answer, problems)
    problems += text.check_file("", "\n".join(_texts(answer)))
    if value is not None:
        problems += _references(value, content)
    return problems


def read_field(
    model: type[BaseModel], name: str, answer: object, problems: list[Problem]
) -> BaseModel | None:
    """Return a model of the field ``name`` alone; when it cannot be, add why to ``problems``."""
    info = copy(model.model_fields[name])
    fields: Any = {name: (info.annotation, info)}
    alone: type[Frozen] = create_model(model.__name__, __base__=Frozen, **fields)
    node = Fields(((Scalar(name, 1, 1), as_node(answer)),), 1, 1)
    return read_model(alone, node, "", "", problems)


def as_node(value: object) -> Node:
    """Turn lists, mappings and text into nodes without a place."""
    if isinstance(value, dict):
        return Fields(
            tuple((Scalar(str(name), 1, 1), as_node(item)) for name, item in value.items()), 1, 1
        )
    if isinstance(value, list):
        return Items(tuple(as_node(item) for item in value), 1, 1)
    return Scalar("" if value is None else str(value), 1, 1, plain=value is None)


def _references(value: BaseModel, content: Content) -> Iterator[Problem]:
    for path, words, marks in strings_in(value):
        where = Where("", key=str(path[0]))
        for mark in marks:
            if isinstance(mark, Ref) and not content.knows(mark.collection, words):
                yield unknown_id(where, words, mark.collection, content)
            if isinstance(mark, Prose):
                yield from check_marks(words, where, content, options_of(mark))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif value is not None:
        yield str(value)
