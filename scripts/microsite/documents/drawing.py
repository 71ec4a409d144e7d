"""A composed paper to a Word document."""

from __future__ import annotations

import io
from collections.abc import Iterable

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm
from docx.table import Table

from microsite.documents.composing import Composed, compose
from microsite.documents.draft import Draft, Grid, Picture
from microsite.documents.forms import EDGE, SIDES, Paper
from microsite.documents.grid import add_grid, put_property
from microsite.documents.lines import Element, Frame, Line, Rule
from microsite.documents.paragraphs import Home, add, add_rule, style_name
from microsite.documents.styles import add_styles
from microsite.documents.word import document_bytes, number_pages, set_properties


def draw_document(draft: Draft) -> bytes:
    """Return ``draft`` as DOCX; equal drafts give equal bytes."""
    return draw_composed(compose(draft))


def draw_composed(composed: Composed) -> bytes:
    """Return a composed paper as DOCX; equal papers give equal bytes."""
    document = docx.Document()
    set_properties(document, composed.title, composed.author, composed.day)
    add_styles(document, composed.paper)
    for number, elements in enumerate(composed.sections):
        section = document.add_section(WD_SECTION.NEW_PAGE) if number else document.sections[0]
        for old in section._sectPr.findall(qn("w:pgNumType")):  # noqa: SLF001  copied from before
            section._sectPr.remove(old)  # noqa: SLF001
        _page(section, composed.paper, composed.foot)
        _draw(document, elements, composed.paper)
    return document_bytes(document)


def _page(section: Section, paper: Paper, foot: str) -> None:
    """Set paper and margins; number the pages from 1, not on the first (W1, W3, P3)."""
    section.page_width, section.page_height = Mm(SIDES[0]), Mm(SIDES[1])
    top, bottom, left, right = map(Mm, paper.margins)
    section.top_margin, section.bottom_margin = top, bottom
    section.left_margin, section.right_margin = left, right
    section.header_distance = section.footer_distance = Mm(EDGE)
    section.different_first_page_header_footer = True
    start = OxmlElement("w:pgNumType")
    start.set(qn("w:fmt"), "decimal")
    start.set(qn("w:start"), "1")
    section._sectPr.insert_element_before(start, "w:cols", "w:titlePg", "w:docGrid")  # noqa: SLF001
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    section.first_page_header.is_linked_to_previous = False
    section.first_page_footer.is_linked_to_previous = False
    number = section.header.paragraphs[0]
    number.style = style_name("page-number")
    number_pages(number, paper.looks["page-number"].size)
    for footer in (section.footer, section.first_page_footer):
        line = footer.paragraphs[0]
        line.style = style_name("foot")
        line.add_run(foot)


def _draw(home: Document, elements: Iterable[Element], paper: Paper) -> None:
    for element in elements:
        match element:
            case Line() | Rule():
                _line(home, element)
            case Frame():
                _frame(home, element)
            case Grid():
                add_grid(home, element, paper.room)
            case Picture():
                _picture(home, element, paper.room)


def _line(home: Home, line: Line | Rule) -> None:
    if isinstance(line, Rule):
        add_rule(home, line.length, line.room)
        return
    paragraph = add(home, line.role, line.text)
    if line.keeps:
        paragraph.paragraph_format.keep_with_next = True


def _picture(document: Home, picture: Picture, room: float) -> None:
    run = add(document, "picture", "").add_run()
    shape = run.add_picture(io.BytesIO(picture.png), width=Mm(room))
    told = shape._inline.docPr  # noqa: SLF001  the library has no words for pictures
    told.set("descr", picture.alt)


def _frame(document: Document, frame: Frame) -> None:
    table = _bare_table(document, frame)
    for number, cells in enumerate(frame.rows):
        for column, lines in enumerate(cells):
            for line in lines:
                _line(table.cell(number, column), line)


def _bare_table(document: Document, frame: Frame) -> Table:
    """Add a table of two columns without lines and without inner margins (W9)."""
    table: Table = document.add_table(len(frame.rows), 2)
    table.autofit = False
    for row in table.rows:
        for cell, width in zip(row.cells, frame.columns, strict=True):
            cell.width = Mm(width)
        _keep_whole(row._tr)  # noqa: SLF001  the library has no such row
    for column, width in zip(table.columns, frame.columns, strict=True):
        column.width = Mm(width)
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), "0")
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    put_property(table, margins, before=("w:tblLook",))
    return table


def _keep_whole(row: object) -> None:
    kept = OxmlElement("w:cantSplit")
    row.get_or_add_trPr().append(kept)  # type: ignore[attr-defined]
