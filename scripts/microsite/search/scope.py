"""What the index of one language is made for: sections, periods, words that mean the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from microsite.model.learning import Term
from microsite.model.places import built_path
from microsite.model.site import Site
from microsite.render.spans import Span, cut_spans
from microsite.wording.catalog import Words
from microsite.wording.fold import fold

# what the finder says in the page, by its name in the word files
_WORDS = (
    "results",
    "nearest",
    "other",
    "hint",
    "none",
    "count",
    "partly",
    "unknown",
    "all",
    "section",
    "all_sections",
    "period",
    "all_periods",
    "suggest_sitemap",
    "suggest_timeline",
    "suggest_glossary",
)


@dataclass(frozen=True)
class Scope:
    """The language, its sections as (id, title), spans of years to narrow results to, groups of
    phrases that mean the same, pages that are lists of pages themselves, and what the finder says.
    """

    lang: str
    default_lang: str
    sections: tuple[tuple[str, str], ...]
    periods: tuple[Span, ...]
    aliases: tuple[tuple[str, ...], ...]
    unlisted: frozenset[str]
    say: Mapping[str, str]


def scope_of(site: Site, words: Words) -> Scope:
    """Return the scope of ``site`` in the language of ``words``."""
    settings = site.settings
    lang = words.lang
    addresses = settings.addresses
    return Scope(
        lang=lang,
        default_lang=settings.default_lang,
        sections=tuple((one.id, one.title.told(lang)) for one in settings.sections),
        periods=cut_spans(settings, words),
        aliases=tuple(group for term in site.glossary.values() if (group := _same(term, lang))),
        unlisted=frozenset({addresses.sitemap, addresses.search}),
        say=_say(site, words),
    )


def _say(site: Site, words: Words) -> dict[str, str]:
    """Return what the finder says, and the addresses it leads to when it finds nothing."""
    addresses = site.settings.addresses
    lang, default_lang = words.lang, site.settings.default_lang
    ways = {
        "page": addresses.search,
        "sitemap": addresses.sitemap,
        "timeline": addresses.events if site.events else "",
        "glossary": addresses.glossary if site.glossary else "",
    }
    return {key: words(f"search.{key}") for key in _WORDS} | {
        key: built_path(path, lang, default_lang) for key, path in ways.items() if path
    }


def _same(term: Term, lang: str) -> tuple[str, ...]:
    """Return a term with its abbreviations and what they stand for.

    Other aliases are near to the term, but mean more or less.
    """
    full = term.term.told(lang)
    short = term.short.told(lang) if term.short else None
    others = [one for one in term.aliases if _initials(full) == fold(one).lower()]
    if short:
        others += [short, *(one for one in term.aliases if _initials(one) == fold(short).lower())]
    group = tuple({fold(one).lower(): one for one in (full, *others)}.values())
    return group if len(group) > 1 else ()


def _initials(phrase: str) -> str:
    return "".join(word[0] for word in fold(phrase).lower().split())
