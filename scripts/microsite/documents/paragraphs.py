"""A paragraph of a role, and a rule of a length, put into a document or a cell."""

from __future__ import annotations

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from microsite.wording.catalog import load_words

Home = Document | _Cell

_UNUSED = "Normal"  # the style of the paragraph that every cell begins with


def style_name(role: str) -> str:
    """Return how Word names the style of ``role``: in Vietnamese, as its users read it."""
    return load_words("vi")(f"document.role.{role}")


def add(home: Home, role: str, text: str) -> Paragraph:
    """Add a paragraph that stands as its role does; a cell's empty first one is used."""
    name = style_name(role)
    first: Paragraph | None = home.paragraphs[0] if isinstance(home, _Cell) else None
    if first is None or first.style is None or first.style.name != _UNUSED:
        added: Paragraph = home.add_paragraph(text, style=name)
        return added
    first.style = name
    if text:
        first.add_run(text)
    return first


def add_rule(home: Home, length: float, room: float) -> None:
    """Add a rule of ``length`` millimetres in the middle of ``room``, as the border of a paragraph
    (W9), so that it can be edited as text is.
    """
    rule = add(home, "rule", "")
    indent = Mm(max(0, (room - length) / 2))
    rule.paragraph_format.left_indent = rule.paragraph_format.right_indent = indent
    borders = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    rule._p.get_or_add_pPr().insert_element_before(  # noqa: SLF001  the library has no borders
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
