"""Approval is complete, and what is published does not lean on what is not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from microsite.check import languages, links, prose, references
from microsite.check.addresses import generated
from microsite.check.content import Content, Located, LocatedPage
from microsite.check.release import withhold
from microsite.model.approval import Approvable
from microsite.problems import Problem

_SAYS = ("approved_by", "approved_on")
# what these find only without the unapproved content leads from the published to the unapproved
_FOLLOWING: tuple[Callable[[Content], Iterable[Problem]], ...] = (
    references.check,
    links.check,
    languages.check,
    prose.check_directives,
)
_LEADS_NOWHERE = {"unknown-id", "dead-link", "dead-anchor", "translation-without-source"}


def check(content: Content) -> Iterator[Problem]:
    """Check who approved what, and every way from published to unapproved content."""
    for entry in content.entries:
        if isinstance(entry.value, Approvable):
            yield from _statement(entry, entry.value)
    for page in content.pages:
        yield from _statement(page, page.page.meta)
    shown = withhold(content)
    if shown is not content:
        yield from _leaning(content, shown)
        yield from _needed(content, shown)


def _statement(place: Located | LocatedPage, value: Approvable) -> Iterator[Problem]:
    """Approved by whom and when is said with ``approved``, and only then."""
    said = [name for name in _SAYS if getattr(value, name) is not None]
    if value.status != "approved":
        for name in said:
            got = str(getattr(value, name))
            yield Problem(place.where(name), "approval-without-status", got, {"name": name})
    elif len(said) < len(_SAYS):
        lines = ", ".join(f"{name}: …" for name in _SAYS if name not in said)
        yield Problem(place.where("status"), "approval-incomplete", "", {"lines": lines})


def _leaning(content: Content, shown: Content) -> Iterator[Problem]:
    leading = list(_follow(shown))
    if not leading:
        return
    known = {(problem.where, problem.code, problem.got) for problem in _follow(content)}
    for problem in leading:
        if (problem.where, problem.code, problem.got) not in known:
            values = {"target": _target(problem, content)}
            yield replace(problem, code="leads-to-draft", values=values)


def _target(problem: Problem, content: Content) -> str:
    """Name what is not approved: an entry by its id, a page by its file."""
    if problem.code == "unknown-id":
        return f"{problem.values['collection']}[{problem.got}]"
    path = problem.values.get("page", problem.got)
    _, anchor, name = problem.got.partition("#")
    if problem.code == "dead-anchor":
        return f"{path}{anchor}{name}"
    files = {page.path: page.file for page in reversed(content.raw_pages)}
    lang = content.settings.default_lang if content.settings else ""
    files |= {page.path: page.file for page in content.raw_pages if page.lang == lang}
    return files.get(path) or generated(content).paths.get(path, path)


def _follow(content: Content) -> Iterator[Problem]:
    """Yield what leads nowhere in ``content``."""
    for find in _FOLLOWING:
        yield from (problem for problem in find(content) if problem.code in _LEADS_NOWHERE)


def _needed(content: Content, shown: Content) -> Iterator[Problem]:
    """Check that no page is withheld on which published things stand, or which everything names."""
    settings = content.settings
    if settings is None:
        return
    needed = {"index.md"}
    for collection in ("events", "voices"):
        if next(shown.of(collection), None):
            needed.add(getattr(settings.addresses, collection))
    for page in content.pages:
        path, meta = page.page.path, page.page.meta
        if page.page.lang == settings.default_lang and path in needed and not meta.is_published:
            yield Problem(page.where("status"), "draft-needed", meta.status or "", {"page": path})
