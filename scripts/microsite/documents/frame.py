"""What stands around a document: the letterhead over it and the place to sign under it."""

from __future__ import annotations

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table

from microsite.documents.draft import Draft
from microsite.documents.forms import PARTY, STATE, Form
from microsite.documents.grid import put_property
from microsite.documents.paragraphs import add, add_rule
from microsite.documents.widths import width_of
from microsite.model.drafting import Letterhead, Signer
from microsite.wording.catalog import load_words

_ISSUER_RULE = 0.4  # of the length of the name: between a third and a half (W4)
_BLANK = " " * 10  # where a clerk writes the number


def blank_letterhead(form: Form) -> Letterhead:
    """Return the letterhead of an office that has not told its name: the words of the samples."""
    words = load_words("vi")
    return Letterhead(
        form=form.id,
        superior=words("document.blank.superior"),
        issuer=words("document.blank.issuer"),
        place=words("document.blank.place"),
        signer=Signer(title=words("document.blank.signer")),
    )


def add_letterhead(document: Document, draft: Draft, form: Form) -> None:
    """Add who writes on the left, the State or the Party on the right (W6), and the mark of a
    draft where a number will stand.
    """
    table = _bare_table(document, 2, form)
    left, right = table.cell(0, 0), table.cell(0, 1)
    add(left, "superior", draft.head.superior.upper())
    issuer = draft.head.issuer.upper()
    add(left, "issuer", issuer)
    if form.id == "nd30":
        length = width_of(issuer, form.looks["issuer"].size)
        add_rule(left, min(length, form.columns[0]) * _ISSUER_RULE, form.columns[0])
        add(right, "nation", STATE[0])
        add(right, "motto", STATE[1])
        add_rule(right, width_of(STATE[1], form.looks["motto"].size), form.columns[1])
    else:
        add(left, "star", "*")
        add(right, "party", PARTY)
        add_rule(right, width_of(PARTY, form.looks["party"].size), form.columns[1])
    left, right = table.cell(1, 0), table.cell(1, 1)
    add(left, "number", form.number + _BLANK)
    add(left, "draft", load_words("vi")("document.draft"))
    add(right, "place-date", f"{draft.head.place}, {written_day(draft)}")


def written_day(draft: Draft) -> str:
    """Return the day as documents write it: 0 before days under 10 and months under 3 (W7)."""
    day = draft.day
    month = f"{day.month:02}" if day.month < 3 else f"{day.month}"  # noqa: PLR2004
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def add_sign_off(document: Document, draft: Draft, form: Form) -> None:
    """Add the recipients on the left and who would sign on the right; no name, nothing signed."""
    words = load_words("vi")
    add(document, "gap", "").paragraph_format.keep_with_next = True
    table = _bare_table(document, 1, form)
    left, right = table.cell(0, 0), table.cell(0, 1)
    add(left, "recipients-head", words("document.recipients"))
    for one in (*draft.head.recipients, words("document.file")):
        end = "." if one == words("document.file") else ";"
        add(left, "recipients", f"- {one}{end}")
    signer = draft.head.signer
    mark = form.authority[signer.authority]
    if mark:
        add(right, "signer", f"{mark} {(signer.body or '').upper()}".strip())
    add(right, "signer", signer.title.upper())
    add(right, "signer-name", "")


def _bare_table(document: Document, rows: int, form: Form) -> Table:
    """Add a table of two columns without lines and without inner margins (W9)."""
    table: Table = document.add_table(rows, 2)
    table.autofit = False
    for row in table.rows:
        for cell, width in zip(row.cells, form.columns, strict=True):
            cell.width = Mm(width)
        _keep_whole(row._tr)  # noqa: SLF001  the library has no such row
    for column, width in zip(table.columns, form.columns, strict=True):
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
