"""Word documents with equal bytes for equal contents, set as Vietnamese offices set them."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from microsite.publish.bundle import zip_files

FONT = "Times New Roman"
"""Named, not embedded: offices have it, others show a face of the same widths."""

# A4 and its margins in millimetres: top, bottom, left, right (Nghị định 30/2020, W1)
_PAPER = (210, 297)
_MARGINS = (20, 20, 30, 20)
_EDGE = 9  # from the edge of the paper to the number of the page


def new_document(title: str, author: str, day: date) -> Document:
    """Return an empty A4 document whose properties know no clock."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(_PAPER[0]), Mm(_PAPER[1])
    section.top_margin, section.bottom_margin = Mm(_MARGINS[0]), Mm(_MARGINS[1])
    section.left_margin, section.right_margin = Mm(_MARGINS[2]), Mm(_MARGINS[3])
    section.header_distance = section.footer_distance = Mm(_EDGE)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(14)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(name), FONT)
    normal.paragraph_format.space_after = Pt(6)
    set_properties(document, title, author, day)
    return document


def set_properties(document: Document, title: str, author: str, day: date) -> None:
    """Say what the document is; the hour of making it is the beginning of ``day``."""
    made = datetime(day.year, day.month, day.day)  # noqa: DTZ001  the property has no zone
    properties = document.core_properties
    properties.title, properties.author, properties.language = title, author, "vi-VN"
    properties.last_modified_by, properties.comments = author, ""
    properties.created = properties.modified = made
    properties.revision = 1


def write(
    paragraph: Paragraph, text: str, size: float, *, bold: bool = False, italic: bool = False
) -> None:
    """Add a run of ``text`` in points ``size``."""
    run = paragraph.add_run(text)
    run.font.size, run.font.name = Pt(size), FONT
    run.bold, run.italic = bold, italic


def number_pages(paragraph: Paragraph, size: float = 13) -> None:
    """Put the number of the page into ``paragraph``, centred, in points ``size``."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()
    run.font.size, run.font.name = Pt(size), FONT
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.set(qn("xml:space"), "preserve")
            mark.text = text
        run._r.append(mark)  # noqa: SLF001  the library has no fields


def document_bytes(document: Document) -> bytes:
    """Return the file: its parts in a fixed order and without the hour of packing."""
    raw = io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as archive:
        return zip_files({name: archive.read(name) for name in archive.namelist()})
