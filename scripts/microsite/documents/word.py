"""Word documents with equal bytes for equal contents, set as Vietnamese offices set them."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from microsite.publish.bundle import zip_files

FONT = "Times New Roman"
"""Named, not embedded: offices have it, others show a face of the same widths."""


def set_properties(document: Document, title: str, author: str, day: date) -> None:
    """Say what the document is; the hour of making it is the beginning of ``day``."""
    made = datetime(day.year, day.month, day.day)  # noqa: DTZ001  the property has no zone
    properties = document.core_properties
    properties.title, properties.author, properties.language = title, author, "vi-VN"
    properties.last_modified_by, properties.comments = author, ""
    properties.created = properties.modified = made
    properties.revision = 1


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
