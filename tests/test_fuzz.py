"""No broken file ends in a traceback, a hang or a loss. `make fuzz` tries thousands."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from conftest import REPO, TINY
from fuzz.mutations import MUTATIONS, Mutation
from fuzz.trial import attempt, files_of, lay_out


@pytest.mark.parametrize(("project", "rounds"), [(TINY, 8), (REPO, 1)], ids=["tiny", "real"])
def test_broken_file_ends_well(project: Path, rounds: int, tmp_path: Path) -> None:
    """Every data file and page, broken by chance: `check` and `fmt` end with 0 or 1, in time;
    `check` writes nothing, and `fmt` leaves what it cannot read.
    """
    paths = lay_out(project, tmp_path / "project", whole=project == TINY)
    for seed in range(rounds):
        for file in files_of(project):
            attempt(project, paths, file, seed)


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.__name__)
def test_every_mutation_breaks_something(mutation: Mutation) -> None:
    """Each way of breaking changes a file, so that none is tried in vain."""
    good = (TINY / "data" / "events.yml").read_bytes()
    assert any(mutation(good, random.Random(seed)) != good for seed in range(5))
