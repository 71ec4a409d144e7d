"""The fields of a model as fields of the form: none is left out, or a save would drop it.

Numbers, dates and switches are text here as they are in our own loader; what is allowed stands in
patterns, the same ones that editor programs read.
"""

from __future__ import annotations

import collections.abc
import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_origin

from pydantic import BaseModel

from microsite.model.base import Localized, LocalizedProse
from microsite.upkeep.kinds import KINDS
from microsite.upkeep.schema import AsTyped, shown
from microsite.upkeep.shapes import Shape, bare, shape_of
from microsite.wording.catalog import Words
from microsite.wording.choices import choice_name
from microsite.wording.fields import label, teach

Field = dict[str, Any]

_ANY_TEXT = r"\S"
# how closed groups of a list are told apart: by the first of these that they have
_TELLING = (
    "title.vi", "question.vi", "term.vi", "who.vi", "name.vi", "name", "title", "claim.vi",
    "text.vi", "label.vi", "credit.vi", "valid", "metres", "year", "id", "vi",
)  # fmt: skip


@dataclass(frozen=True)
class Form:
    """What fields need to know: the words, and where the entries of each collection lie.

    ``places`` has by collection what a relation to it says: its name in the form, and its file.
    """

    words: Words
    places: Mapping[str, Mapping[str, str]]

    def fields(self, model: type[BaseModel], path: str) -> list[Field]:
        """Return a field for every field of ``model``, in the order of the class."""
        return [
            {
                "name": name,
                "label": label(f"{path}.{name}", self.words.lang),
                **self._hint(model, f"{path}.{name}"),
                **({} if info.is_required() else {"required": False}),
                **self._kind(model, name, f"{path}.{name}"),
            }
            for name, info in model.model_fields.items()
        ]

    def _kind(self, model: type[BaseModel], name: str, path: str) -> Field:
        """Return what makes the field one of its kind."""
        shape = shape_of(model, name)
        many = {"multiple": True, **_count(shape)} if shape.is_list else {}
        if shape.refers_to:
            return {**self._relation(shape.refers_to), **many}
        if shape.group:
            inner = self.fields(shape.group, path)
            return list_of(inner, shape) if shape.is_list else {"widget": "object", "fields": inner}
        if shape.choices and bare(model.model_fields[name].annotation)[0] is not bool:
            choices = [
                {"label": choice_name(path, value, self.words), "value": value}
                for value in shape.choices
            ]
            return {"widget": "select", "options": choices, **many}
        return (
            {"widget": "list", **_count(shape)} if shape.is_list else self._one(model, name, path)
        )

    def _one(self, model: type[BaseModel], name: str, path: str) -> Field:
        """Return what makes the field of a single value one of its kind."""
        kind, _ = bare(model.model_fields[name].annotation)
        if kind is bool:
            named = {"true": self.words("admin.yes"), "false": self.words("admin.no")}
            choices = [{"label": words, "value": value} for value, words in named.items()]
            return {"widget": "select", "options": choices}
        if kind is datetime.date:
            return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
        if get_origin(kind) is collections.abc.Mapping:
            named = {"key_label": self.words("admin.key"), "value_label": self.words("admin.look")}
            return {"widget": "keyvalue", **named}
        return self._text(model, name, path)

    def _text(self, model: type[BaseModel], name: str, path: str) -> Field:
        widget = "text" if issubclass(model, LocalizedProse) or name == "summary" else "string"
        field: Field = {"widget": widget, "use_emoji_autocomplete": False}
        pattern = _patterns(model).get(name, _ANY_TEXT)
        if pattern != _ANY_TEXT:
            taught = teach(path, self.words.lang)
            good = shown(taught.good)
            field["hint"] = f"{taught.what} {self.words('admin.example', good=good)}"
            field["pattern"] = [pattern, self.words("admin.pattern", good=good)]
        return field

    def _relation(self, collection: str) -> Field:
        entry = f"{collection}.*"
        shows = [f"{entry}.{_named_by(collection)}", f"{entry}.id"]
        return {
            "widget": "relation",
            **self.places[collection],
            "value_field": f"{entry}.id",
            "display_fields": shows,
            "search_fields": shows,
        }

    def _hint(self, model: type[BaseModel], path: str) -> Field:
        """Say what the field is."""
        if issubclass(model, Localized):  # the same words under hundreds of boxes help nobody
            return {}
        return {"hint": teach(path, self.words.lang).what}


def list_of(fields: list[Field], shape: Shape) -> Field:
    """Return a list of groups, each closed until it is wanted.

    What has an id has no button that copies it: the program cannot show fields that offer an id
    twice.
    """
    named = any(field["name"] == "id" for field in fields)
    more = {"collapsed": True, "summary": _summary(fields), **_count(shape)}
    alone = {"allow_duplicate": False} if named else {}
    return {"widget": "list", "fields": fields, **more, **alone}


def _count(shape: Shape) -> Field:
    least = {"min": shape.least} if shape.least else {}
    return {**least, "max": shape.most} if shape.most else least


def _summary(fields: list[Field]) -> str:
    """Return the template of a closed group: its year and value, or its first telling field."""
    paths = {field["name"] for field in fields}
    if {"year", "value"} <= paths:
        return "{{fields.year}}: {{fields.value}}"
    paths -= {field["name"] for field in fields if "fields" in field}
    paths |= {
        f"{field['name']}.{inner['name']}" for field in fields for inner in field.get("fields", ())
    }
    telling = next((path for path in _TELLING if path in paths), fields[0]["name"])
    return "{{fields." + telling + "}}"


def _named_by(collection: str) -> str:
    """Return the path of the words that name an entry of ``collection``."""
    kind = next(kind for kind in KINDS.values() if kind.collection == collection)
    return ".".join(str(step) for step in kind.named_by)


@cache
def _patterns(model: type[BaseModel]) -> Mapping[str, str]:
    """Return the pattern of each single value of ``model``, as its schema has it."""
    schema = model.model_json_schema(schema_generator=AsTyped)
    return {name: one["pattern"] for name, one in schema["properties"].items() if "pattern" in one}
