"""A table of a document: thin lines, a head that is repeated on every page."""

from __future__ import annotations

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm
from docx.table import Table

from microsite.documents.draft import Grid
from microsite.documents.paragraphs import add

_INNER = 108  # twips between line and words in a cell, as Word has it
_CELLS = {"left": "cell", "center": "cell-centre", "right": "cell-number"}


def put_property(table: Table, wanted: BaseOxmlElement, before: tuple[str, ...]) -> None:
    """Give ``table`` a property that the library has not, in the order that Word insists on."""
    known = table._tbl.tblPr  # noqa: SLF001
    follower = next((one for one in known if one.tag in map(qn, before)), None)
    if follower is None:
        known.append(wanted)
    else:
        follower.addprevious(wanted)


def add_grid(document: Document, grid: Grid, room: float) -> None:
    """Add ``grid`` as wide as the text: ``room`` millimetres."""
    table = document.add_table(1 + len(grid.rows), len(grid.head))
    table.style, table.autofit = "Table Grid", False
    inset = OxmlElement("w:tblInd")  # else the lines stand out of the text by the inner margin
    inset.set(qn("w:w"), str(_INNER))
    inset.set(qn("w:type"), "dxa")
    put_property(table, inset, before=("w:tblBorders", "w:tblLayout", "w:tblLook"))
    whole = sum(grid.widths)
    for row in table.rows:
        for cell, share in zip(row.cells, grid.widths, strict=True):
            cell.width = Mm(room * share / whole)
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001
    for column, share in zip(table.columns, grid.widths, strict=True):
        column.width = Mm(room * share / whole)
    for cell, text in zip(table.rows[0].cells, grid.head, strict=True):
        add(cell, "cell-head", text)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
    for index, (row, texts) in enumerate(zip(table.rows[1:], grid.rows, strict=True), 1):
        is_total = grid.has_total and index == len(grid.rows)
        for cell, text, end in zip(row.cells, texts, grid.ends, strict=True):
            paragraph = add(cell, _CELLS[end], text)
            if index < len(grid.rows) and not grid.rows[index][0]:  # the next goes on with this
                paragraph.paragraph_format.keep_with_next = True
            if is_total:
                for run in paragraph.runs:
                    run.bold = True
