"""Translations beside what they were made from.

One is stale when its source has changed since somebody compared the two, unconfirmed when nobody
has, partial when a text of the entry lacks it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel

from microsite.check.content import Content, LocatedPage
from microsite.model.translation import entry_marks, localized_in, page_mark

State = Literal["stale", "unconfirmed", "missing", "partial", "current"]
Kind = Literal["page", "entry"]
SETTINGS = "site"
# only these texts have their marks in the register; a page carries its own
_REGISTER_LANG = "en"


@dataclass(frozen=True)
class Translation:
    """A page or entry in a language that is not the source.

    ``name`` is the page's path, or ``collection/id``. ``marks`` are those of source and translation
    now. ``has_changed`` says that the translation was edited too since it was confirmed; of a page
    nobody can know.
    """

    lang: str
    kind: Kind
    name: str
    file: str
    state: State
    marks: tuple[str, str] = ("", "")
    has_changed: bool = False


def find_translations(content: Content) -> Iterator[Translation]:
    """Yield every page and entry in every language but the source, in the order of the files."""
    settings = content.settings
    if settings is None:
        return
    for lang in settings.languages[1:]:
        yield from _pages(content, settings.default_lang, lang)
        if lang == _REGISTER_LANG:
            yield from _entries(content, settings.default_lang, lang)


def stale_names(content: Content) -> frozenset[tuple[str, str]]:
    """Return (language, name) of every translation whose source has changed since."""
    return frozenset(
        (one.lang, one.name) for one in find_translations(content) if one.state == "stale"
    )


def _pages(content: Content, source: str, lang: str) -> Iterator[Translation]:
    there = {one.page.path: one for one in content.pages if one.page.lang == lang}
    unreadable = {page.path for page in content.raw_pages if page.lang == lang} - set(there)
    for written in content.pages:
        path = written.page.path
        if written.page.lang == source and path not in unreadable:
            yield _page(written, there.get(path), lang)


def _page(written: LocatedPage, translated: LocatedPage | None, lang: str) -> Translation:
    path = written.page.path
    if translated is None:
        return Translation(lang, "page", path, written.page.file, "missing")
    marks = page_mark(written.page), page_mark(translated.page)
    kept = translated.page.meta.translates
    state: State = _state(kept, marks[0])
    return Translation(lang, "page", path, translated.page.file, state, marks)


def _entries(content: Content, source: str, lang: str) -> Iterator[Translation]:
    if content.settings is not None:
        yield _entry(content, content.settings, SETTINGS, "data/site.yml", (source, lang))
    for entry in content.entries:
        if any(localized_in(entry.value)):
            name = f"{entry.collection}/{entry.value.id}"
            yield _entry(content, entry.value, name, entry.file, (source, lang))


def _entry(
    content: Content, value: BaseModel, name: str, file: str, langs: tuple[str, str]
) -> Translation:
    marks = entry_marks(value, *langs)
    if marks is None:
        return Translation(langs[1], "entry", name, file, "missing")
    kept = content.confirmed.get(name)
    state = _state(kept[0] if kept else None, marks[0])
    if state == "current" and any(text.get(langs[1]) is None for _, text in localized_in(value)):
        state = "partial"
    has_changed = kept is not None and kept[1] != marks[1]
    return Translation(langs[1], "entry", name, file, state, marks, has_changed)


def _state(kept: str | None, now: str) -> State:
    if kept is None:
        return "unconfirmed"
    return "current" if kept == now else "stale"
