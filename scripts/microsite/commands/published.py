"""`microsite published`: the list of every address that was ever published, brought up to date."""

from __future__ import annotations

import argparse
import sys

from microsite.checking import check_project
from microsite.commands import CONTENT, FINE
from microsite.commands.printing import print_report
from microsite.paths import ProjectPaths
from microsite.upkeep.files import write_files
from microsite.upkeep.published import new_addresses, published_text
from microsite.wording.catalog import load_words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add ``--check``."""
    parser.add_argument(
        "--check",
        action="store_true",
        help="chỉ xem có thiếu địa chỉ nào không / only say what is missing",
    )


def run(paths: ProjectPaths, options: argparse.Namespace) -> int:
    """Add what is new; 1 for problems of the content, and with ``--check`` when something is new.

    A redirect may still be missing: that is for the check to say, and no address is taken out.
    """
    words = load_words(options.lang)
    content, problems = check_project(paths)
    problems = tuple(problem for problem in problems if problem.code != "address-gone")
    if problems:
        print_report(problems, content.texts, options.lang, form="text")
        print(words("summary.problems", count=len(problems)))
        return CONTENT
    found = new_addresses(content)
    for address in found:
        print(words("published.missing" if options.check else "published.added", address=address))
    if not found:
        print(words("published.current", count=len(content.published)))
    elif options.check:
        print(words("published.repair"), file=sys.stderr)
        return CONTENT
    else:
        write_files({paths.published: published_text(content).encode()})
    return FINE
