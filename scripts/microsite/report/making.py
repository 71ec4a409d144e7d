"""All files of a report, from the activities of a site."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from microsite.documents.composing import compose
from microsite.documents.drawing import draw_composed
from microsite.documents.setting import set_composed
from microsite.model.site import Site
from microsite.model.totals import in_period
from microsite.report.blank import blank_workbook
from microsite.report.chart import chart, chart_png, chart_svg, told_in_words
from microsite.report.document import report_draft
from microsite.report.folder import Cover
from microsite.report.naming import Naming
from microsite.report.table import csv_table
from microsite.report.workbook import workbook
from microsite.typesetting import Press

BLANK = "mau-nhap.xlsx"


def make_report(
    site: Site, version: str, day: date, period: str = "", press: Press | None = None
) -> tuple[Mapping[str, bytes], Cover]:
    """Return the files of the report of ``period`` (all without one) by name, and its cover.

    Without activities there is only the workbook for offices to fill in, without a ``press`` no
    PDF. Raises TypesetError when the fonts of the press lack a letter.
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
    paper = compose(report_draft(found, naming, version, day, shown))
    printed = {} if press is None else {"bao-cao.pdf": set_composed(paper, press)}
    made = {
        "bao-cao.docx": draw_composed(paper),
        **printed,
        "so-lieu.xlsx": workbook(found, naming, version, day),
        "so-lieu.csv": csv_table(found, naming, version),
    }
    return {**made, **drawn, **blank}, cover


def _foot(naming: Naming, version: str, day: date) -> str:
    """Return what stands under the drawing wherever it is taken."""
    words = naming.words
    made = words("reporting.foot", version=version, day=f"{day:%d/%m/%Y}")
    return f"{made} {words('reporting.from')}"
