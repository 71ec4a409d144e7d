"""Pages made from data: one for each indicator, model, exemplar, unit, culture item, question group and register."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from microsite.marks import strip_inline
from microsite.model.site import Site
from microsite.render.context import Context
from microsite.render.directives import chart_svg
from microsite.render.lookups import group_title
from microsite.render.registers import Registers
from microsite.wording.fold import fold

_DESCRIPTION = 160


@dataclass(frozen=True)
class Plan:
    """A page to be made: where, from what, by which template; the words wait for the language."""

    path: str
    template: str
    source: str
    subject: Any = None
    extra: dict[str, Any] = field(default_factory=dict)

    def title(self, context: Context) -> str:
        """Return the page's title in the language of ``context``."""
        subject, words = self.subject, context.words
        match self.template:
            case "indicator":
                return context.plain(subject.name)
            case "unit":
                return context.plain(subject.latest.name)
            case "exemplar":
                return str(subject.name)
            case "model" | "culture":
                return context.plain(subject.title)
            case "questions":
                return words(f"question_group.{subject}")
            case "source-group":
                return group_title(context, subject)
            case _:
                return words(f"{self.template}.title")

    def summary(self, context: Context) -> str:
        """Return a plain description of the page."""
        subject, words = self.subject, context.words
        match self.template:
            case "indicator":
                return _short(context.plain(subject.definition))
            case "model":
                return _short(context.plain(subject.summary))
            case "exemplar" | "culture":
                return _short(context.plain(subject.text))
            case "unit":
                return _short(context.plain(subject.text)) if subject.text else self.title(context)
            case "questions":
                return words("question.summary", group=self.title(context))
            case "source-group":
                return words("sources.summary")
            case _:
                return words(f"{self.template}.summary")

    def values(self, context: Context) -> dict[str, Any]:
        """Return what the template shows besides the subject."""
        values = dict(self.extra)
        if self.template == "indicator":
            values["svg"] = chart_svg(context, self.subject.id)
        if self.template == "sitemap":
            values["letters"] = _letters(context)
        return values


def plan_pages(site: Site, registers: Registers) -> Iterator[Plan]:
    """Yield every generated page of the site, in a fixed order."""
    for collection, template in _ENTRY_PAGES.items():
        for identifier, entry in getattr(site, collection).items():
            path, _ = registers.place(collection, identifier)
            yield Plan(path, template, site.origins[collection, identifier], entry)
    groups: dict[str, list[Any]] = {}
    for question in site.questions.values():
        groups.setdefault(question.group, []).append(question)
    addresses = site.settings.addresses
    for group, questions in groups.items():
        source = site.origins["questions", questions[0].id]
        yield Plan(f"{addresses.questions}/{group}.md", "questions", source, group, {"questions": questions})
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


_ENTRY_PAGES = {
    "indicators": "indicator",
    "units": "unit",
    "models": "model",
    "exemplars": "exemplar",
    "culture": "culture",
}


def _letters(context: Context) -> dict[str, list[tuple[str, str]]]:
    """Return every page by the first letter of its title, folded: Đ stands with D."""
    titles = context.shared.titles[context.words.lang].items()
    letters: dict[str, list[tuple[str, str]]] = {}
    for path, title in sorted(titles, key=lambda item: (fold(item[1]).lower(), item[0])):
        letters.setdefault(fold(title)[0].upper(), []).append((title, path))
    return letters


def _short(text: str) -> str:
    text = strip_inline(text)
    if len(text) <= _DESCRIPTION:
        return text
    return text[:_DESCRIPTION].rsplit(" ", 1)[0].rstrip(",;:. ") + "…"

