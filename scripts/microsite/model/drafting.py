"""Who drafts documents: letterheads of offices, in the form of the State or of the Party."""

from __future__ import annotations

from typing import Literal

from microsite.model.base import Frozen, Text

FormId = Literal["nd30", "hd36"]
"""``nd30``: Nghị định 30/2020/NĐ-CP, documents of the State. ``hd36``: Hướng dẫn 36-HD/VPTW,
documents of the Party. A document has one of them, named, never a mixture (P5).
"""

Authority = Literal["own", "on-behalf", "deputy", "by-order"]
"""How somebody signs: by themselves, for a body, for the head, by order of the head."""


class Signer(Frozen):
    """Who would sign: a title, never a name; ``body`` is whom they would sign for."""

    authority: Authority = "own"
    body: Text | None = None
    title: Text


class Letterhead(Frozen):
    """The office that drafts documents of the form ``form``."""

    form: FormId
    superior: Text
    issuer: Text
    place: Text
    signer: Signer
    recipients: tuple[Text, ...] = ()
