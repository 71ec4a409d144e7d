"""What each field of the models is, in words, with one good and one bad example."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml

SHARED = "common"


@dataclass(frozen=True)
class Teaching:
    """What a field is; the examples are text, lists and mappings as an editor types them."""

    what: str
    good: Any
    bad: Any


def teach(path: str, lang: str) -> Teaching:
    """Return the teaching of the field at ``path``, its own or that of all fields of its name.

    Raises KeyError when nobody has described it.
    """
    key = entry_of(path)
    example = load_examples()[key]
    return Teaching(load_descriptions(lang)[key], example["good"], example["bad"])


def entry_of(path: str) -> str:
    """Return the key under which the field at ``path`` is described."""
    return path if path in load_examples() else f"{SHARED}.{path.rpartition('.')[2]}"


def label(path: str, lang: str) -> str:
    """Return the short name of the field at ``path``, its own or that of all fields of its name.

    Raises KeyError when it has none.
    """
    labels = load_labels(lang)
    return labels.get(path) or labels[f"{SHARED}.{path.rpartition('.')[2]}"]


def named(path: str, lang: str) -> str:
    """Return how people call the field at ``path``: its short name after those of the fields that
    hold it, and the path itself, without its collection, in brackets.
    """
    collection, *steps = path.split(".")
    paths = (".".join((collection, *steps[: count + 1])) for count in range(len(steps)))
    return " · ".join(label(one, lang) for one in paths) + f" [{'.'.join(steps)}]"


@cache
def load_labels(lang: str) -> Mapping[str, str]:
    """Load the short names of fields, in ``lang``."""
    return MappingProxyType(_read(f"labels.{lang}.yml"))


@cache
def load_descriptions(lang: str) -> Mapping[str, str]:
    """Load what each field is, in ``lang``."""
    return MappingProxyType(_read(f"fields.{lang}.yml"))


@cache
def load_examples() -> Mapping[str, dict[str, Any]]:
    """Load the good and the bad example of each field; they serve every language."""
    return MappingProxyType(_read("fields.yml"))


def _read(name: str) -> dict[str, Any]:
    text = (files("microsite.wording") / name).read_text(encoding="utf-8")
    # scalars stay as typed, as in the content itself
    loaded: dict[str, Any] = yaml.load(text, Loader=yaml.CBaseLoader)
    return loaded
