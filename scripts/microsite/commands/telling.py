"""What `microsite new` says: what is missing, what was written, what to do next."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace

from microsite.problems import Problem
from microsite.upkeep.entries import Draft
from microsite.upkeep.kinds import PAGE
from microsite.upkeep.project import Project
from microsite.upkeep.talk import explain
from microsite.upkeep.whereabouts import page_of
from microsite.wording.catalog import Words
from microsite.wording.fields import named
from microsite.wording.problems import describe


def tell_missing(paths: Sequence[str], words: Words) -> None:
    """List the fields that have no answer, with what each is, and how to give them."""
    print(words("form.missing", count=len(paths)), file=sys.stderr)
    for path in paths:
        if path == "path":
            print("  " + words("form.missing_path"), file=sys.stderr)
            continue
        what, good = explain(path, words.lang)
        field = named(path, words.lang)
        print(words("form.missing_one", field=field, what=what, good=good), file=sys.stderr)
    print(words("form.missing_how"), file=sys.stderr)


def tell_refused(problems: Sequence[Problem], words: Words) -> None:
    """Say what is wrong; an answer has no place in a file, only its field."""
    for problem in problems:
        message = describe(problem, words.lang)
        where = message.where if problem.where.file else problem.where.key
        print(replace(message, where=where))
    print(words("form.refused"), file=sys.stderr)


def tell_written(made: Draft, kind: str, project: Project, words: Words, *, is_sound: bool) -> None:
    """Show the new text and where it stands, and name the next steps."""
    name = project.name_of(made.path)
    print(words("form.written", file=name, line=made.line) + "\n")
    print(made.text)
    for path in made.files:
        if path != made.path:
            print(words("form.also", file=project.name_of(path)))
    if is_sound:
        print(words("form.sound"))
    print("\n" + words("form.next"))
    first = "form.next_write" if kind == PAGE else "form.next_look"
    print(words(first, file=name, line=made.line))
    if kind == "photo":
        print(words("form.next_show", id=made.id))
    print(words("form.next_check"))
    page = page_of(kind, made, project)
    if made.is_draft:
        print(words("form.next_draft", page=page))
        print(words("form.next_approve"))
    else:
        print(words("form.next_see", page=page))
