"""`microsite check`: every problem of the content with its line, once or on every change."""

from __future__ import annotations

import argparse
import sys
import time

from microsite.checking import check_project
from microsite.commands import CONTENT, FINE, MISUSE
from microsite.commands.printing import FORMATS, Format, print_report
from microsite.commands.watching import changes
from microsite.paths import ProjectPaths
from microsite.spread import cores
from microsite.wording.catalog import load_words
from microsite.wording.numbers import format_number

_CLEAR = "\x1b[2J\x1b[3J\x1b[H"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add ``--format``, its short form ``--json``, and ``--watch``."""
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="cách in: chữ, JSON, hoặc ghi chú trên GitHub / text, JSON, or GitHub annotations",
    )
    parser.add_argument(
        "--json",
        action="store_const",
        const="json",
        dest="format",
        help="in JSON cho máy đọc / print JSON",
    )
    parser.add_argument(
        "--watch",
        action="store_true",
        help="kiểm tra lại mỗi khi lưu tệp, Ctrl+C để dừng / check again on every save",
    )


def run(paths: ProjectPaths, options: argparse.Namespace) -> int:
    """Print the problems; 1 when there are any. With ``--watch``, until the writer stops it."""
    if not options.watch:
        return _check(paths, options.lang, options.format)
    words = load_words(options.lang)
    if options.format != "text":
        print(words("report.watch_text"), file=sys.stderr)
        return MISUSE
    try:
        for _ in changes(paths):
            if sys.stdout.isatty():
                print(_CLEAR, end="")
            _check(paths, options.lang, "text")
            print(words("report.watching"), flush=True)
    except KeyboardInterrupt:
        print()
    return FINE


def _check(paths: ProjectPaths, lang: str, form: Format) -> int:
    started = time.monotonic()
    content, problems = check_project(paths, workers=cores())
    seconds = time.monotonic() - started
    print_report(problems, content.texts, lang, form=form)
    if form == "text":
        words = load_words(lang)
        print(words("summary.checked", count=len(content.entries), pages=len(content.raw_pages)))
        print(words("summary.time", seconds=format_number(seconds, lang, decimals=1)))
        print(words("summary.problems", count=len(problems)))
    return CONTENT if problems else FINE
