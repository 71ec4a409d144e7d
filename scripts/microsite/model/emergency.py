"""The emergency switch: a banner at the head of pages, and pages whose content is withdrawn."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from microsite.model.base import Frozen, Localized, Text
from microsite.model.places import page_path

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

    def shows_banner(self, path: str) -> bool:
        """Whether the page at ``path`` begins with the banner."""
        return self.banner is not None and (not self.pages or path in paths_of(self.pages))

    def withdraws(self, path: str) -> bool:
        """Whether the content of the page at ``path`` is withdrawn."""
        return ALL in self.withdraw or path in paths_of(self.withdraw)


def paths_of(named: tuple[str, ...]) -> tuple[str, ...]:
    """Return the paths of pages that were named by path or address."""
    return tuple(page_path(name.lstrip("/")) for name in named)
