"""A project as it is, and as it would be after a change that nobody has written yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from microsite.check import find_problems
from microsite.check.content import Content
from microsite.check.parse import parse
from microsite.load.markdown import parse_page
from microsite.load.tree import RawContent, RawFile, read_content
from microsite.load.yaml_files import parse_yaml
from microsite.paths import ProjectPaths
from microsite.problems import Problem

Changes = Mapping[Path, bytes]


@dataclass(frozen=True)
class Project:
    """What was read, what could be parsed of it, and where it lies."""

    paths: ProjectPaths
    raw: RawContent

    @cached_property
    def content(self) -> Content:
        """The parsed content."""
        return parse(self.raw)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong already."""
        return find_problems(self.content)

    def name_of(self, path: Path) -> str:
        """Return the path of a file as messages say it."""
        return path.relative_to(self.paths.root).as_posix()

    def problems_of(self, changes: Changes) -> tuple[Problem, ...]:
        """Return the problems that ``changes`` would bring; lines move, so places go by key."""
        known = {_mark(problem) for problem in self.problems}
        after = find_problems(parse(_changed(self.raw, self.paths, changes)))
        return tuple(problem for problem in after if _mark(problem) not in known)


def open_project(paths: ProjectPaths) -> Project:
    """Read the project at ``paths``."""
    return Project(paths, read_content(paths))


def _mark(problem: Problem) -> tuple[str, str, str, str]:
    return (problem.code, problem.got, problem.where.file, problem.where.key)


def _changed(raw: RawContent, paths: ProjectPaths, changes: Changes) -> RawContent:
    """Return the raw content with the changed files in the place of the former ones."""
    files = {file.file: file for file in raw.files}
    pages = {page.file: page for page in raw.pages}
    texts, problems = dict(raw.texts), list(raw.problems)
    for path, content in changes.items():
        name = path.relative_to(paths.root).as_posix()
        text = content.decode("utf-8").replace("\r\n", "\n")
        texts[name] = text
        problems = [problem for problem in problems if problem.where.file != name]
        if path.suffix == ".yml":
            collection = path.relative_to(paths.data).parts[0].removesuffix(".yml")
            root, found = parse_yaml(text, name)
            files[name] = RawFile(name, collection, root, is_readable=root is not None or not found)
        else:
            lang, *rest = path.relative_to(paths.docs).parts
            page, found = parse_page(text, file=name, lang=lang, path="/".join(rest))
            pages[name] = page
        problems += found
    return replace(
        raw,
        files=tuple(files[name] for name in sorted(files)),
        pages=tuple(pages[name] for name in sorted(pages)),
        texts=texts,
        problems=tuple(problems),
    )
