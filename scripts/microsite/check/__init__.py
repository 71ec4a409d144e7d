"""Nodes to model to Problems: every broken rule is said, nothing is repaired."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from itertools import chain

from microsite.check import (
    activities,
    approval,
    bands,
    bulletins,
    consent,
    dates,
    deploy,
    emergency,
    languages,
    links,
    media,
    outlines,
    prose,
    provenance,
    redirects,
    references,
    text,
    uniqueness,
    withdrawal,
)
from microsite.check.content import Content
from microsite.kept import NOTHING, Kept, key_of
from microsite.load.markdown import RawPage
from microsite.problems import Problem

Check = Callable[[Content], Iterable[Problem]]

_OF_ALL: tuple[Check, ...] = (
    withdrawal.check,
    links.check,
    approval.check,
    redirects.check,
)
# these cannot see the texts of pages, so what they find holds while all else is the same
_OF_ALL_BUT_TEXTS: tuple[Check, ...] = (
    bulletins.check,
    references.check,
    outlines.check,
    prose.check,
    uniqueness.check,
    bands.check,
    provenance.check,
    dates.check,
    media.check,
    consent.check,
    languages.check,
    activities.check,
    deploy.check,
    emergency.check,
)


def find_problems(content: Content, workers: int = 1, kept: Kept = NOTHING) -> tuple[Problem, ...]:
    """Run every check and return all problems in order of file and line, each once.

    At most ``workers`` processes check at once. ``kept`` holds what was found before while all but
    the texts of pages was the same.
    """
    bare = _without_texts(content)
    files = {key_of(*one): one for one in content.texts.items()}
    texts = {key_of(raw.file, str(raw.body_line), raw.body): raw for raw in content.raw_pages}
    checks = {key_of(check.__module__): check for check in _OF_ALL_BUT_TEXTS}
    groups = (
        [content.problems],
        kept.beside("files").each(files, lambda one: text.check_file(*one), workers).values(),
        kept.beside("texts").each(texts, partial(_check_text, bare), workers).values(),
        kept.each(checks, lambda check: list(check(bare)), workers, few=1, in_turns=True).values(),
        [check(content) for check in _OF_ALL],
    )
    found = (problem for problems in chain.from_iterable(groups) for problem in problems)
    unique = {(problem.where, problem.code, problem.got): problem for problem in found}
    return tuple(sorted(unique.values()))


def _check_text(bare: Content, raw: RawPage) -> list[Problem]:
    """Check what one page says, without the texts of others."""
    return [*references.check_text(raw, bare), *prose.check_text(raw, bare)]


def _without_texts(content: Content) -> Content:
    """Return the content without what was written below the front matter of pages."""
    return replace(
        content,
        pages=tuple(
            replace(one, page=replace(one.page, body=""), raw=replace(one.raw, body=""))
            for one in content.pages
        ),
        raw_pages=tuple(replace(raw, body="") for raw in content.raw_pages),
        texts={},
    )
