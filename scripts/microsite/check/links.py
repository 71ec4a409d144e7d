"""Links between pages lead to pages and anchors that will exist."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from microsite.check.addresses import generated_anchors, generated_paths
from microsite.check.content import Content
from microsite.check.nearest import nearest
from microsite.load.markdown import RawPage
from microsite.marks import strip_inline
from microsite.problems import Problem, Where
from microsite.wording.fold import slugify

_LINK = re.compile(r"\[(?!@)[^\]\n]*\]\((?P<target>[^)\s]*)[^)]*\)")
_HEADING = re.compile(r"^#{2,6}\s+(?P<text>.*?)(?:\s*\{#(?P<id>[^}\s]+)\s*\})?\s*$")
_FOREIGN = re.compile(r"^(?:https?:|mailto:|tel:)")
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def heading_ids(raw: RawPage) -> set[str]:
    """Return the anchors of a page's headings: written ones, or made from the words."""
    found = (_HEADING.match(line) for _, line in raw.lines())
    return {match["id"] or slugify(strip_inline(match["text"])) for match in found if match}


def check(content: Content) -> Iterator[Problem]:
    """Check every Markdown link and every ``see`` of a question."""
    generated, made = generated_paths(content), generated_anchors(content)
    for raw in content.raw_pages:
        pages = {page.path: page for page in content.raw_pages if page.lang in (raw.lang, _default(content))}
        for number, line in raw.lines():
            for found in _LINK.finditer(line):
                where = Where(raw.file, number, found.start() + 1)
                yield from _link(found["target"], raw.path, where, pages, generated, made)
    known = {page.path for page in content.raw_pages} | set(generated)
    for entry in content.of("questions"):
        for index, path in enumerate(getattr(entry.value, "see", ())):
            if path.partition("#")[0] not in known:
                where = entry.where("see", index)
                yield Problem(where, "dead-link", path, {"nearest": nearest(path, known)})


def _link(
    target: str,
    here: str,
    where: Where,
    pages: dict[str, RawPage],
    generated: dict[str, str],
    made: dict[str, set[str]],
) -> Iterator[Problem]:
    if _FOREIGN.match(target):
        yield Problem(where, "foreign-link", target)
        return
    path, _, anchor = target.partition("#")
    if _SCHEME.match(target) or target.startswith("/") or (path and not path.endswith(".md")):
        yield Problem(where, "link-form", target)
        return
    full = posixpath.normpath(posixpath.join(posixpath.dirname(here), path)) if path else here
    if full not in pages and full not in generated:
        near = nearest(full, [*pages, *generated])
        relative = posixpath.relpath(near, posixpath.dirname(here) or ".") if near else ""
        yield Problem(where, "dead-link", target, {"nearest": relative})
    elif anchor:
        anchors = made.get(full, set()) | (heading_ids(pages[full]) if full in pages else set())
        if anchor not in anchors:
            yield Problem(where, "dead-anchor", target, {"nearest": nearest(anchor, anchors)})


def _default(content: Content) -> str:
    return content.settings.default_lang if content.settings else "vi"
