"""An entry to YAML as it stands in the files: plain where it can be, folded at 120 columns."""

from __future__ import annotations

from typing import Any

import yaml
from pydantic import BaseModel

from microsite.upkeep.shapes import shape_of

WIDTH = 120


def entry_text(entry: dict[str, Any], model: type[BaseModel], indent: int = 0) -> str:
    """Write one entry as an item of a list, ``indent`` columns in."""
    written = yaml.dump(
        [_marked(entry, model)],
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=WIDTH - indent,
        default_flow_style=False,
    )
    return "".join(" " * indent + line for line in written.splitlines(keepends=True))


def fields_text(fields: dict[str, Any], model: type[BaseModel]) -> str:
    """Write front matter: each field on a line of its own, however long."""
    return yaml.dump(
        _marked(fields, model),
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=float("inf"),
    )


class _AsTyped(str):
    """A number, date or switch: it stands without quotes, as people type it."""

    __slots__ = ()


class _Dumper(yaml.SafeDumper):
    """Quotes text that a reader of YAML would take for something else (``2015``), but no value
    that is a number or a date by its field.
    """

    def ignore_aliases(self, data: Any) -> bool:
        """Anchors are not allowed in content."""
        del data
        return True


def _as_typed(dumper: _Dumper, value: _AsTyped) -> yaml.ScalarNode:
    tag = dumper.resolve(yaml.ScalarNode, str(value), (True, False))  # type: ignore[no-untyped-call]
    return yaml.ScalarNode(tag, str(value))


_Dumper.add_representer(_AsTyped, _as_typed)


def _marked(answers: dict[str, Any], model: type[BaseModel]) -> dict[str, Any]:
    """Mark the values that are no text by their field."""
    marked: dict[str, Any] = {}
    for name, value in answers.items():
        shape = shape_of(model, name)
        items = value if isinstance(value, list) else [value]
        written = [
            _marked(item, shape.group)
            if shape.group is not None
            else item
            if shape.is_text
            else _AsTyped(item)
            for item in items
        ]
        marked[name] = written if isinstance(value, list) else written[0]
    return marked
