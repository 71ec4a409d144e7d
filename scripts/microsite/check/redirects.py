"""Addresses last: what was published is there or leads on, and every redirect leads to a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from microsite.check.addresses import Generated, generated, site_addresses
from microsite.check.content import Content, where_in
from microsite.check.links import has_anchor
from microsite.check.nearest import nearest
from microsite.check.release import release
from microsite.load.markdown import RawPage
from microsite.model.places import built_path, page_path, split_language
from microsite.model.redirect import Redirect
from microsite.problems import Problem, Where

PUBLISHED = "data/published.txt"
_FILE = "data/redirects.yml"
# the likest of hundreds of addresses is worth finding for the first few only
_SLIPS = 20


def check(content: Content) -> Iterator[Problem]:
    """Check redirects and the list of what was published."""
    if content.settings is None or content.redirects is None:
        return
    languages = content.settings.languages
    whole, shown = _read(content, languages), release(content)
    public = whole if shown is content else _read(shown, languages)
    moved: dict[str, Redirect] = {}
    for redirect in content.redirects.redirects:
        for move in redirect.moves(languages):
            moved.setdefault(move.address, redirect)
    for index, redirect in enumerate(content.redirects.redirects):
        yield from _redirect(redirect, index, content, _Places(whole, public, moved))
    gone = [one for one in content.published if not (public.answers(one) or one in moved)]
    for number, address in enumerate(gone):
        where = Where(PUBLISHED, content.published[address], 1, length=len(address))
        near = nearest(address, public.addresses) if number < _SLIPS else ""
        yield Problem(where, "address-gone", address, {"nearest": near})


@dataclass(frozen=True)
class _Tree:
    """The site that some content makes: its addresses, and its pages by path."""

    languages: tuple[str, ...]
    addresses: frozenset[str]
    pages: Mapping[str, RawPage]
    made: Generated

    def has(self, path: str) -> bool:
        return path in self.pages or self.made.has(path)

    def answers(self, address: str) -> bool:
        """Whether there is a page at ``address``, as far as unreadable files let us know."""
        path = page_path(split_language(address, self.languages[1:])[1])
        return address in self.addresses or path.startswith(self.made.uncertain)


@dataclass(frozen=True)
class _Places:
    """Where a redirect may lead: all pages, those that are published, and those that moved."""

    whole: _Tree
    public: _Tree
    moved: Mapping[str, Redirect]


def _read(content: Content, languages: tuple[str, ...]) -> _Tree:
    pages = {page.path: page for page in content.raw_pages if page.lang == languages[0]}
    return _Tree(languages, site_addresses(content), pages, generated(content))


def _redirect(
    redirect: Redirect, index: int, content: Content, places: _Places
) -> Iterator[Problem]:
    languages = places.whole.languages
    moves = redirect.moves(languages)
    start, end = (_where(content, index, name) for name in ("from", "to"))
    if any(move.address in places.whole.addresses for move in moves):
        yield Problem(start, "redirect-taken", redirect.old)
    elif any(places.moved[move.address] is not redirect for move in moves):
        yield Problem(start, "redirect-twice", redirect.old)
    path, anchor = moves[0].page, moves[0].anchor
    if not places.whole.has(path):
        if built_path(path, moves[0].lang, languages[0]) in places.moved:
            yield Problem(end, "redirect-chain", redirect.new)
        else:
            known = [*places.whole.pages, *places.whole.made.paths]
            yield Problem(end, "no-such-page", redirect.new, {"nearest": nearest(path, known)})
    elif not places.public.has(path):
        page = places.whole.pages.get(path)
        target = page.file if page else places.whole.made.paths.get(path, path)
        yield Problem(end, "leads-to-draft", redirect.new, {"target": target})
    elif anchor and not has_anchor(path, anchor, places.public.pages, places.public.made):
        yield Problem(end, "dead-anchor", redirect.new, {"page": path})


def _where(content: Content, index: int, name: str) -> Where:
    if content.redirects_node is None:
        return Where(_FILE)
    path = ("redirects", index, name)
    key = f"redirects[{index}].{name}"
    return where_in(content.redirects_node, path, file=_FILE, key=key)
