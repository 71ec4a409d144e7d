"""Who points at an entry: events at indicators, models at places, pages at figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from microsite.marks import Figure, outside_code, parse_block, parse_inline
from microsite.model.page import AuthoredPage
from microsite.model.site import Site

_FIELDS = ("units", "indicators", "models", "culture")
_POINTING = ("events", "models", "exemplars", "culture")


@dataclass(frozen=True)
class Backlinks:
    """Pointing ids by (collection, id) and collection; authored paths by indicator."""

    entries: Mapping[tuple[str, str], Mapping[str, tuple[str, ...]]]
    pages: Mapping[str, tuple[str, ...]]

    def to(self, collection: str, identifier: str, pointing: str) -> tuple[str, ...]:
        """Return the ids in ``pointing`` that name this entry."""
        return self.entries.get((collection, identifier), {}).get(pointing, ())


def build_backlinks(site: Site) -> Backlinks:
    """Turn every reference around."""
    entries: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {}
    for pointing in _POINTING:
        collection = getattr(site, pointing)
        for identifier, entry in collection.items():
            for target in _FIELDS:
                for named in getattr(entry, target, ()):
                    found = entries.setdefault((target, named), {})
                    found[pointing] = (*found.get(pointing, ()), identifier)
    pages: dict[str, dict[str, None]] = {}
    for page in site.pages:
        for indicator in _indicators_of(page):
            pages.setdefault(indicator, {})[page.path] = None
    return Backlinks(entries, {name: tuple(sorted(paths)) for name, paths in pages.items()})


def _indicators_of(page: AuthoredPage) -> Iterator[str]:
    for line, outside in outside_code(page.body.split("\n")):
        if not outside:
            continue
        directive = parse_block(line)
        if directive is not None and directive.name in ("chart", "compare"):
            yield directive.id
        for mark in parse_inline(line):
            if isinstance(mark, Figure):
                yield mark.indicator
