"""Nobody is shown who has not agreed or been shown in public by a source that can be named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from microsite.check.content import Content, Located, strings_in
from microsite.check.withdrawal import PEOPLE
from microsite.model.base import Entry
from microsite.model.consent import Consent
from microsite.model.culture import CultureItem
from microsite.model.media import Photo
from microsite.problems import Problem

# what the consent must be for, where one stands beside an entry of this collection
_NEEDED = {"photos": "picture", "recordings": "recording", "voices": "quotation"}
_WHOLE = "all"
_SOMEBODY = r"(?:woman|man|girl|boy|child|elder|artisan|person|people|family)"


def check(content: Content) -> Iterator[Problem]:
    """Check the register, and everything in which a person can be recognised."""
    for entry in content.of("consents"):
        if isinstance(entry.value, Consent):
            yield from _register(entry, entry.value)
    origins = _origins(content)
    for collection in PEOPLE:
        for entry in content.of(collection):
            yield from _person(entry, content, origins)


def _register(entry: Located, consent: Consent) -> Iterator[Problem]:
    if consent.child and consent.guardian_given is None:
        yield Problem(entry.where("child"), "child-consent")
    if consent.withdrawn is not None and consent.withdrawn < consent.given:
        values = {"given": consent.given.isoformat()}
        yield Problem(entry.where("withdrawn"), "consent-days", str(consent.withdrawn), values)


def _person(entry: Located, content: Content, origins: re.Pattern[str]) -> Iterator[Problem]:
    value = entry.value
    named: tuple[str, ...] = getattr(value, "consents", ())
    sources: tuple[str, ...] = getattr(value, "sources", ())
    if isinstance(value, Photo) and not value.people:
        return
    if not named and not sources:
        yield Problem(entry.where("id"), "no-consent")
    known = content.ids("consents")
    consents = [known[name].value for name in named if name in known]
    needed = _NEEDED.get(entry.collection, _WHOLE)
    for index, name in enumerate(named):
        consent = known[name].value if name in known else None
        if isinstance(consent, Consent) and consent.scope not in (needed, _WHOLE):
            where = entry.where("consents", index)
            values = {"scope": consent.scope, "needed": needed}
            yield Problem(where, "consent-scope", name, values)
    agreed = [isinstance(one, Consent) and one.ethnicity for one in consents]
    if named and not sources and not all(agreed):
        yield from _told_origin(entry, value, origins)


def _told_origin(entry: Located, value: Entry, origins: re.Pattern[str]) -> Iterator[Problem]:
    for path, text, _ in strings_in(value):
        found = origins.search(text) if path[-1] in ("vi", "en") else None
        if found is not None:
            yield Problem(entry.where(*path), "ethnicity-consent", found.group())


def _origins(content: Content) -> re.Pattern[str]:
    """Return the phrases that tell somebody's ethnic origin, after the peoples the data name."""
    items = (entry.value for entry in content.of("culture"))
    peoples = {name for item in items if isinstance(item, CultureItem) for name in item.people}
    names = "|".join(map(re.escape, sorted(peoples))) or "(?!)"
    return re.compile(
        rf"(?i:dân tộc)\s+(?:{names}|[^\W\d_a-zà-ỹđ]\w*)"
        rf"|(?i:người|đồng bào)\s+(?:{names})(?!\w)"
        rf"|(?<!\w)(?:{names})\s+(?:ethnic\s+)?{_SOMEBODY}(?!\w)"
    )
