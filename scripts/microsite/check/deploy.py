"""Targets of a deployment: each has what its kind needs, nothing of another, and its own name."""

from __future__ import annotations

from collections.abc import Iterator

from microsite.check.content import Content, where_in
from microsite.model.deploy import NEEDS, Target
from microsite.problems import Problem, Where

_FILE = "data/deploy.yml"


def check(content: Content) -> Iterator[Problem]:
    """Check what is written in ``data/deploy.yml``."""
    seen: set[str] = set()
    for index, target in enumerate(content.deploy.targets if content.deploy else ()):
        if target.id in seen:
            yield Problem(_where(content, index, "id"), "deploy-twice", target.id)
        seen.add(target.id)
        yield from _fields(content, index, target)


def _fields(content: Content, index: int, target: Target) -> Iterator[Problem]:
    needed = NEEDS[target.kind]
    missing = [name for name in needed if getattr(target, name) is None]
    if missing:
        values = {"field": ", ".join(missing), "kind": target.kind}
        yield Problem(_where(content, index, "kind"), "deploy-needs", "", values)
    for name in ("host", "folder", "remote"):
        if name not in needed and getattr(target, name) is not None:
            values = {"field": name, "kind": target.kind}
            yield Problem(_where(content, index, name), "deploy-not-for", "", values)


def _where(content: Content, index: int, name: str) -> Where:
    if content.deploy_node is None:
        return Where(_FILE)
    path = ("targets", index, name)
    return where_in(content.deploy_node, path, file=_FILE, key=f"targets[{index}].{name}")
