"""Models to JSON Schemas, with which an editor program explains fields and underlines mistakes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from microsite.model.base import Matching
from microsite.model.emergency import one_or_more
from microsite.model.fields import FORMS, fields_of
from microsite.model.json_schema import DIALECT, strip_schema
from microsite.model.site import COLLECTIONS
from microsite.wording.catalog import load_words
from microsite.wording.fields import teach

LANGS = ("vi", "en")

Schema = dict[str, Any]


def schema_files() -> Mapping[str, str]:
    """Return the text of every schema by its file name, always the same for the same models."""
    return {
        f"{name}.json": json.dumps(_file_schema(name), ensure_ascii=False, indent=1) + "\n"
        for name in FORMS
    }


def _file_schema(name: str) -> Schema:
    """Make the schema of a whole file: of settings, of front matter, or of a list of entries."""
    own = _model_schema(FORMS[name], name)
    definitions = own.pop("$defs", {})
    head: Schema = {"$schema": DIALECT, "title": name}
    if name not in COLLECTIONS:
        return {**head, **own, "$defs": definitions} if definitions else {**head, **own}
    entry = FORMS[name].__name__
    return {
        **head,
        "type": "object",
        "additionalProperties": False,
        "required": [name],
        "properties": {name: {"type": "array", "items": {"$ref": f"#/$defs/{entry}"}}},
        "$defs": {entry: own, **definitions},
    }


def _model_schema(model: type[BaseModel], path: str) -> Schema:
    schema = model.model_json_schema(schema_generator=AsTyped)
    strip_schema(schema)
    for field in fields_of(model, path):
        inner = schema if field.model is model else schema["$defs"][field.model.__name__]
        inner["properties"][field.name] |= _teaching(field.path, inner["properties"][field.name])
    return schema


def _teaching(path: str, schema: Schema) -> Schema:
    """Say in both languages what a field is; examples that are wrong have a keyword of their own,
    which validators pass over.
    """
    words = [_explain(path, lang) for lang in LANGS]
    example = teach(path, LANGS[0])
    taught: Schema = {
        "description": "\n\n".join(words),
        "examples": [_typed(example.good, schema)],
        "examples_bad": [_typed(example.bad, schema)],
    }
    if "pattern" in schema:
        taught["patternErrorMessage"] = words[0]
    return taught


def _explain(path: str, lang: str) -> str:
    example, words = teach(path, lang), load_words(lang)
    return words(
        "form.explained", what=example.what, good=shown(example.good), bad=shown(example.bad)
    )


def _typed(example: Any, schema: Schema) -> Any:
    """Return the example as a YAML reader sees it: ``2015`` in a number's field is a number."""
    kinds = schema.get("type", ())
    if isinstance(example, str) and ("integer" in kinds or "number" in kinds):
        if re.fullmatch(r"-?\d+", example):
            return int(example)
        if re.fullmatch(r"-?\d+\.\d+", example):
            return float(example)
    return example


def shown(example: Any) -> str:
    """Write an example on one line, as YAML would be written."""
    if isinstance(example, dict):
        return "{" + ", ".join(f"{name}: {shown(item)}" for name, item in example.items()) + "}"
    if isinstance(example, list):
        return "[" + ", ".join(shown(item) for item in example) + "]"
    return str(example) or "''"


class AsTyped(GenerateJsonSchema):
    """Makes schemas of what stands in a file, where a YAML reader sees numbers and switches that
    our own loader keeps as text: a year is a date, ``2015`` may be a title, ``"12"`` a number.
    """

    def str_schema(self, schema: Any) -> Schema:
        """Any single value is text."""
        pattern = schema.get("pattern")
        if pattern:
            return {"type": "string", "pattern": pattern}
        return {"type": ["string", "number", "boolean"], "pattern": r"\S"}

    def int_schema(self, schema: Any) -> Schema:
        """A whole number, or the same in quotes."""
        del schema
        return {"type": ["integer", "string"]}

    def float_schema(self, schema: Any) -> Schema:
        """A number, or the same in quotes."""
        del schema
        return {"type": ["number", "string"]}

    def bool_schema(self, schema: Any) -> Schema:
        """A switch, or the same in quotes."""
        del schema
        return {"type": ["boolean", "string"], "pattern": "^(true|false)$"}

    def date_schema(self, schema: Any) -> Schema:
        """A day."""
        del schema
        return {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}

    def function_before_schema(self, schema: Any) -> Schema:
        """The pattern that text must match before it is turned into a value."""
        inner = self.generate_inner(schema["schema"])
        rule: Callable[..., object] = schema["function"]["function"]
        if isinstance(rule, Matching):
            inner["pattern"] = f"^(?:{rule.pattern.pattern})$"
            if inner["type"] == ["string", "number", "boolean"]:
                inner["type"] = ["string", "integer"]
        if rule is one_or_more:
            return {"anyOf": [inner["items"], inner]}
        return inner

    def nullable_schema(self, schema: Any) -> Schema:
        """An empty value stands for a field left out."""
        inner = self.generate_inner(schema["schema"])
        kinds = inner.get("type")
        if kinds is None:
            return {"anyOf": [inner, {"type": "null"}]}
        if "enum" in inner:
            inner = {**inner, "enum": [*inner["enum"], None]}
        return {**inner, "type": [*([kinds] if isinstance(kinds, str) else kinds), "null"]}

    def tuple_schema(self, schema: Any) -> Schema:
        """A list; of a fixed number of like things when it is one."""
        made = super().tuple_schema(schema)
        places = made.get("prefixItems")
        if places and all(place == places[0] for place in places):
            del made["prefixItems"]
            made["items"] = places[0]
        return made
