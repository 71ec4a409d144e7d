"""`microsite schema`: the schemas that teach editor programs, and the line that names them."""

from __future__ import annotations

import argparse
import sys

from microsite.commands import CONTENT, FINE
from microsite.paths import ProjectPaths
from microsite.upkeep.files import write_files
from microsite.upkeep.modelines import wanted_files
from microsite.wording.catalog import load_words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add ``--check``."""
    parser.add_argument(
        "--check",
        action="store_true",
        help="chỉ xem có cần viết lại không / only say what is stale",
    )


def run(paths: ProjectPaths, options: argparse.Namespace) -> int:
    """Write what differs and say so; with ``--check`` write nothing and end with 1."""
    words = load_words(options.lang)
    wanted = wanted_files(paths)
    if not options.check:
        write_files(wanted)
    say = "schema.stale" if options.check else "schema.written"
    for file in wanted:
        print(words(say, path=file.relative_to(paths.root).as_posix()))
    if not wanted:
        print(words("schema.current"))
    elif options.check:
        print(words("schema.repair"), file=sys.stderr)
        return CONTENT
    return FINE
