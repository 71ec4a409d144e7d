"""A question to a server, and the verdict on one item of the checklist."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from microsite.hosting.policy import Host
from microsite.hosting.probe import Probe

Verdict = Literal["pass", "fail", "skip", "ask"]


@dataclass(frozen=True)
class Finding:
    """The verdict on one item; ``got`` and ``wanted`` say what differs."""

    item: str
    verdict: Verdict
    got: str = ""
    wanted: str = ""


@dataclass(frozen=True)
class Question:
    """A server being asked, the rules it should keep, and the tree it should serve."""

    probe: Probe
    host: Host
    site: Path
    files: tuple[str, ...]


def equal(got: str, wanted: str, what: str = "") -> Finding:
    """Pass when both are the same; ``what`` was looked at."""
    if got == wanted:
        return Finding("", "pass")
    return Finding("", "fail", f"{what} {got or '–'}".strip(), wanted)


def summed(findings: Iterator[Finding]) -> Iterator[Finding]:
    """Yield what failed, or one that passed."""
    failed = [one for one in findings if one.verdict == "fail"]
    yield from failed or [Finding("", "pass")]
