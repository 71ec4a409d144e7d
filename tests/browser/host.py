"""A host of a repository, as much of it as the web form asks for: a token, files of a branch,
commits on branches, and proposals. Everything else is refused, so that the form cannot lean on
what is not here.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any, ClassVar

LOGIN, TOKEN, REPOSITORY = "bien-tap", "ma-thu", "huyen/trang"
NAME, DAY = "Biên tập viên", "2026-01-05T08:00:00Z"


def blob_id(content: bytes) -> str:
    """Return the name that git gives to ``content``."""
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


class Refused(Exception):  # noqa: N818  # what was asked is not here
    """A call that this host does not know."""


@dataclass
class Host:
    """One repository with its branches, and what was proposed: (branch, title, is a draft).

    ``commits`` tells of each commit its branch, its files and its headline.
    """

    branches: dict[str, dict[str, bytes]]
    heads: dict[str, str] = field(default_factory=lambda: {"main": "0" * 40})
    commits: list[dict[str, Any]] = field(default_factory=list)
    proposals: list[tuple[str, str, bool]] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    service: ClassVar[str]

    def answer(self, method: str, path: str, token: str, body: Any) -> tuple[int, Any]:
        """Return status and answer of a call below ``/api``."""
        if token.split()[-1:] != [TOKEN]:
            return 401, {"message": "Bad credentials"}
        try:
            if path == "/api/graphql":
                query = " ".join(body["query"].split())
                return 200, {"data": self.graphql(query, body.get("variables", {}))}
            return self.rest(method, path, body)
        except Refused as refused:
            self.refused.append(str(refused))
            return 404, {"message": "Not Found"}

    def rest(self, method: str, path: str, body: Any) -> tuple[int, Any]:
        """Return status and answer of a call of the REST interface. Raises Refused."""
        raise NotImplementedError

    def graphql(self, query: str, asked: dict[str, Any]) -> dict[str, Any]:
        """Return the data that ``query`` wants, with what it ``asked`` for. Raises Refused."""
        raise NotImplementedError

    def branch_off(self, name: str) -> None:
        """Begin the branch ``name`` where main is."""
        self.branches[name] = dict(self.branches["main"])
        self.heads[name] = self.heads["main"]

    def commit(self, branch: str, changed: dict[str, bytes], headline: str) -> str:
        """Put ``changed`` on a branch; return the new head."""
        self.branches[branch] |= changed
        told = "".join(f"{path}{blob_id(content)}" for path, content in changed.items())
        self.heads[branch] = blob_id(f"{self.heads[branch]}{told}{headline}".encode())
        self.commits.append({"branch": branch, "files": sorted(changed), "headline": headline})
        return self.heads[branch]
