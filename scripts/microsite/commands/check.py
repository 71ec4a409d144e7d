"""`microsite check`: every problem of the content, once."""

from __future__ import annotations

import argparse
import json

from microsite.commands import CONTENT, FINE
from microsite.commands.printing import as_json, print_problems
from microsite.paths import ProjectPaths
from microsite.pipeline import check_project
from microsite.wording.catalog import load_words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add ``--json``."""
    parser.add_argument("--json", action="store_true", help="in JSON cho máy đọc / print JSON")


def run(paths: ProjectPaths, options: argparse.Namespace) -> int:
    """Print the problems; 1 when there are any."""
    content, problems = check_project(paths)
    words = load_words(options.lang)
    if options.json:
        print(json.dumps(as_json(problems, options.lang), ensure_ascii=False, indent=1))
    else:
        print_problems(problems, options.lang)
        print(words("summary.checked", count=len(content.entries), pages=len(content.raw_pages)))
        print(words("summary.problems", count=len(problems)))
    return CONTENT if problems else FINE
