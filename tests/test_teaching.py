"""Every field of the models is explained to editors, with examples that tell the truth."""

from __future__ import annotations

import pytest

from microsite.check.answers import read_field
from microsite.model.fields import all_fields
from microsite.problems import Problem
from microsite.wording.fields import (
    entry_of,
    load_descriptions,
    load_examples,
    teach,
)

FIELDS = {field.path: field for field in all_fields()}


def test_every_field_is_explained_in_both_languages() -> None:
    """No field is without words and examples, and no words are left without a field."""
    used = {entry_of(path) for path in FIELDS}
    assert set(load_descriptions("vi")) == used
    assert set(load_descriptions("en")) == used
    assert set(load_examples()) == used


def test_explanations_are_full_sentences() -> None:
    """What a field is ends as a sentence does, so that it can stand before an example."""
    ends = {
        key: text
        for lang in ("vi", "en")
        for key, text in load_descriptions(lang).items()
        if not text.endswith(".")
    }
    assert ends == {}


@pytest.mark.parametrize("path", FIELDS)
def test_good_example_is_accepted_and_bad_one_refused(path: str) -> None:
    """The model itself judges both examples of each field."""
    field, teaching = FIELDS[path], teach(path, "vi")
    problems: list[Problem] = []
    read_field(field.model, field.name, teaching.good, problems)
    assert problems == []
    read_field(field.model, field.name, teaching.bad, problems)
    assert problems != []
