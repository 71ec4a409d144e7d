"""Pages to the index of one language: titles with their places, words with their pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile

from microsite.render.spans import Span
from microsite.search.pages import FoundPage, Place
from microsite.search.scope import Scope
from microsite.search.texts import as_script
from microsite.search.tokens import cut_tokens
from microsite.wording.fold import fold, slugify

_YEAR = re.compile(r"(?<![\d.,])(1[3-9]\d\d|20\d\d)(?![\d.,]\d)")

_DATE = re.compile(r"\d{1,2}/(\d{1,2}/)?\d{4}$")

# a heading on more pages than this names a part of a form and leads nowhere in particular
_FORM = 6

# gaps between page numbers are written as letters; a gap that is too large takes several
_FIRST, _STEP = ord("#"), 57  # up to “[”: none of these needs an escape in a script
_NEXT_WORD = "!"
_FURTHER = "~"

# so many words are a short page; the length of others is told in doublings of it
_SHORT, _WORD = 60, 6


def write_index(
    pages: Sequence[FoundPage], shelves: Sequence[tuple[str, int]], scope: Scope
) -> str:
    """Write the index as a classic script.

    ``pages``: [address, title, kind, section number, periods as bits, length, places], places
    being [anchor (0: made of the title), title, periods, keys and names]. ``shelves``: the name of
    each text file, and how many pages it holds. ``words`` are sorted by their folded form, each as
    a capital that tells how much of the word before is kept (A: nothing), and the rest; ``hits``
    gives for each the pages that say it.
    """
    forms = _forms(pages)
    sections = [identifier for identifier, _ in scope.sections]
    rows = [_row(page, sections, scope.periods, forms) for page in pages]
    words, hits = _postings(pages)
    return as_script(
        scope.lang,
        {
            "say": dict(scope.say),
            "sections": [title for _, title in scope.sections],
            "periods": [one.label for one in scope.periods],
            "aliases": [list(group) for group in scope.aliases],
            "shelves": [list(shelf) for shelf in shelves],
            "pages": rows,
            "words": _shorten(words),
            "hits": hits,
        },
    )


def _forms(pages: Iterable[FoundPage]) -> set[str]:
    """Return the headings that stand on many pages."""
    counted = Counter(title for page in pages for title in {one.title for one in page.places})
    return {title for title, count in counted.items() if count > _FORM}


def _row(
    page: FoundPage, sections: list[str], periods: Sequence[Span], forms: set[str]
) -> list[object]:
    places: list[object] = []
    whole = _bits(page.title, periods)
    for place in page.places:
        inside = _bits(f"{place.title} {place.text}", periods)
        whole |= inside
        if place.anchor and place.title not in forms and _is_named(place):
            anchor = 0 if place.anchor == slugify(place.title) else place.anchor
            places.append([anchor, place.shown, inside, *_keys(place)])
    section = sections.index(page.section) if page.section in sections else -1
    steps = (sum(len(place.text) for place in page.places) // _WORD // _SHORT).bit_length()
    return [page.address, page.title, page.kind, section, whole, steps, places]


def _is_named(place: Place) -> bool:
    """Whether people look for a place by its heading."""
    return bool(place.shown) and not place.points


def _keys(place: Place) -> list[str]:
    """Return what a place is looked up by besides its heading: the people it names in a list; an
    event by its day and the numbers of documents.
    """
    if not place.day:
        return list(place.names)
    several = (forms[0] for forms in cut_tokens(place.text) if len(forms) > 1)
    return list(dict.fromkeys((place.day, *(one for one in several if not _DATE.match(one)))))


def _bits(text: str, periods: Sequence[Span]) -> int:
    years = {int(year) for year in _YEAR.findall(text)}
    return sum(
        1 << number
        for number, one in enumerate(periods)
        if any(one.first <= year <= one.last for year in years)
    )


def _postings(pages: Sequence[FoundPage]) -> tuple[list[str], str]:
    found: dict[str, list[int]] = {}
    for number, page in enumerate(pages):
        for word in page.words:
            found.setdefault(word, []).append(number)
    words = sorted(found, key=lambda word: (fold(word), word))
    return words, "".join(_gaps(found[word]) for word in words)


def _shorten(words: Sequence[str]) -> str:
    return "".join(
        chr(ord("A") + kept) + word[kept:]
        for before, word in pairwise(("", *words))
        for kept in [_shared(before, word)]
    )


def _shared(one: str, two: str) -> int:
    """Return how many letters two words begin with alike."""
    pairs = zip(one, two, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _gaps(numbers: Sequence[int]) -> str:
    """Write ascending page numbers as one letter a gap, and a mark at the end."""
    written: list[str] = []
    last = -1
    for number in numbers:
        gap = number - last - 1
        last = number
        written.append(_FURTHER * (gap // _STEP) + chr(_FIRST + gap % _STEP))
    return "".join(written) + _NEXT_WORD
