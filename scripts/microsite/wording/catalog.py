"""Words for people: one flat file per language, Vietnamese first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml

SOURCE_LANG = "vi"


@dataclass(frozen=True, eq=False)
class Words:
    """The words of one language, called by key: ``words("page.sources")``.

    There is one of each language, so results can be remembered by it.
    """

    lang: str
    entries: MappingProxyType[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """Return the filled words for ``key``. Raises KeyError for an unknown key."""
        return self.entries[key].format(**values) if values else self.entries[key]


@cache
def load_words(lang: str) -> Words:
    """Load the page words of ``lang``."""
    return Words(lang, MappingProxyType(_flat(_read(f"{lang}.yml"))))


@cache
def load_problem_words(lang: str) -> MappingProxyType[str, dict[str, str]]:
    """Load what to say for each problem code: expected, got (optional) and hint."""
    return MappingProxyType(_read(f"problems.{lang}.yml"))


def _read(name: str) -> dict[str, Any]:
    text = (files("microsite.wording") / name).read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded


def _flat(tree: dict[str, Any], prefix: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in tree.items():
        if isinstance(value, dict):
            flat |= _flat(value, f"{prefix}{key}.")
        else:
            flat[f"{prefix}{key}"] = str(value)
    return flat
