"""All files of a report, from the activities of a site."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from microsite.model.site import Site
from microsite.model.totals import in_period
from microsite.report.blank import blank_workbook
from microsite.report.chart import chart, chart_png, chart_svg, told_in_words
from microsite.report.document import report_document
from microsite.report.folder import Cover
from microsite.report.naming import Naming
from microsite.report.table import csv_table
from microsite.report.workbook import workbook

BLANK = "mau-nhap.xlsx"


def make_report(
    site: Site, version: str, day: date, period: str = ""
) -> tuple[Mapping[str, bytes], Cover]:
    """Return the files of the report of ``period`` (all without one) by name, and its cover.

    Without activities there is only the workbook for offices to fill in.
    """
    naming = Naming(site)
    found = in_period(site.activities.values(), period)
    told = (one.evidence for one in found)
    cover = Cover(version, day, period, len(found), tuple(dict.fromkeys(told)))
    blank = {BLANK: blank_workbook(naming, version, day)}
    if not found:
        return blank, cover
    drawing = chart(found, naming, _foot(naming, version, day))
    drawn: dict[str, bytes] = {}
    shown = None
    if drawing is not None:
        drawn = {"bieu-do.svg": chart_svg(drawing), "bieu-do.png": chart_png(drawing)}
        shown = (drawn["bieu-do.png"], told_in_words(found, naming))
    made = {
        "bao-cao.docx": report_document(found, naming, version, day, shown),
        "so-lieu.xlsx": workbook(found, naming, version, day),
        "so-lieu.csv": csv_table(found, naming, version),
    }
    return {**made, **drawn, **blank}, cover


def _foot(naming: Naming, version: str, day: date) -> str:
    """Return what stands under the drawing wherever it is taken."""
    words = naming.words
    made = words("reporting.foot", version=version, day=f"{day:%d/%m/%Y}")
    return f"{made} {words('reporting.from')}"
