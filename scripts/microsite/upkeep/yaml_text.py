"""An entry, or front matter, to YAML in the one form of the project's files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from microsite.load.nodes import Fields, Items, Node, Scalar
from microsite.load.write_yaml import write_yaml
from microsite.upkeep.order import in_order


def entry_text(entry: Mapping[str, Any], model: type[BaseModel], indent: int = 0) -> str:
    """Write one entry as an item of a list, ``indent`` columns in."""
    written = write_yaml(in_order(_node([entry]), tuple[model, ...]))  # type: ignore[valid-type]  # a value
    return "".join(" " * indent + line for line in written.splitlines(keepends=True))


def fields_text(fields: Mapping[str, Any], model: type[BaseModel]) -> str:
    """Write front matter."""
    return write_yaml(in_order(_node(fields), model))


def _node(value: Any) -> Node:
    if isinstance(value, Mapping):
        return Fields(
            tuple((Scalar(str(key), 0, 0), _node(one)) for key, one in value.items()), 0, 0
        )
    if isinstance(value, list | tuple):
        return Items(tuple(_node(one) for one in value), 0, 0)
    return Scalar(str(value), 0, 0)
