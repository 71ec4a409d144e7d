"""The parts of the site: their folders, their look, what goes on paper together."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Literal

from microsite.model.base import Entry, Flag, Localized, LocalizedProse, Slug, Text

Colour = Literal["indigo", "green", "red", "orange", "blue", "leaf", "plum", "teal", "gold"]
PageKind = Literal[
    "home",
    "landing",
    "article",
    "timeline",
    "indicator",
    "explorer",
    "list",
    "entry",
    "quiz",
    "questions",
    "register",
    "search",
    "rest",
]

_OWN_SHEETS = ("timeline", "quiz", "list", "explorer")


class Section(Entry):
    """A part of the site; its id is the folder of its pages, in the order of the menu.

    ``colour`` and ``band`` are its look, ``in_header`` puts it in the short menu, and ``kinds``
    names the pages (file name without ending) that need a look of their own.
    """

    title: Localized
    door: LocalizedProse | None = None
    colour: Colour = "indigo"
    band: Slug = "trim"
    in_header: Flag = False
    kinds: Mapping[Text, PageKind] = {}
    pages: tuple[Text, ...] = ()

    @property
    def paper(self) -> str:
        """The page that holds the whole section, for paper."""
        return f"{self.id}/in-ca-muc.md"

    def kind_of(self, path: str) -> PageKind:
        """Return the look of the authored page at ``path`` in this section."""
        folder, _, name = path.removesuffix(".md").rpartition("/")
        if folder == self.id and name in self.kinds:
            return self.kinds[name]
        return "landing" if name == "index" and folder == self.id else "article"

    def on_paper(self, authored: Container[str]) -> tuple[str, ...]:
        """Return the ``authored`` pages that go on paper together, in the order of the menu.

        One page prints by itself, and so do long lists.
        """
        paths = tuple(
            path
            for path in self.pages
            if path in authored and path.count("/") == 1 and self.kind_of(path) not in _OWN_SHEETS
        )
        return paths if len(paths) > 1 else ()
