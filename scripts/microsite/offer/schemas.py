"""Models to the JSON Schemas of what is published, which is not what editors type.

Numbers are numbers, dates are text, what is not known is left out, and the editors' own fields are
not there. Descriptions are those that editors read.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from microsite.model.base import Localized, Matching
from microsite.model.edtf import WRITTEN
from microsite.model.fields import fields_of
from microsite.model.json_schema import DIALECT, parts_of, strip_schema
from microsite.model.openness import Licence
from microsite.model.site import COLLECTIONS
from microsite.offer.published import HIDDEN
from microsite.wording.fields import teach

Schema = dict[str, Any]
_TEXT: Schema = {"type": "string"}
_LANGS = ("vi", "en")


def collection_schema(name: str) -> Schema:
    """Return the schema of a collection's file."""
    model = cast("type[BaseModel]", COLLECTIONS[name])
    entry, definitions = _model_schema(model, name)
    entry["properties"] = {
        "id": entry["properties"].pop("id"),
        "links": {"$ref": "#/$defs/Links"},
        **entry["properties"],
    }
    head = _head()
    definitions |= head.pop("$defs")
    return {
        "$schema": DIALECT,
        "title": name,
        **_whole(head, {"entries": {"type": "array", "items": {"$ref": "#/$defs/Entry"}}}),
        "$defs": {"Entry": entry, **definitions},
    }


def catalog_schema() -> Schema:
    """Return the schema of the catalogue."""
    head = _head()
    listed = {
        "id": _TEXT,
        "title": {"$ref": "#/$defs/Localized"},
        "entries": {"type": "integer", "minimum": 0},
        "data": _TEXT,
        "schema": _TEXT,
    }
    names = {"type": "array", "items": _TEXT}
    definitions = head.pop("$defs")
    collections = {"type": "array", "items": _closed(listed, listed)}
    return {
        "$schema": DIALECT,
        "title": "index",
        **_whole(head, {"collections": collections, "files": names, "feeds": names}),
        "$defs": definitions,
    }


def _head() -> Schema:
    """Return the properties that begin every file, and the definitions they need."""
    licence, definitions = _model_schema(Licence, "site.licence")
    localized, _ = _model_schema(Localized, "")
    localized["additionalProperties"] = False
    return {
        "$schema": _TEXT,
        "publisher": {"$ref": "#/$defs/Localized"},
        "site": {"$ref": "#/$defs/Localized"},
        "date": {"type": "string", "format": "date"},
        "address": _TEXT,
        "licence": licence,
        "$defs": {**definitions, "Localized": localized, "Links": localized},
    }


def _whole(head: Schema, rest: Schema) -> Schema:
    return _closed({**head, **rest}, ["$schema", "publisher", "site", "date", *rest])


def _closed(properties: Mapping[str, Any], required: Any) -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(required),
        "properties": dict(properties),
    }


def _model_schema(model: type[BaseModel], path: str) -> tuple[Schema, Schema]:
    """Return the schema of a published model, and of those inside it by name."""
    schema = model.model_json_schema(schema_generator=AsPublished, mode="serialization")
    definitions: Schema = schema.pop("$defs", {})
    for found in (schema, definitions):
        strip_schema(found)
        _dates_as_text(found)
    for field in fields_of(model, path) if path else ():
        inner = schema if field.model is model else definitions.get(field.model.__name__)
        if inner is not None and field.name in inner["properties"]:
            words = [teach(field.path, lang).what for lang in _LANGS]
            # beside a reference, so that one definition can serve many fields
            inner["properties"][field.name] |= {"description": "\n\n".join(words)}
    for inner in (schema, *definitions.values()):
        if "properties" in inner:
            for name in HIDDEN & inner["properties"].keys():
                del inner["properties"][name]
            inner["required"] = [one for one in inner.get("required", ()) if one not in HIDDEN]
    return schema, definitions


class AsPublished(GenerateJsonSchema):
    """Makes schemas of published JSON, where a field without a value is left out."""

    def nullable_schema(self, schema: Any) -> Schema:
        """What may be empty for an editor is left out when it is."""
        return self.generate_inner(schema["schema"])

    def field_is_required(self, field: Any, total: bool) -> bool:  # noqa: FBT001 — pydantic's
        """Every field is there but those that may be empty."""
        inner = field["schema"]
        while "schema" in inner and inner["type"] != "nullable":
            inner = inner["schema"]
        return bool(inner["type"] != "nullable")

    def function_before_schema(self, schema: Any) -> Schema:
        """The pattern of text; of numbers and days the value itself."""
        inner = self.generate_inner(schema["schema"])
        rule = schema["function"]["function"]
        if isinstance(rule, Matching) and inner.get("type") == "string":
            inner["pattern"] = f"^(?:{rule.pattern.pattern})$"
        return inner


def _dates_as_text(schema: Any) -> None:
    """Let dates be text only: a bare year is a number to a reader of YAML, not of these files."""
    for inner in parts_of(schema):
        if inner.get("pattern") == WRITTEN:
            inner |= {"type": "string"}
            for name in ("minimum", "maximum"):
                inner.pop(name, None)
