"""A project read and judged: what `check` and every build begin with."""

from __future__ import annotations

from microsite.check import find_problems
from microsite.check.content import Content
from microsite.check.parse import parse
from microsite.load.tree import read_content
from microsite.paths import ProjectPaths
from microsite.problems import Problem


def check_project(paths: ProjectPaths) -> tuple[Content, tuple[Problem, ...]]:
    """Read and check a project. Returns what could be parsed and every problem."""
    content = parse(read_content(paths))
    return content, find_problems(content)
