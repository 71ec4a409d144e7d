"""What the schemas of editor programs and those of the published data have in common."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_BOUNDS = {"ge": "minimum", "le": "maximum"}


def strip_schema(schema: Any) -> None:
    """Leave out what pydantic adds and nobody reads: titles of keys, docstrings, defaults.

    Bounds beside a `Matching` come through under pydantic's own names.
    """
    for inner in parts_of(schema):
        for theirs, name in _BOUNDS.items():
            if isinstance(inner.get(theirs), (int, float)):
                inner[name] = inner.pop(theirs)
        for name in ("title", "description", "default"):
            if not isinstance(inner.get(name), dict):
                inner.pop(name, None)


def parts_of(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield a schema and every object in it, outer ones first, so that they may be changed."""
    if isinstance(schema, dict):
        yield schema
        schema = list(schema.values())
    if isinstance(schema, list):
        for value in schema:
            yield from parts_of(value)
