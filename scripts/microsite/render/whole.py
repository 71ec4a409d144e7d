"""Names and numbers that no line may cut in two: two words of a place, “31 tỷ đồng”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from microsite.model.base import Localized
from microsite.model.site import Site
from microsite.wording.catalog import Words

_BLANK = "\u00a0"
_DIGIT = re.compile(r"\d")
_TAG = re.compile(r"(<[^>]*>)")
_LONGEST = 4
_DASH = re.compile(r"(?<=\d) –(?= )")
_JOINER = "\u2060"
# the hyphens of a document's number: 230-SL, 1585/QĐ-TTg
_NUMBER = re.compile(r"(?<![\w./-])\d+(?:/\d{4})?(?:[/-][A-ZĐ]\w*)+(?:-\w+)*")


def known_names(site: Site) -> frozenset[str]:
    """Return the names of more than one word in the names and places that the data give.

    A name is what is written with capitals: of “Huyện Than Uyên” and “Than Uyên district” it is
    “Than Uyên”.
    """
    states = [state for unit in site.units.values() for state in unit.states]
    texts = [text for state in states for text in (state.name, state.seat) if text]
    texts += [entry.title for entry in site.culture.values()]
    for collection in (site.culture, site.models, site.exemplars):
        texts += [entry.place for entry in collection.values()]
    return frozenset(name for text in texts for name in _names(text))


def keep_whole(text: str, names: frozenset[str], words: Words, *, title: bool = False) -> str:
    """Return ``text``, which may hold HTML, with no-break spaces inside names, before units
    and before the dash of a span, which ends a line and begins none; the number of a document is
    not parted at a hyphen.

    In a title a number keeps whatever word follows it; a year does not.
    """
    name = _name_rule(names)
    parts = _TAG.split(text) if "<" in text else [text]
    for at in range(0, len(parts), 2):
        if name:
            parts[at] = name.sub(_joined, parts[at])
        if _DIGIT.search(parts[at]):
            numbers = _number_rule(words("cards.powers"), words("cards.units"), title=title)
            joined = _DASH.sub(_joined, numbers.sub(_joined, parts[at]))
            parts[at] = _NUMBER.sub(_unbroken, joined)
    return "".join(parts)


def _names(text: Localized) -> Iterator[str]:
    for written in (text.vi, text.get("en") or ""):
        for run in _capitals(written.split(" ")):
            for name in (run, run[1:]):  # the first word may be a capital of the sentence
                if 1 < len(name) <= _LONGEST:
                    yield " ".join(name)


def _capitals(words: Iterable[str]) -> Iterator[list[str]]:
    """Yield the runs of words that begin with a capital; a comma or a bracket ends a run."""
    run: list[str] = []
    for word in words:
        bare = word.strip("“”(),.;:")
        if not (bare[:1].isupper() and word.startswith(bare)):
            yield run
            run = []
        if bare[:1].isupper():
            run.append(bare)
        if not word.endswith(bare):
            yield run
            run = []
    yield run


@cache
def _name_rule(names: frozenset[str]) -> re.Pattern[str] | None:
    return re.compile(rf"(?<!\w)(?:{_any_of(names)})(?!\w)") if names else None


@cache
def _number_rule(powers: str, units: str, *, title: bool) -> re.Pattern[str]:
    power, unit = _any_of(powers.split(",")), _any_of(units.split(","))
    after = rf"(?:{power}) (?:{unit})(?!\w)|(?=(?:{power}|{unit})(?!\w))"
    if title:
        after += r"|(?=\w)"
    return re.compile(rf"(?<![\w./])(?!(?:1\d|20)\d\d )\d+(?:[.,]\d+)* (?:{after})")


def _any_of(listed: Iterable[str]) -> str:
    """Return a pattern of all that is listed, the longest first: told apart by the first letter,
    because hundreds would else be tried at every letter of a text.
    """
    groups: dict[str, list[str]] = {}
    for one in sorted({one.strip() for one in listed}, key=lambda one: (-len(one), one)):
        groups.setdefault(one[:1], []).append(re.escape(one[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in groups.items())


def _unbroken(found: re.Match[str]) -> str:
    return found.group().replace("-", f"-{_JOINER}")


def _joined(found: re.Match[str]) -> str:
    return found.group().replace(" ", _BLANK)
