"""`microsite new`: an entry or a page, asked step by step or given whole, written in its place."""

from __future__ import annotations

import argparse
import importlib
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from microsite.check.answers import judge
from microsite.commands import CONTENT, FINE, MISUSE
from microsite.commands.printing import print_report
from microsite.commands.telling import tell_missing, tell_refused, tell_written
from microsite.load.nodes import Fields, Items, plain
from microsite.load.yaml_files import parse_yaml
from microsite.model.fields import FORMS
from microsite.model.media import Photo
from microsite.paths import ProjectPaths
from microsite.upkeep.answers import AnswerError, Answers, read_pairs
from microsite.upkeep.entries import Draft, IncompleteError, RefusedError, complete, draft
from microsite.upkeep.files import write_files
from microsite.upkeep.filing import FilingError
from microsite.upkeep.finding import source_at
from microsite.upkeep.kinds import KINDS, PAGE
from microsite.upkeep.pages import complete_page, draft_page
from microsite.upkeep.photographs import fault_of, suggest_for
from microsite.upkeep.project import Project, open_project
from microsite.upkeep.talk import Cancelled, Talk, nothing
from microsite.wording.catalog import Words, load_words

# the field that a word after the kind answers
_PLACES = {"source": "url", "photo": "file"}

CANCELLED = 130  # as shells say it of a command stopped by Ctrl+C


class MisuseError(Exception):
    """A command that cannot be followed; carries the sentence that says why."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the kind and the ways to give answers."""
    parser.add_argument("kind", choices=(*KINDS, PAGE), help="thêm gì / what to add")
    parser.add_argument(
        "place",
        nargs="?",
        default="",
        help="source: địa chỉ; photo: tên tệp; page: đường dẫn"
        " / source: its address; photo: its file; page: its path",
    )
    parser.add_argument(
        "--answers",
        nargs="+",
        action="extend",
        default=[],
        metavar="KEY=VALUE",
        help="câu trả lời / answers: title.vi=…",
    )
    parser.add_argument(
        "--from", dest="source", metavar="FILE", help="tệp YAML có câu trả lời / answers in YAML"
    )
    parser.add_argument("--file", default="", help="ghi vào tệp này / write into this data file")
    parser.add_argument(
        "--no-menu", action="store_true", help="page: không thêm vào menu / keep out of the menu"
    )


def run(paths: ProjectPaths, options: argparse.Namespace) -> int:
    """Write the new thing; 1 for wrong answers, 2 for missing ones or misuse."""
    words = load_words(options.lang)
    try:
        given = _given(options, words)
        project = open_project(paths)
        talk = _talk(words, project, options.kind)
        if talk is not None and _is_asked(options):
            talk.say(words("form.start"))
        make = _page if options.kind == PAGE else _entry
        made = make(given, project, options, talk)
        return _write(made, project, options, talk)
    except Cancelled:
        print("\n" + words("form.stopped"), file=sys.stderr)
        return CANCELLED
    except IncompleteError as error:
        tell_missing(error.paths, words)
    except RefusedError as error:
        tell_refused(error.problems, words)
        return CONTENT
    except FilingError as error:
        collection = KINDS[options.kind].collection
        print(words("form.bad_file", file=error, collection=collection), file=sys.stderr)
    except MisuseError as error:
        print(error, file=sys.stderr)
    return MISUSE


def _given(options: argparse.Namespace, words: Words) -> Answers:
    """Gather the answers of the command line; a pair overrides the file's answer."""
    name = PAGE if options.kind == PAGE else KINDS[options.kind].collection
    answers: Answers = _from_file(options.source, name, words) if options.source else {}
    if options.place and options.kind != PAGE:
        if options.kind not in _PLACES:
            raise MisuseError(words("form.one_place", got=options.place))
        answers[_PLACES[options.kind]] = (
            Path(options.place).name if options.kind == "photo" else options.place
        )
    try:
        return {**answers, **read_pairs(options.answers, FORMS[name])}
    except AnswerError as error:
        raise MisuseError(words("form.bad_pair", pair=error)) from error


