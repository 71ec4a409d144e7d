"""What others may do with the site: the licence of its texts and figures, who may embed parts."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator

from microsite.model.base import Frozen, Localized, Matching
from microsite.model.source import Url

_LICENCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*")
_LABEL = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
# a source expression of CSP Level 3, as frame-ancestors takes it
_ORIGIN = re.compile(rf"https://(?:\*\.)?{_LABEL}(?:\.{_LABEL})+(?::[0-9]{{1,5}})?")

LicenceId = Annotated[str, BeforeValidator(Matching(_LICENCE, "licence-id"))]
Origin = Annotated[str, BeforeValidator(Matching(_ORIGIN, "embed-host"))]


class Licence(Frozen):
    """The licence that the owner decided on: its SPDX id, its name, where its text stands."""

    id: LicenceId
    title: Localized
    url: Url


class Embedding(Frozen):
    """Whose pages may show parts of this site: origins, ``https://*.`` for all hosts of a domain.

    Without any, only the site itself may.
    """

    hosts: tuple[Origin, ...] = ()
