"""A project read and judged: what `check` and every build begin with."""

from __future__ import annotations

from pathlib import Path

from microsite.check import find_problems
from microsite.check.content import Content
from microsite.check.parse import parse
from microsite.check.surroundings import surroundings
from microsite.kept import Kept
from microsite.load.tree import Memory, read_content
from microsite.model.settings import Settings
from microsite.paths import ProjectPaths
from microsite.problems import ContentError, Problem


def check_project(
    paths: ProjectPaths,
    memory: Memory | None = None,
    workers: int = 1,
    judged: Path | None = None,
) -> tuple[Content, tuple[Problem, ...]]:
    """Read and check a project. Returns what could be parsed and every problem.

    With a ``memory``, only files that have changed are read again. At most ``workers`` processes
    check at once. The file ``judged`` keeps what was found where texts of pages do not matter.
    """
    content = parse(read_content(paths, memory))
    kept = Kept(judged, surroundings(content, content.pictures)) if judged else Kept()
    return content, find_problems(content, workers, kept)


def sound_project(paths: ProjectPaths) -> tuple[Content, Settings]:
    """Read and check a project that must be sound; its settings are there then.

    Raises ContentError with every problem.
    """
    content, problems = check_project(paths)
    if problems or content.settings is None:
        raise ContentError(problems, content.texts)
    return content, content.settings
