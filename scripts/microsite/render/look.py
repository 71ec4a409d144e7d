"""How a page looks: its section, colour, band and kind, as front matter for the templates."""

from __future__ import annotations

from microsite.model.section import PageKind, Section
from microsite.render.context import Shared


def look(
    shared: Shared, path: str, kind: PageKind | None = None, band: str | None = None
) -> dict[str, object]:
    """Return the look of the page at ``path``; ``kind`` is known for generated pages, ``band`` is
    the cloth of the community that a page is about.
    """
    top = path.rpartition("/")[0].partition("/")[0]
    sections = shared.site.settings.sections
    section = next((section for section in sections if section.id == top), None)
    return {
        "kind": kind or _authored_kind(section, path),
        "section": top,
        "colour": section.colour if section else "indigo",
        "band": band or (section.band if section else "trim"),
    }


def _authored_kind(section: Section | None, path: str) -> PageKind:
    if section is None:
        return "home" if path.rpartition("/")[2] == "index.md" else "article"
    return section.kind_of(path)
