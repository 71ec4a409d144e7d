"""Drafts of an office that does not exist, and changes to the XML of their documents."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date

from microsite.documents.draft import Appendix, Draft, Grid, Listed, Paragraph, Part, Point
from microsite.documents.drawing import draw_document
from microsite.model.drafting import Authority, FormId, Letterhead, Signer

BODY = "word/document.xml"
STYLES = "word/styles.xml"


def draft(
    form: FormId, *, day: date = date(2024, 1, 6), authority: Authority = "on-behalf"
) -> Draft:
    """Return a draft with everything that a rule is about."""
    head = Letterhead(
        form=form,
        superior="Hội làm vườn",
        issuer="Ban Quản trị Vườn mẫu",
        place="Vườn mẫu",
        signer=Signer(authority=authority, body="Ban Quản trị", title="Trưởng ban"),
        recipients=("Các tổ",),
    )
    blocks = (
        Paragraph("Thời gian: 12 phút."),
        Grid(("Phần", "Phút"), (("I", "12"),), (3, 1), ("left", "right"), has_total=True),
        Part("Phần I", "Mở đầu"),
        Point("1. Ngày lập vườn (3 phút)"),
        Paragraph("a) Vườn lập ngày 01/03/2015 [1]."),
    )
    sources = Appendix("Phụ lục I", "Nguồn", (Listed("[1]", "Sổ tay (mã: so-tay)"),))
    return Draft(
        form=form,
        head=head,
        day=day,
        title="Đề cương",
        subject="Năm năm vườn mẫu",
        foot="Dự thảo. Bản 20240106-1.",
        blocks=blocks,
        notes=("Ghi chú.",),
        appendices=(sources,),
    )


def document(form: FormId, **changed: Authority) -> bytes:
    """Return the document of ``draft``."""
    return draw_document(draft(form, **changed))  # type: ignore[arg-type]


def part(raw: bytes, name: str = BODY) -> str:
    """Return the XML of one part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return archive.read(name).decode("utf-8")


def with_part(raw: bytes, name: str, text: str) -> bytes:
    """Return the file with another XML in the place of a part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w") as new:
        for inside in old.namelist():
            new.writestr(inside, text if inside == name else old.read(inside))
    return out.getvalue()


def texts(raw: bytes) -> str:
    """Return all that the body says."""

    return " ".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", part(raw)))
