"""What an answer to a field looks like: one value, a list, a group of fields, a list of groups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import MinLen
from pydantic import BaseModel

from microsite.model.base import Localized, Ref
from microsite.upkeep.kinds import ASKED_TOO, WANTED


@dataclass(frozen=True)
class Shape:
    """The shape of a field's answer.

    ``group`` is the model inside, ``choices`` the closed list; a list takes ``least`` to ``most``
    items, and ``refers_to`` is the collection whose ids it holds.
    """

    is_list: bool = False
    group: type[BaseModel] | None = None
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int | None = None
    refers_to: str = ""


@dataclass(frozen=True)
class Question:
    """One field of a form: ``must`` be answered, or ``asked`` each time, or only offered."""

    model: type[BaseModel]
    name: str
    path: str
    shape: Shape
    must: bool
    asked: bool


def questions(model: type[BaseModel], path: str) -> Iterator[Question]:
    """Yield the questions of a form, one for every field but the id."""
    for name, info in model.model_fields.items():
        if name == "id":
            continue
        here = f"{path}.{name}"
        must = info.is_required() or here in WANTED
        asked = must or here in ASKED_TOO or issubclass(model, Localized)
        yield Question(model, name, here, shape_of(model, name), must, asked)


def shape_of(model: type[BaseModel], name: str) -> Shape:
    """Return the shape of the field ``name`` of ``model``."""
    info = model.model_fields[name]
    kind, marks = bare(info.annotation)
    marks = (*info.metadata, *marks)
    if get_origin(kind) is tuple:
        items = get_args(kind)
        inner, inner_marks = bare(items[0])
        least = next((mark.min_length for mark in marks if isinstance(mark, MinLen)), 0)
        if Ellipsis in items:
            return _one(inner, inner_marks, is_list=True, least=least)
        return _one(inner, inner_marks, is_list=True, least=len(items), most=len(items))
    return _one(kind, marks)


def _one(kind: Any, marks: tuple[Any, ...], **listed: Any) -> Shape:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return Shape(group=kind, **listed)
    if kind is bool:
        return Shape(choices=("true", "false"), **listed)
    if get_origin(kind) is Literal:
        return Shape(choices=get_args(kind), **listed)
    refers_to = next((mark.collection for mark in marks if isinstance(mark, Ref)), "")
    return Shape(refers_to=refers_to, **listed)


def bare(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    """Take ``None`` and the annotations off a type; return it and what was taken off."""
    if get_origin(annotation) in (Union, UnionType):
        kinds = [kind for kind in get_args(annotation) if kind is not NoneType]
        return bare(kinds[0])
    if get_origin(annotation) is Annotated:
        kind, *marks = get_args(annotation)
        inner, more = bare(kind)
        return inner, (*marks, *more)
    return annotation, ()
