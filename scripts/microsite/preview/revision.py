"""The content of a git revision, laid beside the one that is being worked on."""

from __future__ import annotations

import io
import shutil
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from microsite.paths import ProjectPaths

_SHOWN = 9

Reason = Literal["no_git", "no_repository", "no_revision", "no_content"]


class RevisionError(Exception):
    """There is nothing to compare with; ``reason`` names why, for the words."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Revision:
    """A revision as the reader named it, and its number."""

    name: str
    commit: str

    @property
    def short(self) -> str:
        """The first letters of its number."""
        return self.commit[:_SHOWN]


def find_revision(paths: ProjectPaths, name: str) -> Revision:
    """Return the revision ``name``; where there is only a remote branch of that name, that one.

    Raises RevisionError when there is no git, no repository, or no such revision.
    """
    if shutil.which("git") is None:
        raise RevisionError("no_git")
    if not _git(paths, "rev-parse", "--is-inside-work-tree"):
        raise RevisionError("no_repository")
    for tried in (name, f"origin/{name}"):
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{tried}^{{commit}}")
        if commit := _git(paths, *asked):
            return Revision(tried, commit.decode().strip())
    raise RevisionError("no_revision")


def lay_content(paths: ProjectPaths, revision: Revision, folder: Path) -> ProjectPaths:
    """Write what people wrote in ``revision`` below ``folder``. Raises RevisionError when it has
    no content.
    """
    raw = _git(paths, "archive", "--format=tar", revision.commit, "data", "docs")
    if not raw:
        raise RevisionError("no_content")
    with tarfile.open(fileobj=io.BytesIO(raw)) as tar:
        for member in tar:
            target = (folder / member.name).resolve()
            content = tar.extractfile(member) if member.isfile() else None
            if content is not None and target.is_relative_to(folder.resolve()):
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content.read())
    return ProjectPaths(folder)


def _git(paths: ProjectPaths, *arguments: str) -> bytes:
    """Return what git says in the project's folder; nothing when it refuses."""
    command = ["git", "-C", str(paths.root), *arguments]
    return subprocess.run(command, capture_output=True, check=False).stdout
