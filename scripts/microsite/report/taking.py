"""Imported activities into the project's file: all of them, or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from microsite.model.activity import Activity
from microsite.problems import Problem
from microsite.report.importing import Answers
from microsite.upkeep.modelines import modeline
from microsite.upkeep.project import Project
from microsite.upkeep.yaml_text import entry_text

_COLLECTION = "activities"


def with_activities(
    answers: Sequence[Answers], project: Project
) -> tuple[Mapping[Path, bytes], tuple[Problem, ...]]:
    """Return the file with ``answers`` at its end, and what would be wrong with the project."""
    path = project.paths.data / f"{_COLLECTION}.yml"
    before = path.read_bytes().decode("utf-8") if path.is_file() else ""
    if not before.strip():
        has_schema = (project.paths.schemas / f"{_COLLECTION}.json").is_file()
        before = (modeline(path, project.paths) + "\n" if has_schema else "") + f"{_COLLECTION}:\n"
    if before.rstrip().endswith(f"{_COLLECTION}: []"):
        before = before.rstrip().removesuffix(" []") + "\n"
    if not before.endswith("\n"):
        before += "\n"
    added = "".join(entry_text(one, Activity) for one in answers)
    changes = {path: (before + added).encode("utf-8")}
    return changes, project.problems_of(changes)
