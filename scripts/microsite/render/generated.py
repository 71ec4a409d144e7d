"""Pages made from data: one for each entry, question group and register."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from microsite.marks import strip_inline
from microsite.model.base import Localized
from microsite.model.section import PageKind
from microsite.model.site import Site
from microsite.model.unit import Unit
from microsite.render.context import Context
from microsite.render.directives import chart_svg
from microsite.render.environment import fill
from microsite.render.lookups import entry_title, group_title
from microsite.render.open_data import open_data
from microsite.render.registers import Registers
from microsite.render.tally import draw_tally
from microsite.render.unit_map import unit_place
from microsite.wording.fold import fold

_DESCRIPTION = 160


@dataclass(frozen=True)
class Plan:
    """A page to be made: where, from what, by which template; the words wait for the language.

    ``entry`` is the ``collection/id`` of a page that shows one entry.
    """

    path: str
    template: str
    source: str
    subject: Any = None
    extra: dict[str, Any] = field(default_factory=dict)
    entry: str = ""

    @property
    def kind(self) -> PageKind:
        """The look of the page."""
        return _KINDS[self.template]

    def title(self, context: Context) -> str:
        """Return the page's title in the language of ``context``."""
        say = _TITLES.get(self.template)
        return say(context, self.subject) if say else context.words(f"{self.template}.title")

    def summary(self, context: Context) -> str:
        """Return a plain description of the page."""
        text = _described(self.subject)
        if text is not None:
            return _short(context.plain(text))
        if self.template in _TITLES:
            key = "question.summary" if self.template == "questions" else "sources.summary"
            return context.words(key, group=self.title(context))
        return context.words(f"{self.template}.summary")

    def figure(self, context: Context) -> str:
        """Return what leads the page in its head: a numeral, an honour, a date; a page of many
        entries leads with how many there are.
        """
        if self.template not in _HEADED:
            return draw_tally(context, self.template, self.subject)
        name = f"pages/{self.template}-head.html"
        return fill(name, c=context, w=context.words, subject=self.subject)

    def over(self, context: Context) -> dict[str, object]:
        """Return what else the head shows: a line over the title, a picture under it."""
        say = _EYEBROWS.get(self.template)
        shown: dict[str, object] = {"eyebrow": say(context, self.subject)} if say else {}
        if self.template == "model":
            names = (f"assets/covers/{self.subject.id}{form}.svg" for form in ("", "-wide"))
            shown["covers"] = [context.asset_url(name) for name in names]
        return shown

    def values(self, context: Context) -> dict[str, Any]:
        """Return what the template shows besides the subject."""
        values = dict(self.extra)
        if self.template == "indicator":
            values["svg"] = chart_svg(context, self.subject.id)
        if self.template == "unit":
            values["place"] = unit_place(context, self.subject)
        if self.template == "sitemap":
            values["letters"] = by_first_letter(context)
        if self.template == "data":
            values |= open_data(context)
        return values


def plan_pages(site: Site, registers: Registers) -> Iterator[Plan]:
    """Yield every generated page of the site, in a fixed order."""
    for collection, template in _ENTRY_PAGES.items():
        for identifier, entry in getattr(site, collection).items():
            path, _ = registers.place(collection, identifier)
            source = site.origins[collection, identifier]
            yield Plan(path, template, source, entry, entry=f"{collection}/{identifier}")
    groups: dict[str, list[Any]] = {}
    for question in site.questions.values():
        groups.setdefault(question.group, []).append(question)
    addresses = site.settings.addresses
    for group, questions in groups.items():
        source = site.origins["questions", questions[0].id]
        yield Plan(
            f"{addresses.questions}/{group}.md",
            "questions",
            source,
            group,
            {"questions": questions},
        )
    if site.sources:
        values = {"groups": registers.source_groups}
        yield Plan(f"{addresses.sources}/index.md", "sources", "data/sources", None, values)
        for source_group in registers.source_groups:
            path = f"{addresses.sources}/{source_group.id}.md"
            yield Plan(path, "source-group", "data/sources", source_group)
    if site.glossary:
        terms = sorted(site.glossary.values(), key=lambda term: fold(term.term.vi).lower())
        yield Plan(addresses.glossary, "glossary", "data/glossary.yml", None, {"terms": terms})
    yield Plan(addresses.sitemap, "sitemap", "data/site.yml")
    yield Plan(addresses.search, "search", "data/site.yml")
    yield Plan(addresses.open_data, "data", "data/site.yml")


_TITLES: dict[str, Callable[[Context, Any], str]] = {
    "indicator": entry_title,
    "unit": lambda context, unit: context.plain(unit.latest.name),
    "exemplar": entry_title,
    "model": entry_title,
    "culture": entry_title,
    "questions": lambda context, group: context.words(f"question_group.{group}"),
    "source-group": group_title,
}

# templates with a part of their own for the head
_HEADED = ("indicator", "unit", "exemplar", "culture")

_EYEBROWS: dict[str, Callable[[Context, Any], str]] = {
    "unit": lambda context, unit: context.words(f"unit_kind.{unit.latest.kind}").capitalize(),
    "exemplar": lambda context, entry: _beside(
        context.words(f"field.{entry.field}"), context.plain(entry.place)
    ),
    "model": lambda context, entry: _beside(
        context.words(f"field.{entry.field}"), context.plain(entry.place)
    ),
    "culture": lambda context, entry: _beside(
        context.words(f"kind.{entry.kind}"), ", ".join(entry.people)
    ),
}

_KINDS: dict[str, PageKind] = {
    "indicator": "indicator",
    "unit": "entry",
    "model": "entry",
    "exemplar": "entry",
    "culture": "entry",
    "questions": "questions",
    "sources": "register",
    "source-group": "register",
    "glossary": "register",
    "sitemap": "register",
    "search": "search",
    "data": "article",
}

_ENTRY_PAGES = {
    "indicators": "indicator",
    "units": "unit",
    "models": "model",
    "exemplars": "exemplar",
    "culture": "culture",
}


def _beside(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def by_first_letter(context: Context) -> dict[str, list[tuple[str, str]]]:
    """Return every page by the first letter of its title, folded: Đ stands with D."""
    titles = context.shared.titles[context.words.lang].items()
    letters: dict[str, list[tuple[str, str]]] = {}
    listed = (item for item in titles if not context.withdraws(item[0]))
    for path, title in sorted(listed, key=lambda item: (fold(item[1]).lower(), item[0])):
        first = fold(title)[0].upper()
        letters.setdefault(first if first.isalnum() else "…", []).append((title, path))
    return letters


def _described(subject: object) -> Localized | None:
    """Return the text that describes an entry; a unit without one is described by its name."""
    for name in ("definition", "summary", "text"):
        text = getattr(subject, name, None)
        if isinstance(text, Localized):
            return text
    return subject.latest.name if isinstance(subject, Unit) else None


def _short(text: str) -> str:
    text = strip_inline(text)
    if len(text) <= _DESCRIPTION:
        return text
    return text[:_DESCRIPTION].rsplit(" ", 1)[0].rstrip(",;:. ") + "…"
