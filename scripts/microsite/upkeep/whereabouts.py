"""Where in the built site a new thing will be seen."""

from __future__ import annotations

from microsite.marks import parse_block
from microsite.model.places import html_path
from microsite.upkeep.entries import Draft
from microsite.upkeep.kinds import KINDS, PAGE
from microsite.upkeep.project import Project

_FOLDERS = ("indicators", "units", "models", "exemplars", "culture")
_GROUPED = ("questions", "sources")


def page_of(kind: str, made: Draft, project: Project) -> str:
    """Return the address of a new entry or page in the site's folder."""
    settings = project.content.settings
    if settings is None:
        return "index.html"
    if kind == PAGE:
        path = made.path.relative_to(project.paths.docs / settings.default_lang).as_posix()
        return html_path(path)
    collection = KINDS[kind].collection
    address = getattr(settings.addresses, collection, "")
    if collection in _FOLDERS:
        return f"{address}/{made.id}.html"
    if collection in _GROUPED:
        return f"{address}/{made.category}.html#{made.id}"
    if address:
        return f"{html_path(address)}#{made.id}"
    return html_path(_page_with(collection, project, settings.default_lang))


def _page_with(directive: str, project: Project, lang: str) -> str:
    """Return the first page that lists a collection which has no address of its own."""
    for page in project.content.raw_pages:
        if page.lang == lang:
            for _, line in page.lines:
                found = parse_block(line)
                if found is not None and found.name == directive:
                    return page.path
    return "index.md"
