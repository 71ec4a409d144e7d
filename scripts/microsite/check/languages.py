"""Languages: pages start from the source language; what others lack is a gap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from microsite.check.addresses import generated
from microsite.check.content import Content, settings_place
from microsite.check.nearest import nearest
from microsite.model.translation import localized_in
from microsite.problems import Problem, Where


@dataclass(frozen=True)
class Gap:
    """Something that exists in the source language only."""

    lang: str
    where: Where


def check(content: Content) -> Iterator[Problem]:
    """Check language folders, translations without a source page, and the pages of the menu."""
    settings = content.settings
    if settings is None:
        return
    here = {page.path for page in content.raw_pages if page.lang == settings.default_lang}
    for page in content.raw_pages:
        if page.lang not in settings.languages:
            values = {"known": ", ".join(settings.languages)}
            yield Problem(Where(page.file), "unknown-language", page.lang, values)
        elif page.path not in here:
            values = {"nearest": nearest(page.path, here), "lang": settings.default_lang}
            yield Problem(Where(page.file), "translation-without-source", page.path, values)
    made = generated(content)
    known = here | set(made.paths)
    authors = {author.id for author in settings.authors}
    for located in content.pages:
        if located.page.meta.author not in authors:
            values = {
                "collection": "authors",
                "nearest": nearest(located.page.meta.author, authors),
                "place": "data/site.yml",
            }
            yield Problem(located.where("author"), "unknown-id", located.page.meta.author, values)
    for index, section in enumerate(settings.sections):
        for number, path in enumerate(section.pages):
            if path not in known and not made.has(path):
                place = settings_place(content, ("sections", index, "pages", number))
                yield Problem(place, "page-missing", path, {"nearest": nearest(path, known)})


def find_gaps(content: Content) -> tuple[Gap, ...]:
    """Return every page and text that a published language still lacks."""
    settings = content.settings
    if settings is None:
        return ()
    gaps = []
    for lang in settings.languages[1:]:
        there = {page.path for page in content.raw_pages if page.lang == lang}
        gaps += [
            Gap(lang, Where(page.file))
            for page in content.raw_pages
            if page.lang == settings.default_lang and page.path not in there
        ]
        for entry in content.entries:
            gaps += [
                Gap(lang, entry.where(*path))
                for path, text in localized_in(entry.value)
                if text.get(lang) is None
            ]
    return tuple(gaps)