def _from_file(name: str, collection: str, words: Words) -> Answers:
    """Read one entry's fields, alone or as the only item of a collection."""
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise MisuseError(words("form.unreadable", file=name)) from error
    node, problems = parse_yaml(text, name)
    if problems:
        raise RefusedError(tuple(problems))
    if isinstance(node, Fields) and node.get(collection) is not None:
        node = node.get(collection)
    if isinstance(node, Items) and len(node.nodes) == 1:
        node = node.nodes[0]
    if not isinstance(node, Fields):
        raise MisuseError(words("form.not_fields"))
    fields: Any = plain(node)
    return dict(fields)


def _talk(words: Words, project: Project, kind: str) -> Talk | None:
    """Return a conversation when somebody sits at the terminal."""
    if not sys.stdin.isatty():
        return None
    with suppress(ImportError):
        importlib.import_module("readline")  # lets people correct a line as they type it
    suggest = suggest_for(project) if kind == "photo" else nothing
    return Talk(words, print, input, project.content, suggest)


def _is_asked(options: argparse.Namespace) -> bool:
    """Whether an editor answers at the terminal, rather than by options."""
    return not options.answers and not options.source


def _entry(
    given: Answers, project: Project, options: argparse.Namespace, talk: Talk | None
) -> Draft:
    kind = KINDS[options.kind]
    _refuse_place(given, project, options)
    entry = complete(kind, given, project, talk)
    made = draft(kind, entry, project, options.file)
    while talk is not None and _is_asked(options):
        name = talk.ask(
            "\n" + talk.words("form.file", file=project.name_of(made.path), line=made.line)
        )
        if not name:
            break
        try:
            made = draft(kind, entry, project, name)
        except FilingError:
            talk.say(talk.words("form.bad_file", file=name, collection=kind.collection))
    return made


def _refuse_place(given: Answers, project: Project, options: argparse.Namespace) -> None:
    """Say at once, not after ten questions, that a file is no photograph or a source is there."""
    words = load_words(options.lang)
    file, url = given.get("file"), given.get("url")
    if options.kind == "photo" and isinstance(file, str):
        slips = judge(Photo, "file", file, project.content)
        fault = None if slips else fault_of(project, file)
        if fault is not None:
            raise RefusedError((fault,))
    if options.kind == "source" and isinstance(url, str):
        known = source_at(project.content, url)
        if known is not None:
            raise MisuseError(words("form.known_source", id=known[0], title=known[1]))


def _page(
    given: Answers, project: Project, options: argparse.Namespace, talk: Talk | None
) -> Draft:
    today = datetime.now().astimezone().date()
    path, meta, translated = complete_page(options.place, given, project, talk, today)
    in_menu = not options.no_menu
    if in_menu and talk is not None and _is_asked(options):
        in_menu = talk.agree("\n" + talk.words("form.menu"), default=True)
    return draft_page(path, meta, translated, project, in_menu=in_menu)


def _write(made: Draft, project: Project, options: argparse.Namespace, talk: Talk | None) -> int:
    """Check the result before it is written, write it, and say what is next.

    Someone at the terminal may keep their answers although something is still wrong.
    """
    words = load_words(options.lang)
    broken = {file.file for file in project.raw.files if not file.is_readable}
    for path in made.files:
        if project.name_of(path) in broken:
            raise MisuseError(words("form.broken_file", file=project.name_of(path)))
    problems = project.problems_of(made.files)
    if problems:
        if talk is None:
            raise RefusedError(problems)
        would_be = {project.name_of(path): raw.decode() for path, raw in made.files.items()}
        print_report(problems, {**project.content.texts, **would_be}, options.lang)
        if not talk.agree(words("form.keep"), default=False):
            raise Cancelled
    write_files(made.files)
    tell_written(made, options.kind, project, words, is_sound=not problems)
    return CONTENT if problems else FINE
