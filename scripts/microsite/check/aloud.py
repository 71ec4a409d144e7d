"""What the checks of everything that is said aloud share: bulletins and outlines."""

from __future__ import annotations

from pydantic import BaseModel

from microsite.check.content import Content, strings_in
from microsite.model.base import Prose, Ref
from microsite.model.bulletin import Ear
from microsite.model.site import COLLECTIONS
from microsite.spoken.figures import are_filled
from microsite.spoken.knowledge import Knowledge, know

_SHOWN_WORDS = 5


def knowledge_of(content: Content, ear: Ear) -> Knowledge:
    """Gather what scripts are made from, as far as it was read."""
    entries = {
        name: {one: entry.value for one, entry in content.ids(name).items()} for name in COLLECTIONS
    }
    return know(entries, ear)


def leads_somewhere(value: BaseModel, known: Knowledge) -> bool:
    """Whether everything that is named is there and right."""
    for _, text, marks in strings_in(value):
        for mark in marks:
            if isinstance(mark, Ref) and text not in known.entries.get(mark.collection, {}):
                return False
            if isinstance(mark, Prose) and not are_filled(text, known.indicator):
                return False
    return True


def beginning(text: str) -> str:
    """Return the first words, by which somebody finds the sentence."""
    return " ".join(text.split()[:_SHOWN_WORDS])
