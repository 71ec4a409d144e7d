"""A draft to a Word document: letterhead, title, parts, the place to sign, appendices."""

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

from microsite.documents.draft import (
    Appendix,
    Block,
    Draft,
    Grid,
    Listed,
    Paragraph,
    Part,
    Picture,
    Point,
)
from microsite.documents.forms import FORMS_BY_ID, Form
from microsite.documents.frame import add_letterhead, add_sign_off
from microsite.documents.grid import add_grid
from microsite.documents.paragraphs import Home, add, add_rule, style_name
from microsite.documents.styles import add_styles
from microsite.documents.widths import width_of
from microsite.documents.word import document_bytes, number_pages, set_properties

_PAPER = (210, 297)  # A4, in millimetres
_EDGE = 10  # from the edge of the paper to the number of the page
_SUBJECT_RULE = 0.4  # of the length of the line above: between a third and a half


def draw_document(draft: Draft) -> bytes:
    """Return ``draft`` as DOCX; equal drafts give equal bytes."""
    form = FORMS_BY_ID[draft.form]
    document = docx.Document()
    set_properties(document, f"{draft.title}: {draft.subject}", draft.head.issuer, draft.day)
    add_styles(document, form)
    _page(document.sections[0], form, draft.foot)
    add_letterhead(document, draft, form)
    _title(document, draft, form)
    _blocks(document, draft.blocks, form)
    # nobody signs a page on which nothing else stands
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    add_sign_off(document, draft, form)
    for appendix in draft.appendices:
        _appendix(document, appendix, form, draft)
    return document_bytes(document)


def _page(section: Section, form: Form, foot: str) -> None:
    """Set paper and margins; number the pages from 1, not on the first (W1, W3, P3)."""
    section.page_width, section.page_height = Mm(_PAPER[0]), Mm(_PAPER[1])
    top, bottom, left, right = map(Mm, form.margins)
    section.top_margin, section.bottom_margin = top, bottom
    section.left_margin, section.right_margin = left, right
    section.header_distance = section.footer_distance = Mm(_EDGE)
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
    number_pages(number, form.looks["page-number"].size)
    for footer in (section.footer, section.first_page_footer):
        line = footer.paragraphs[0]
        line.style = style_name("foot")
        line.add_run(foot)


def _title(document: Document, draft: Draft, form: Form) -> None:
    add(document, "title", draft.title.upper())
    add(document, "subject", draft.subject)
    if form.id == "nd30":
        last = width_of(draft.subject, form.looks["subject"].size)
        room = _room(form)
        add_rule(document, min(last, room) * _SUBJECT_RULE, room)
    else:
        add(document, "dashes", "-----")
    for note in draft.notes:
        add(document, "note", note)


def _room(form: Form) -> float:
    """Return the width of the text, in millimetres."""
    return _PAPER[0] - form.margins[2] - form.margins[3]


def _blocks(home: Document, blocks: Iterable[Block], form: Form) -> None:
    for block in blocks:
        match block:
            case Part():
                add(home, "part", block.label)
                add(home, "part-title", block.title.upper())
            case Point():
                add(home, "point", block.text)
            case Paragraph():
                add(home, "body", block.text)
            case Listed():
                add(home, "source", f"{block.number}\t{block.text}")
            case Grid():
                add_grid(home, block, _room(form))
            case Picture():
                _picture(home, block, form)


def _picture(document: Home, picture: Picture, form: Form) -> None:
    run = add(document, "picture", "").add_run()
    shape = run.add_picture(io.BytesIO(picture.png), width=Mm(_room(form)))
    told = shape._inline.docPr  # noqa: SLF001  the library has no words for pictures
    told.set("descr", picture.alt)
    add(document, "caption", picture.caption)


def _appendix(document: Document, appendix: Appendix, form: Form, draft: Draft) -> None:
    section = document.add_section(WD_SECTION.NEW_PAGE)
    for old in section._sectPr.findall(qn("w:pgNumType")):  # noqa: SLF001  copied from before
        section._sectPr.remove(old)  # noqa: SLF001
    _page(section, form, draft.foot)
    add(document, "appendix", appendix.label)
    add(document, "appendix-title", appendix.title.upper())
    _blocks(document, appendix.blocks, form)
