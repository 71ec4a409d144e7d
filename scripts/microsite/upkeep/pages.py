"""A new page: its front matter in the source language, a translation beside it, its place in the
menu.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from microsite.check.answers import judge
from microsite.check.content import Content
from microsite.check.nearest import nearest
from microsite.check.prose import summary_problems
from microsite.check.uniqueness import PAGE_PATH, clean_path
from microsite.load.nodes import Fields, Items, find
from microsite.model.page import PageMeta
from microsite.paths import ProjectPaths
from microsite.problems import Problem, Where
from microsite.upkeep.answers import Answers, clean, in_order
from microsite.upkeep.asking import ask_value
from microsite.upkeep.entries import DRAFT, UNAPPROVED, Draft, IncompleteError, RefusedError
from microsite.upkeep.kinds import PAGE
from microsite.upkeep.project import Project
from microsite.upkeep.shapes import questions
from microsite.upkeep.talk import Talk
from microsite.upkeep.yaml_text import fields_text

TRANSLATED = ("title", "summary")
_REVIEW_IN = "12"


def complete_page(
    path: str, given: Answers, project: Project, talk: Talk | None, today: date
) -> tuple[str, Answers, Answers]:
    """Return path, front matter and translated front matter, asking for what is missing.

    Raises IncompleteError when nobody can be asked and RefusedError for wrong answers.
    """
    answers: Answers = clean(given)
    translated: Answers = answers.pop("en", {})
    defaults = _defaults(project.content, today)
    needed = [*TRANSLATED, *(() if "author" in defaults else ("author",))]
    lacking = [f"{PAGE}.{name}" for name in needed if name not in answers]
    if talk is None and (lacking or not path):
        raise IncompleteError((*(() if path else ("path",)), *lacking))
    if talk is not None and (lacking or not path):
        path = path or _ask_path(project, talk)
        answers |= _ask_fields(lacking, project, talk)
        if not translated and talk.agree("\n" + talk.words("form.translate"), default=True):
            talk.say("\n" + talk.words("form.translated"))
            translated = _ask_fields([f"{PAGE}.{name}" for name in TRANSLATED], project, talk)
    meta = in_order({**defaults, **answers}, PageMeta)
    path = clean_path(path)
    problems = [*_problems(path, meta, project)]
    if translated:
        translated = in_order({**meta, **translated}, PageMeta)
        problems += _problems(path, translated, project)
    if problems:
        raise RefusedError(tuple(dict.fromkeys(problems)))
    return path, meta, translated


def draft_page(
    path: str, meta: Answers, translated: Answers, project: Project, *, in_menu: bool
) -> Draft:
    """Make the files of a page, in memory; with ``in_menu`` the settings name it too."""
    settings = project.content.settings
    languages = settings.languages if settings else ("vi",)
    first = project.paths.docs / languages[0] / path
    files = {first: _page_text(meta)}
    if translated:
        files |= {
            project.paths.docs / lang / path: _page_text(translated) for lang in languages[1:]
        }
    menu = _menu(path, project) if in_menu else None
    if menu is not None:
        files |= menu
    return Draft(
        files,
        first,
        len(meta) + 3,  # the body starts below the front matter
        files[first].decode(),
        is_draft=meta.get("status") in UNAPPROVED,
    )


def _page_text(meta: Answers) -> bytes:
    return f"---\n{fields_text(meta, PageMeta)}---\n\n".encode()


def _defaults(content: Content, today: date) -> Answers:
    """What need not be asked: the only author, today, a year until the next review; a draft."""
    authors = content.settings.authors if content.settings else ()
    known = {"author": authors[0].id} if len(authors) == 1 else {}
    day = today.isoformat()
    return {"status": DRAFT, **known, "published": day, "reviewed": day, "review_in": _REVIEW_IN}


def _ask_path(project: Project, talk: Talk) -> str:
    sections = project.content.settings.sections if project.content.settings else ()
    talk.say("\n" + talk.words("form.path"))
    talk.say("  " + ", ".join(section.id for section in sections))
    while True:
        path = clean_path(talk.ask("> "))
        faults = [*_path_problems(path, project)]
        for fault in faults:
            talk.say(f"  ✗ {talk.told(fault)}")
        if not faults:
            return path


def _ask_fields(paths: Iterable[str], project: Project, talk: Talk) -> Answers:
    """Ask fields of front matter, each until the whole check has nothing against it."""
    answers: Answers = {}
    for question in questions(PageMeta, PAGE):
        while question.path in paths and question.name not in answers:
            value = ask_value(question, talk)
            faults = [*_field_problems(question.name, value, project)]
            for fault in faults:
                talk.say(f"  ✗ {talk.told(fault)}")
            if not faults:
                answers[question.name] = value
    return answers


def _problems(path: str, meta: Answers, project: Project) -> Iterator[Problem]:
    yield from _path_problems(path, project)
    for name, value in meta.items():
        if name in PageMeta.model_fields:
            yield from judge(PageMeta, name, value, project.content)
            yield from _field_problems(name, value, project)
        else:
            values = {"nearest": nearest(name, PageMeta.model_fields)}
            yield Problem(Where("", key=name), "unknown-key", name, values)


def _field_problems(name: str, value: Any, project: Project) -> Iterator[Problem]:
    """Yield what the model alone cannot know: a long summary, an unknown author."""
    where = Where("", key=name)
    if name == "summary":
        yield from summary_problems(str(value), where)
    settings = project.content.settings
    authors = [author.id for author in settings.authors] if settings else []
    if name == "author" and value not in authors:
        values = {"collection": "authors", "nearest": nearest(str(value), authors)}
        yield Problem(where, "unknown-id", str(value), values)


def _path_problems(path: str, project: Project) -> Iterator[Problem]:
    if not PAGE_PATH.fullmatch(path):
        yield Problem(Where("", key="path"), "page-name", path)
    for page in project.content.raw_pages:
        if page.path == path:
            yield Problem(Where("", key="path"), "address-taken", path, {"by": page.file})


def _menu(path: str, project: Project) -> dict[Path, bytes] | None:
    """Add the page at the end of its section's pages; None when no section has such a list."""
    node = project.content.settings_node
    settings = project.content.settings
    if node is None or settings is None:
        return None
    for number, section in enumerate(settings.sections):
        pages = _pages_node(node, number)
        if section.id == path.partition("/")[0] and pages is not None and pages.nodes:
            return _with_line(project.paths, pages, path)
    return None


def _pages_node(node: Fields, section: int) -> Items | None:
    sections = node.get("sections")
    if not isinstance(sections, Items):
        return None
    fields = sections.nodes[section]
    pages = fields.get("pages") if isinstance(fields, Fields) else None
    return pages if isinstance(pages, Items) else None


def _with_line(paths: ProjectPaths, pages: Items, path: str) -> dict[Path, bytes] | None:
    file = paths.data / "site.yml"
    lines = file.read_bytes().decode("utf-8").splitlines(keepends=True)
    line, _ = find(pages, (len(pages.nodes) - 1,))
    last = lines[line - 1]
    before, dash, _ = last.partition("- ")
    if before.strip() or not dash:
        return None
    ending = "\r\n" if last.endswith("\r\n") else "\n"
    added = f"{before}- {path}{ending}"
    lines[line - 1] = last if last.endswith("\n") else last + ending
    return {file: "".join([*lines[:line], added, *lines[line:]]).encode()}
