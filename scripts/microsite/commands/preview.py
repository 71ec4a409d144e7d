"""`microsite preview`: what has changed, in one zip for the one who approves it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from microsite.commands import FINE, MISUSE
from microsite.commands.making import say_stages, tell_refusal
from microsite.paths import ProjectPaths
from microsite.preview.make import FormerError, Made, make_preview
from microsite.preview.revision import RevisionError, find_revision
from microsite.problems import ContentError
from microsite.wording.catalog import Words, load_words
from microsite.wording.numbers import format_number

_KILO = 1000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add ``--against`` and ``--out``."""
    parser.add_argument(
        "--against",
        default="main",
        metavar="NHÁNH",
        help="so với nhánh hay bản nào, mặc định main / the revision to compare with",
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="THƯ_MỤC",
        help="đặt tệp zip vào đâu, mặc định dist/preview/ / where to put the zip",
    )


def run(paths: ProjectPaths, options: argparse.Namespace) -> int:
    """Make the zip and say where it is; 1 for problems here, 2 when there is nothing to compare."""
    words = load_words(options.lang)
    try:
        revision = find_revision(paths, options.against)
        out = options.out or paths.root / "dist" / "preview"
        made = make_preview(paths, revision, out, options.lang, say_stages(words, "preview"))
    except RevisionError as error:
        print(words(f"preview.{error.reason}", name=options.against), file=sys.stderr)
        return MISUSE
    except FormerError as error:
        print(words("preview.former", name=options.against, count=error.count), file=sys.stderr)
        return MISUSE
    except ContentError as error:
        code = tell_refusal(error, options.lang)
        print(words("summary.problems", count=len(error.problems)))
        print(words("preview.nothing_made"))
        return code
    if made is None:
        print(words("preview.same", name=revision.name, commit=revision.short))
    else:
        _tell(made, words)
    return FINE


def _tell(made: Made, words: Words) -> None:
    size = format_number(made.size / _KILO, words.lang, decimals=0)
    print(
        words("preview.made_counts", **{w: made.counts[w] for w in ("changed", "added", "removed")})
    )
    print(words("preview.made", path=made.path, size=size))
    print(words("preview.made_how"))
