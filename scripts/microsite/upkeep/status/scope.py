"""The whole project, or the part of it that belongs to one section."""

from __future__ import annotations

from dataclasses import dataclass

from microsite.model.settings import Settings

HOME = ""


@dataclass(frozen=True)
class Scope:
    """``section`` is an id of the settings, or empty for everything."""

    settings: Settings | None
    section: str = ""

    def __post_init__(self) -> None:
        if self.section and self.section not in self.sections:
            raise KeyError(self.section)

    @property
    def sections(self) -> tuple[str, ...]:
        """The ids of all sections in the order of the menu."""
        return tuple(one.id for one in self.settings.sections) if self.settings else ()

    def section_of(self, path: str) -> str:
        """Return the section of a page by its path; the home page belongs to none."""
        first = path.partition("/")[0]
        return first if first in self.sections else HOME

    def has_page(self, path: str) -> bool:
        """Whether the page at ``path`` is to be looked at."""
        return not self.section or self.section_of(path) == self.section

    def has(self, collection: str) -> bool:
        """Whether a collection is to be looked at: its pages lie in the section."""
        if not self.section:
            return True
        address = getattr(self.settings.addresses, collection, "") if self.settings else ""
        return self.section_of(address) == self.section
