"""What the schemas of editor programs and those of the published data have in common."""

from __future__ import annotations

from typing import Any

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_BOUNDS = {"ge": "minimum", "le": "maximum"}


def strip_schema(schema: Any) -> None:
    """Leave out what pydantic adds and nobody reads: titles of keys, docstrings, defaults.

    Bounds beside a `Matching` come through under pydantic's own names.
    """
    if isinstance(schema, dict):
        for theirs, name in _BOUNDS.items():
            if isinstance(schema.get(theirs), (int, float)):
                schema[name] = schema.pop(theirs)
        for name in ("title", "description", "default"):
            if not isinstance(schema.get(name), dict):
                schema.pop(name, None)
        for value in schema.values():
            strip_schema(value)
    elif isinstance(schema, list):
        for value in schema:
            strip_schema(value)
