"""`microsite status`: what of the project waits for somebody, in tables or for machines."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from datetime import date, datetime

from microsite.check.parse import parse
from microsite.commands import CONTENT, FINE, MISUSE
from microsite.commands.status_tables import tables
from microsite.commands.tables import as_markdown, as_text
from microsite.load.tree import read_content
from microsite.paths import ProjectPaths
from microsite.upkeep.status import Status, take_status
from microsite.wording.catalog import Words, load_words
from microsite.wording.dates import format_day

FORMATS = ("text", "markdown", "json")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the form, the part, the day, and ``--strict``."""
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="cách in: chữ, Markdown, JSON / text, Markdown, or JSON",
    )
    parser.add_argument(
        "--section",
        default="",
        metavar="ID",
        help="chỉ một phần của trang / only one section of the site",
    )
    parser.add_argument(
        "--today",
        type=date.fromisoformat,
        metavar="DAY",
        help="tính đến ngày này, không phải hôm nay / count from this day, YYYY-MM-DD",
    )
    parser.add_argument(
        "--strict",
        action="store_true",
        help="kết thúc bằng 1 khi còn việc chờ / end with 1 when something waits",
    )


def run(paths: ProjectPaths, options: argparse.Namespace) -> int:
    """Print the status; with ``--strict`` 1 when a translation or a review waits."""
    words = load_words(options.lang)
    today = options.today or datetime.now().astimezone().date()
    content = parse(read_content(paths))
    try:
        status = take_status(content, today, options.section)
    except KeyError:
        sections = content.settings.sections if content.settings else ()
        known = ", ".join(section.id for section in sections)
        given = {"section": options.section, "known": known}
        print(words("status.unknown_section", **given), file=sys.stderr)
        return MISUSE
    if options.format == "json":
        print(as_json(status))
    else:
        _print(status, words, is_markdown=options.format == "markdown")
    return CONTENT if options.strict and status.is_waiting else FINE


def as_json(status: Status) -> str:
    """Return everything that the tables show, and what they leave out."""
    told = {"waiting": status.is_waiting, **asdict(status)}
    return json.dumps(told, ensure_ascii=False, indent=1, default=date.isoformat)


def _print(status: Status, words: Words, *, is_markdown: bool) -> None:
    day = format_day(status.today, words.lang)
    key = "status.title_section" if status.section else "status.title"
    title = words(key, day=day, section=status.section)
    print(f"## {title}" if is_markdown else title, end="\n\n")
    if status.unread:
        print(words("status.unread", count=status.unread), end="\n\n")
    draw = as_markdown if is_markdown else as_text
    for table in tables(status, words):
        print(draw(table, words), end="\n\n")
    overdue = sum(one.days <= 0 for one in status.reviews)
    counts = {"translations": len(status.translations.waiting), "reviews": overdue}
    print(words("status.waiting", **counts) if status.is_waiting else words("status.done"))
