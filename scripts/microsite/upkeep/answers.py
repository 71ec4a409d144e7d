"""Answers to a form: nested text as it will stand in the file, from ``key=value`` or a file."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from microsite.upkeep.shapes import Shape, questions, shape_of

Answers = dict[str, Any]


class AnswerError(Exception):
    """A ``key=value`` that cannot be taken; carries what was given."""


def read_pairs(pairs: Iterable[str], model: type[BaseModel] | None) -> Answers:
    """Turn ``title.vi=…`` and ``series.0.year=…`` into nested answers.

    A list is given as ``sources=a,b`` where it holds ids, else once for each item. Raises
    AnswerError for anything else.
    """
    answers: Answers = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        steps = key.strip().split(".")
        if not equals or not all(steps):
            raise AnswerError(pair)
        _put(answers, steps, value, model, pair)
    return answers


def clean(value: Any) -> Any:
    """Return answers in NFC, with single spaces, and without what was left empty."""
    if isinstance(value, dict):
        cleaned = {name: clean(item) for name, item in value.items()}
        return {name: item for name, item in cleaned.items() if item not in (None, "", {}, [])}
    if isinstance(value, list):
        return [item for item in map(clean, value) if item not in (None, "", {}, [])]
    return None if value is None else " ".join(unicodedata.normalize("NFC", str(value)).split())


def in_order(answers: Answers, model: type[BaseModel]) -> Answers:
    """Return the answers in the order of the model's fields; unknown ones come last."""
    ordered: Answers = {}
    for name in [*model.model_fields, *answers]:
        if name not in answers or name in ordered:
            continue
        value = answers[name]
        group = shape_of(model, name).group if name in model.model_fields else None
        if group is not None and isinstance(value, dict):
            value = in_order(value, group)
        elif group is not None and isinstance(value, list):
            value = [in_order(item, group) if isinstance(item, dict) else item for item in value]
        ordered[name] = value
    return ordered


def missing(model: type[BaseModel], answers: Answers, path: str) -> Iterator[str]:
    """Yield the path of every field that must be answered and is not."""
    for question in questions(model, path):
        name, shape = question.name, question.shape
        value = answers.get(name)
        if value is None:
            if question.must and not (name == "source" and "sources" in answers):
                yield from _whole(shape, question.path)
        elif shape.group is not None and not shape.is_list and isinstance(value, dict):
            yield from missing(shape.group, value, question.path)
        elif shape.is_list and isinstance(value, list):
            yield from _missing_in(shape, value, question.path)


def _missing_in(shape: Shape, items: list[Any], path: str) -> Iterator[str]:
    if len(items) < shape.least:
        yield path
    for item in items:
        if shape.group is not None and isinstance(item, dict):
            yield from missing(shape.group, item, path)


def _whole(shape: Shape, path: str) -> Iterator[str]:
    if shape.group is None or shape.is_list:
        yield path
    else:
        yield from missing(shape.group, {}, path)


def _put(
    answers: Answers, steps: list[str], value: str, model: type[BaseModel] | None, pair: str
) -> None:
    """Put ``value`` where ``steps`` lead, making groups and lists on the way."""
    name, *rest = steps
    known = model is not None and name in model.model_fields
    shape = shape_of(model, name) if model is not None and known else Shape()
    if not rest:
        if shape.is_list and shape.group is None:
            items = value.split(",") if shape.refers_to else [value]
            answers.setdefault(name, []).extend(items)
        elif name in answers:
            raise AnswerError(pair)
        else:
            answers[name] = value
        return
    if shape.is_list:
        items = answers.setdefault(name, [])
        index, *rest = rest
        if not index.isdecimal() or int(index) > len(items) or not rest:
            raise AnswerError(pair)
        if int(index) == len(items):
            items.append({})
        _put(items[int(index)], rest, value, shape.group, pair)
        return
    inner = answers.setdefault(name, {})
    if not isinstance(inner, dict):
        raise AnswerError(pair)
    _put(inner, rest, value, shape.group, pair)
