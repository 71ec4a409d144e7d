"""`microsite report`: what was done, into dist/report/; and the spreadsheets of offices, in."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from microsite.commands import CONTENT, FINE, MISUSE
from microsite.commands.making import tell_refusal
from microsite.commands.outreach import today
from microsite.commands.printing import print_report
from microsite.documents.setting import office_press
from microsite.engine.desk import theme_folder
from microsite.outreach.kit import read_site
from microsite.paths import ProjectPaths
from microsite.problems import ContentError
from microsite.report.folder import write_report
from microsite.report.importing import LineFault, import_lines
from microsite.report.making import make_report
from microsite.report.naming import Naming
from microsite.report.sheets import UnreadableError, read_sheet
from microsite.report.taking import with_activities
from microsite.report.values import Misread, read_period
from microsite.spoken.script import Edition
from microsite.typesetting import TypesetError
from microsite.upkeep.files import write_files
from microsite.upkeep.project import open_project
from microsite.wording.catalog import Words, load_words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add day, period and the file to take in."""
    parser.add_argument(
        "--date", type=date.fromisoformat, help="ngày của báo cáo, 2024-01-01 / its day"
    )
    parser.add_argument("--number", type=int, default=1, help="bản thứ mấy trong ngày / of the day")
    parser.add_argument("--period", default="", help="chỉ kỳ này: 2024, 2024-Q1, 2024-01 / only")
    parser.add_argument(
        "--import",
        dest="source",
        metavar="FILE",
        help="nhập bảng CSV hoặc XLSX của đơn vị / take in a spreadsheet",
    )


def run(paths: ProjectPaths, options: argparse.Namespace) -> int:
    """Make the report, or take a spreadsheet in; 1 for wrong lines or content, 2 for misuse."""
    words = load_words(options.lang)
    try:
        if options.source:
            return _import(Path(options.source), paths, words)
        return _report(paths, options, words)
    except ContentError as error:
        return tell_refusal(error, options.lang)


def _report(paths: ProjectPaths, options: argparse.Namespace, words: Words) -> int:
    period = read_period(options.period) if options.period else ""
    if isinstance(period, Misread):
        print(words("reporting.bad_period", got=options.period), file=sys.stderr)
        return MISUSE
    site = read_site(paths)
    edition = Edition(options.date or today(), options.number)
    press = office_press(theme_folder(paths), paths.outreach_cache)
    try:
        made, cover = make_report(site, edition.version, edition.day, period, press)
    except TypesetError as error:  # a letter that only Word has a font for
        print(words("reporting.no_pdf", detail=error), file=sys.stderr)
        made, cover = make_report(site, edition.version, edition.day, period)
    write_report(made, cover, Naming(site), paths)
    if cover.rows:
        print(words("reporting.made", count=len(made), rows=cover.rows, path=paths.report))
    else:
        which = "reporting.empty_period" if site.activities else "reporting.empty"
        print(words(which, period=options.period, path=paths.report))
    return FINE


def _import(source: Path, paths: ProjectPaths, words: Words) -> int:
    """Take in every line of ``source``, or say what is wrong and write nothing."""
    try:
        lines = read_sheet(source)
    except UnreadableError as error:
        print(words(f"reporting.unreadable.{error.key}", file=source), file=sys.stderr)
        return MISUSE
    site = read_site(paths)
    found = import_lines(lines, tuple(site.activities.values()), Naming(site))
    if found.faults:
        for fault in found.faults:
            print(_told(fault, source, words))
        print(words("reporting.nothing_taken", count=len(found.faults)), file=sys.stderr)
        return CONTENT
    project = open_project(paths)
    changes, problems = with_activities(found.answers, project)
    if problems:
        texts = {project.name_of(path): raw.decode() for path, raw in changes.items()}
        print_report(problems, {**project.content.texts, **texts}, words.lang)
        print(words("reporting.nothing_taken", count=len(problems)), file=sys.stderr)
        return CONTENT
    write_files(changes)
    for path in changes:
        print(words("reporting.taken", count=len(found.answers), file=project.name_of(path)))
    return FINE


def _told(fault: LineFault, source: Path, words: Words) -> str:
    """Say a fault: file, line and column, what was expected, what stands there, what to do."""
    values = {"got": fault.got, "allowed": fault.allowed}
    column = words("reporting.at_column", column=fault.column) if fault.column else ""
    place = words("reporting.at", file=source.name, line=fault.line, column=column)
    return f"{place}\n  {words(f'reporting.fault.{fault.rule}', **values)}"
