"""Nodes to model to Problems: every broken rule is said, nothing is repaired."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

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
from microsite.problems import Problem
from microsite.spread import spread

Check = Callable[[Content], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (
    text.check,
    uniqueness.check,
    references.check,
    bands.check,
    provenance.check,
    dates.check,
    media.check,
    consent.check,
    withdrawal.check,
    languages.check,
    prose.check,
    bulletins.check,
    outlines.check,
    activities.check,
    links.check,
    approval.check,
    redirects.check,
    deploy.check,
    emergency.check,
)


def find_problems(content: Content, workers: int = 1) -> tuple[Problem, ...]:
    """Run every check and return all problems in order of file and line, each once.

    At most ``workers`` processes check at once.
    """
    found = [*content.problems]
    work = partial(_run, content)
    for problems in spread(work, CHECKS, workers, few=1, in_turns=True):
        found += problems
    unique = {(problem.where, problem.code, problem.got): problem for problem in found}
    return tuple(sorted(unique.values()))


def _run(content: Content, check: Check) -> list[Problem]:
    return list(check(content))
