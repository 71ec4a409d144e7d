"""What the choices of a closed list are called, wherever an editor chooses."""

from __future__ import annotations

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


def choice_name(path: str, value: str, words: Words) -> str:
    """Return what ``value`` of the field at ``path`` is called. Raises KeyError without words."""
    name = path.rpartition(".")[2]
    own = f"admin.choice.{name}.{value}"
    if own in words.entries:
        return words(own)
    return words(f"{_GROUPS.get(path) or _GROUPS[name]}.{value}")
