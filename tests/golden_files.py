"""Golden cases on disk: YAML in which texts of several lines are blocks, to be read by people."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml


class _Readable(yaml.SafeDumper):
    """Writes texts as blocks, so that an underline stands under what it marks."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Readable.add_representer(str, _text)


def read_case(path: Path) -> dict[str, Any]:
    """Return a case."""
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return case


def write_case(path: Path, case: dict[str, Any]) -> None:
    """Write a case with its new results."""
    text = yaml.dump(case, Dumper=_Readable, allow_unicode=True, sort_keys=False, width=120)
    path.write_text(text, encoding="utf-8")
