"""Dublin Core: what archives and portals of the administration read (V10, Thông tư 24/2011)."""

from __future__ import annotations

from collections.abc import Iterator

from microsite.about.subject import Subject
from microsite.about.tag import tag

_VOCABULARY = "http://purl.org/dc/elements/1.1/"


def dublin_core(subject: Subject, coverage: str) -> Iterator[str]:
    """Yield the elements of a page; ``coverage`` is the place that it is about.

    A page made from data has no date of its own, and none is made up.
    """
    yield tag("link", rel="schema.DC", href=_VOCABULARY)
    for name, value in _elements(subject, coverage):
        if value:
            yield tag("meta", name=f"DC.{name}", content=value)


def _elements(subject: Subject, coverage: str) -> Iterator[tuple[str, str | None]]:
    owner = subject.say(subject.settings.owner.name)
    yield "title", subject.title
    yield "creator", subject.author or owner
    yield "publisher", owner
    reviewed = subject.page.meta.get("reviewed")
    yield "date", str(reviewed) if reviewed else None
    yield "language", subject.lang
    yield "subject", subject.say(subject.section.title) if subject.section else None
    yield "coverage", coverage
    yield "type", "Dataset" if subject.kind == "indicator" else "Text"
    yield "identifier", subject.settings.address_of(subject.built)
