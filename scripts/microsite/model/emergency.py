"""The emergency switch: a banner at the head of pages, and pages whose content is withdrawn."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from microsite.model.base import Frozen, Localized, Text

ALL = "all"


def one_or_more(value: Any) -> Any:  # pydantic hands over whatever was typed
    """Take one value for a list of one: in haste nobody thinks of dashes."""
    return [value] if isinstance(value, str) else value


Paths = Annotated[tuple[Text, ...], BeforeValidator(one_or_more)]


class Emergency(Frozen):
    """What is switched on at once when something is wrong.

    ``banner`` stands on every page, or on ``pages`` only. ``withdraw`` names pages by path or
    address, or ``all``: they keep their address and say that their content is withdrawn.
    """

    banner: Localized | None = None
    pages: Paths = ()
    withdraw: Paths = ()
