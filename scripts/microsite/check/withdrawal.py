"""Whoever takes a consent back is gone from every output with the next build."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from pydantic import BaseModel

from microsite.check import languages, links
from microsite.check.content import Content, Located, marked_fields
from microsite.model.base import Ref
from microsite.model.consent import Consent
from microsite.model.media import Recording
from microsite.model.story import Exemplar, Voice
from microsite.problems import Problem, Where

# the collections whose entries may show somebody
PEOPLE = ("photos", "recordings", "voices", "exemplars")

# words before a name that many people share
_ADDRESSES = {"Ông", "Bà", "Anh", "Chị", "Em", "Cụ", "Già", "Mr", "Mrs", "Ms"}
AnyModel = TypeVar("AnyModel", bound=BaseModel)

_COMMENT = re.compile(r"^\s*#")


def without_withdrawn(content: Content) -> Content:
    """Return the content without the entries of people who took their consent back, and without
    their ids in the lists of other entries.
    """
    gone = {(entry.collection, entry.value.id) for entry in withdrawn(content)}
    if not gone:
        return content
    kept = (one for one in content.entries if (one.collection, one.value.id) not in gone)
    return replace(
        content, entries=tuple(replace(one, value=_forget(one.value, gone)) for one in kept)
    )


def _forget(model: AnyModel, gone: set[tuple[str, str]]) -> AnyModel:
    changes: dict[str, object] = {}
    for name, marks in marked_fields(type(model)):
        value = getattr(model, name)
        if isinstance(value, BaseModel):
            changes[name] = _forget(value, gone)
        elif isinstance(value, tuple):
            named = {mark.collection for mark in marks if isinstance(mark, Ref)}
            changes[name] = tuple(
                _forget(one, gone) if isinstance(one, BaseModel) else one
                for one in value
                if not any((collection, one) in gone for collection in named)
            )
    changed = {name: one for name, one in changes.items() if one != getattr(model, name)}
    return model.model_copy(update=changed) if changed else model


def withdrawn(content: Content) -> Iterator[Located]:
    """Yield the entries that one withdrawn consent or more stands beside."""
    consents = (entry.value for entry in content.of("consents"))
    taken_back = {one.id for one in consents if isinstance(one, Consent) and one.withdrawn}
    for collection in PEOPLE:
        for entry in content.of(collection):
            if taken_back.intersection(getattr(entry.value, "consents", ())):
                yield entry


def check(content: Content) -> Iterator[Problem]:
    """Find what a machine cannot take out by itself: links to what is gone, and written names."""
    gone = tuple(withdrawn(content))
    if not gone:
        return
    left = without_withdrawn(content)
    for rule in (links.check, languages.check):
        known = {(problem.where, problem.got) for problem in rule(content)}
        for problem in rule(left):
            if (problem.where, problem.got) not in known:
                yield replace(problem, code="withdrawn-link", values={})
    for entry in gone:
        for name in _names(entry.value):
            yield from _mentions(name, gone, content)


def _names(value: object) -> Iterator[str]:
    """Yield the names under which the person of an entry may stand elsewhere."""
    if isinstance(value, Exemplar):
        yield value.name
    if isinstance(value, (Voice, Recording)):
        words = value.who.vi if isinstance(value, Voice) else value.speaker.vi
        run: list[str] = []
        for word in (*words.partition(",")[0].split(), ""):
            if word[:1].isupper() and word not in _ADDRESSES:
                run.append(word)
            elif len(run) > 1:
                yield " ".join(run)
                return
            else:
                run = []


def _mentions(name: str, gone: tuple[Located, ...], content: Content) -> Iterator[Problem]:
    """Yield every place outside the withdrawn entries in which ``name`` is written."""
    pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, name.split())) + r"(?!\w)")
    own = [(one.file, range(one.node.line, one.node.last_line + 1)) for one in gone]
    for file, text in content.texts.items():
        for found in pattern.finditer(text):
            number = text.count("\n", 0, found.start()) + 1
            start = text.rfind("\n", 0, found.start()) + 1
            if any(file == other and number in lines for other, lines in own):
                continue
            if file.endswith(".yml") and _COMMENT.match(text, start):
                continue
            written = found.group().partition("\n")[0]
            where = Where(file, number, found.start() - start + 1, length=len(written))
            yield Problem(where, "withdrawn-named", name)
