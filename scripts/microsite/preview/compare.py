"""Two editions to the pages that came, went or differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from microsite.model.places import built_path
from microsite.preview.printer import Printer
from microsite.preview.wordwise import Spot, compare_blocks, main_of, read_blocks

What = Literal["added", "changed", "removed"]

# pages made of other pages have the settings as their source
_MADE_OF_OTHERS = "data/site.yml"


@dataclass(frozen=True)
class Change:
    """A page that differs. ``follows`` when nobody wrote it: it is made of other pages.

    ``lang`` is the language whose tree it lies in, ``text_lang`` that of its words.
    """

    what: What
    address: str
    title: str
    lang: str
    text_lang: str
    spots: tuple[Spot, ...] = ()
    follows: bool = False


def compare(before: Printer, after: Printer) -> Iterator[Change]:
    """Yield every page that differs in what is not menu or footer, in order of address."""
    settings = after.edition.site.settings
    left_out = {
        built_path(settings.addresses.search, lang, settings.default_lang)
        for lang in settings.languages
    }
    whole = before.edition.site.settings != settings  # menus apart, pages show settings too
    old, new = before.edition.sheets, after.edition.sheets
    for address in sorted((old.keys() | new.keys()) - left_out):
        if address not in new:
            sheet = old[address]
            yield Change("removed", address, sheet.title, sheet.lang, sheet.lang)
        elif address not in old:
            yield _change("added", address, after)
        elif whole or before.staged(address) != after.staged(address):
            was, now = main_of(before.build(address)), main_of(after.build(address))
            if was != now:
                spots = compare_blocks(read_blocks(was), read_blocks(now))
                yield _change("changed", address, after, tuple(spots))


def _change(what: What, address: str, after: Printer, spots: tuple[Spot, ...] = ()) -> Change:
    page = after.page(address)
    text_lang = str(page.meta.get("fallback", page.lang))
    follows = page.source == _MADE_OF_OTHERS
    return Change(what, address, page.title, page.lang, text_lang, spots, follows)
