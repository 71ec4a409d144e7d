"""Problems as people read them in a terminal, as machines do, and as a pull request shows them."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal

from microsite.problems import Problem
from microsite.wording.catalog import load_words
from microsite.wording.excerpt import Paint, draw, unpainted, visible
from microsite.wording.problems import Message, describe

Format = Literal["text", "json", "github"]
FORMATS: tuple[Format, ...] = ("text", "json", "github")

# more would bury the first ones; JSON has them all
FULL_REPORTS = 50
_MOST_COLUMNS = 120
_COLUMNS = 100
_COLOURS = {"place": "1", "mistake": "1;31", "hint": "36", "quiet": "2"}


def print_report(
    problems: Sequence[Problem], texts: Mapping[str, str], lang: str, *, form: Format = "text"
) -> None:
    """Print every problem in ``lang``; ``texts`` holds the files they lie in."""
    shown = problems[:FULL_REPORTS] if form == "text" else problems
    told = [(problem, describe(problem, lang, texts.get(problem.where.file))) for problem in shown]
    match form:
        case "text":
            _print_text([message for _, message in told])
            _print_counts(problems, lang)
        case "json":
            print(json.dumps(as_json(told), ensure_ascii=False, indent=1))
        case "github":
            for problem, message in told:
                print(annotation(problem, message))


def as_json(told: Sequence[tuple[Problem, Message]]) -> list[dict[str, object]]:
    """Return every problem with its place, its words, and the line it lies in.

    Columns count characters from 1; ``end_column`` is the first one after the mistake. A problem of
    a whole file has null for line, columns and excerpt.
    """
    return [
        {
            "file": problem.where.file,
            "line": message.spot.line if message.spot else problem.where.line or None,
            "column": message.spot.start if message.spot else None,
            "end_column": message.spot.end if message.spot else None,
            "key": problem.where.key,
            "code": problem.code,
            "expected": message.expected,
            "got": problem.got,
            "hint": message.hint,
            "excerpt": message.spot.text if message.spot else None,
        }
        for problem, message in told
    ]


def annotation(problem: Problem, message: Message) -> str:
    """Return a GitHub workflow command that marks the line in a pull request."""
    properties = {"file": problem.where.file}
    if message.spot is not None:
        line = str(message.spot.line)
        properties |= {"line": line, "endLine": line}
        properties |= {"col": str(message.spot.start), "endColumn": str(message.spot.end)}
    elif problem.where.line:
        properties["line"] = str(problem.where.line)
    properties["title"] = message.expected
    given = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    parts = [message.where, f"{message.expected}{message.got}", f"→ {message.hint}"]
    if message.spot is not None:
        parts.insert(1, draw(message.spot))
    said = "\n".join(parts)
    return f"::error {given}::{_data(said)}"


def paint_for_terminal(*, is_terminal: bool) -> Paint:
    """Return a painter: colours only on a terminal that wants them (https://no-color.org)."""
    if not is_terminal or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return unpainted
    return lambda text, role: f"\x1b[{_COLOURS[role]}m{text}\x1b[0m" if text else text


def _print_text(messages: Sequence[Message]) -> None:
    is_terminal = sys.stdout.isatty()
    columns = min(shutil.get_terminal_size().columns, _MOST_COLUMNS) if is_terminal else _COLUMNS
    paint = paint_for_terminal(is_terminal=is_terminal)
    for message in messages:
        print(message.drawn(columns=columns, paint=paint), end="\n\n")


def _print_counts(problems: Sequence[Problem], lang: str) -> None:
    words = load_words(lang)
    rest = Counter(problem.where.file for problem in problems[FULL_REPORTS:])
    for file, count in rest.items():
        print(words("report.more", count=count, file=visible(file)))
    counts = Counter(problem.where.file for problem in problems)
    if len(counts) > 1:
        print(words("report.by_file"))
        for file, count in counts.items():
            print(f"  {count:>4}  {visible(file)}")


def _data(text: str) -> str:
    """Escape the message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape a property of a workflow command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
