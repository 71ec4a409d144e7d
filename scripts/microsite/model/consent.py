"""The register of consents: what people agreed to, and when they took it back.

It is public like everything in ``data/``, so it holds numbers and days, never who it is.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator

from microsite.model.base import Day, Entry, Flag, Matching

# forms that no name and no telephone number fits into
_ID = re.compile(r"(?:[a-z]{1,4}-)?[0-9]{1,6}(?:-[0-9]{1,6})*(?:-[a-z]{1,4})*")
_PAPER = re.compile(r"[0-9]{1,6}/[0-9]{4}(?:[-/][A-ZĐ]{1,8})*")

ConsentScope = Literal["picture", "quotation", "recording", "all"]


class Consent(Entry):
    """What one person agreed to; the signed paper stays in the office under ``paper``.

    A child needs a second consent, of its guardian. ``ethnicity`` says that the person's ethnic
    origin may be told. From ``withdrawn`` on nothing of the person is shown.
    """

    id: Annotated[str, BeforeValidator(Matching(_ID, "consent-id"))]
    paper: Annotated[str, BeforeValidator(Matching(_PAPER, "paper-number"))]
    given: Day
    scope: ConsentScope
    child: Flag = False
    guardian_given: Day | None = None
    ethnicity: Flag = False
    withdrawn: Day | None = None
