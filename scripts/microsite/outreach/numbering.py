"""Numbered sources of one paper: the same number for the same source."""

from __future__ import annotations

from collections.abc import Iterable

from microsite.model.site import Site
from microsite.outreach.imprint import source_list


class Citing:
    """Gives sources their numbers in the order in which they are cited.

    At most ``most`` of each statement: a sheet has room for one, a booklet for two.
    """

    def __init__(self, site: Site, most: int | None = None) -> None:
        self._site, self._most, self._numbers = site, most, dict[str, int]()

    def cite(self, ids: Iterable[str]) -> str:
        """Return the marks of sources: “[1] [2]”."""
        known = [one for one in dict.fromkeys(ids) if one in self._site.sources]
        return " ".join(
            f"[{self._numbers.setdefault(one, len(self._numbers) + 1)}]"
            for one in known[: self._most]
        )

    @property
    def ids(self) -> tuple[str, ...]:
        """The sources cited so far."""
        return tuple(self._numbers)

    def lines(self, lang: str) -> list[str]:
        """Return each source on a line, in the order of the numbers."""
        return source_list(self._site, self.ids, lang)
