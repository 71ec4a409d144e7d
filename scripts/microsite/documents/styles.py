"""The looks of a form to paragraph styles of Word, one for each role, so that people can edit."""

from __future__ import annotations

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from microsite.documents.forms import Align, Look, Paper
from microsite.documents.paragraphs import style_name
from microsite.documents.word import FONT

PREFIX = "ms-"
"""Before the role in the id of a style; the checker finds roles by it."""

_ALIGN: dict[Align, WD_ALIGN_PARAGRAPH] = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
_BLACK, _GREY = RGBColor(0, 0, 0), RGBColor(0x55, 0x55, 0x55)


def add_styles(document: Document, paper: Paper) -> None:
    """Give ``document`` a style for each role of ``paper``, named in Vietnamese."""
    for lang in document.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), "vi-VN")
    for role, look in paper.looks.items():
        style = document.styles.add_style(style_name(role), WD_STYLE_TYPE.PARAGRAPH)
        assert isinstance(style, ParagraphStyle)
        style.element.set(qn("w:styleId"), PREFIX + role)
        style.base_style, style.quick_style = None, True
        _letters(style, look)
        _stand(style, look, role)


def _letters(style: ParagraphStyle, look: Look) -> None:
    font = style.font
    font.name, font.size = FONT, Pt(look.size)
    font.color.rgb = _GREY if look.is_pale else _BLACK
    font.bold, font.italic, font.underline = look.bold, look.italic, look.underline
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(name), FONT)


def _stand(style: ParagraphStyle, look: Look, role: str) -> None:
    form = style.paragraph_format
    form.alignment = _ALIGN[look.align]
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.first_line_indent = Mm(look.indent - look.hanging)
    if look.hanging:
        form.left_indent = Mm(look.hanging)
    form.keep_with_next, form.widow_control = look.keeps, True
    if role == "rule":  # no higher than its line
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(4)
    else:
        form.line_spacing = look.line
