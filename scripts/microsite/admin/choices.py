"""What the choices of a closed list are called in the form."""

from __future__ import annotations

from collections.abc import Iterable

from microsite.wording.catalog import Words

# a field's path, or its name, to the words that pages already have for its values
_GROUPS = {
    "events.topic": "topic",
    "field": "field",
    "confidence": "confidence",
    "qualifier": "qualifier",
    "sources.kind": "source_kind",
    "culture.kind": "kind",
    "units.states.kind": "unit_kind",
    "units.level": "level",
    "questions.group": "question_group",
    "slogans.kind": "slogan",
    "languages": "language",
}


def options(path: str, values: Iterable[str], words: Words) -> list[dict[str, str]]:
    """Return the choices as the form wants them. Raises KeyError for one without words."""
    return [{"label": _named(path, value, words), "value": value} for value in values]


def _named(path: str, value: str, words: Words) -> str:
    name = path.rpartition(".")[2]
    own = f"admin.choice.{name}.{value}"
    if own in words.entries:
        return words(own)
    return words(f"{_GROUPS.get(path) or _GROUPS[name]}.{value}")
