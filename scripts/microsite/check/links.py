"""Links between pages lead to pages and anchors that will exist."""

from __future__ import annotations

import posixpath
import re
from collections import ChainMap
from collections.abc import Iterator, Mapping

from microsite.check.addresses import Generated, generated
from microsite.check.content import Content
from microsite.check.nearest import nearest, nearest_path
from microsite.load.markdown import RawPage
from microsite.marks import strip_inline
from microsite.problems import Problem, Where
from microsite.wording.fold import slugify

_LINK = re.compile(r"(?<!!)\[(?!@)[^\]\n]{0,400}\]\((?P<target>[^)\s]*)[^)]{0,400}\)")
_HEADING = re.compile(r"^#{1,6}\s+(?P<text>.*?)(?:\s*\{#(?P<id>[^}\s]+)\s*\})?\s*$")
_FOREIGN = re.compile(r"^(?:https?:|mailto:|tel:)")
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def heading_ids(raw: RawPage) -> set[str]:
    """Return the anchors of a page's headings: written ones, or made from the words."""
    headings = (" ".join(line.split()) for _, line in raw.lines if line.startswith("#"))
    found = (_HEADING.match(line) for line in headings)
    return {match["id"] or slugify(strip_inline(match["text"])) for match in found if match}


def check(content: Content) -> Iterator[Problem]:
    """Check every Markdown link and every ``see`` of a question."""
    if content.settings is None:
        return
    default = content.settings.default_lang
    made = generated(content)
    by_language: dict[str, dict[str, RawPage]] = {default: {}}
    for raw in content.raw_pages:
        by_language.setdefault(raw.lang, {})[raw.path] = raw
    for raw in content.raw_pages:
        pages = ChainMap(by_language[raw.lang], by_language[default])
        for number, line in raw.lines:
            for found in _LINK.finditer(line):
                where = Where(raw.file, number, found.start() + 1)
                yield from _link(found["target"], raw.path, where, pages, made)
    authored = {page.path for page in content.raw_pages}
    for entry in content.of("questions"):
        for index, path in enumerate(getattr(entry.value, "see", ())):
            page = path.partition("#")[0]
            if page not in authored and not made.has(page):
                values = {"nearest": nearest(path, [*authored, *made.paths]), "page": page}
                yield Problem(entry.where("see", index), "dead-link", path, values)


def has_anchor(path: str, anchor: str, pages: Mapping[str, RawPage], made: Generated) -> bool:
    """Whether the page at ``path`` will have ``anchor``, as far as its file lets us know."""
    page = pages.get(path)
    if page is not None and (page.is_closed or anchor in heading_ids(page)):
        return True
    return made.has_anchor(path, anchor)


def _link(
    target: str, here: str, where: Where, pages: Mapping[str, RawPage], made: Generated
) -> Iterator[Problem]:
    if _FOREIGN.match(target):
        yield Problem(where, "foreign-link", target)
        return
    path, _, anchor = target.partition("#")
    if _SCHEME.match(target) or target.startswith("/") or (path and not path.endswith(".md")):
        yield Problem(where, "link-form", target)
        return
    folder = posixpath.dirname(here)
    full = posixpath.normpath(posixpath.join(folder, path)) if path else here
    if full not in pages and not made.has(full):
        near = nearest_path(full, [*pages, *made.paths])
        relative = posixpath.relpath(near, folder or ".") if near else ""
        yield Problem(where, "dead-link", target, {"nearest": relative, "page": full})
    elif anchor and not has_anchor(full, anchor, pages, made):
        authored = heading_ids(pages[full]) if full in pages else set()
        near = nearest(anchor, authored | set(made.anchors.get(full, ())))
        yield Problem(where, "dead-anchor", target, {"nearest": near, "page": full})
