"""GitHub, with the calls of its REST and GraphQL interfaces that the program of the form makes."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from typing import Any

from browser.host import DAY, LOGIN, NAME, REPOSITORY, Host, Refused, blob_id

_PART = re.compile(r"(?P<alias>(?P<kind>content|commit|file)_\d+): (?P<asked>.*?)(?=\w+_\d+: |$)")
_OID = re.compile(r'object\(oid: "(?P<oid>[0-9a-f]+)"\)')
_EXPRESSION = re.compile(r'object\(expression: "(?P<branch>[^":]+):(?P<path>[^"]+)"\)')


class GitHub(Host):
    """A repository on GitHub."""

    service = "github"

    def rest(self, method: str, path: str, body: Any) -> tuple[int, Any]:
        """Answer a call of the REST interface."""
        path = path.partition("?")[0].removeprefix("/api/v3")
        here = f"/repos/{REPOSITORY}"
        if (method, path) == ("GET", "/user"):
            return 200, {"id": 1, "login": LOGIN, "name": NAME, "email": "bt@vi-du.invalid",
                         "avatar_url": "", "html_url": ""}  # fmt: skip
        if (method, path) == ("GET", f"{here}/collaborators/{LOGIN}"):
            return 204, None
        if method == "GET" and path.startswith(f"{here}/git/trees/"):
            files = self.branches["main"].items()
            return 200, {"truncated": False, "tree": [
                {"type": "blob", "path": name, "sha": blob_id(content), "size": len(content)}
                for name, content in files
            ]}  # fmt: skip
        if (method, path) == ("POST", f"{here}/pulls"):
            self.proposals.append((body["head"], body["title"], body["draft"]))
            number = len(self.proposals)
            return 201, {"number": number, "node_id": f"PR_{number}", "title": body["title"],
                         "html_url": "", "head": {"sha": self.heads[body["head"]]},
                         "created_at": DAY, "updated_at": DAY}  # fmt: skip
        if method == "POST" and re.fullmatch(rf"{here}/issues/\d+/labels", path):
            self.labels = body["labels"]
            return 200, []
        if re.fullmatch(rf"{here}/issues/\d+", path):
            self.labels = body["labels"] if method == "PATCH" else self.labels
            return 200, {"labels": [{"name": label} for label in self.labels]}
        call = f"{method} {path}"
        raise Refused(call)

    def graphql(self, query: str, asked: dict[str, Any]) -> dict[str, Any]:
        """Answer a query by the words that only it has."""
        for words, answer in self._answers.items():
            if words in query:
                return answer(asked)
        if parts := list(_PART.finditer(query)):
            return {"repository": {one["alias"]: self._part(one) for one in parts}}
        raise Refused(query)

    @property
    def _answers(self) -> dict[str, Callable[[dict[str, Any]], dict[str, Any]]]:
        return {
            "createRef": self._create_branch,
            "createCommitOnBranch": self._commit,
            "markPullRequestReadyForReview": self._ready,
            "fork: repository": lambda _: {
                "fork": {"id": "R_1"},
                "base": {"ref": {"target": {"oid": self.heads["main"]}}},
            },
            "defaultBranchRef": lambda _: {"repository": {"defaultBranchRef": {"name": "main"}}},
            "pullRequests( states: OPEN": lambda _: {"repository": {"pullRequests": {"nodes": []}}},
            "history(first: 1) {": self._last,
            "target { ... on Commit { oid } }": lambda asked: {
                "repository": {"ref": {"target": {"oid": self.heads[asked["branch"]]}}}
            },
        }

    def _ready(self, asked: dict[str, Any]) -> dict[str, Any]:
        number = int(asked["input"]["pullRequestId"].removeprefix("PR_"))
        branch, title, _ = self.proposals[number - 1]
        self.proposals[number - 1] = (branch, title, False)
        return {"markPullRequestReadyForReview": {"pullRequest": {"isDraft": False}}}

    def _last(self, asked: dict[str, Any]) -> dict[str, Any]:
        node = {"oid": self.heads[asked["branch"]], "message": "Bản đầu"}
        return {"repository": {"ref": {"target": {"history": {"nodes": [node]}}}}}

    def _part(self, found: re.Match[str]) -> Any:
        if found["kind"] == "commit":
            author = {"name": NAME, "email": "", "user": {"id": 1, "login": LOGIN}}
            return {"target": {"history": {"nodes": [{"author": author, "committedDate": DAY}]}}}
        if one := _OID.search(found["asked"]):
            blobs = {blob_id(content): content for content in self.branches["main"].values()}
            return {"text": blobs[one["oid"]].decode("utf-8"), "isTruncated": False}
        if one := _EXPRESSION.search(found["asked"]):
            content = self.branches[one["branch"]][one["path"]]
            return {"oid": blob_id(content), "byteSize": len(content), "isBinary": False,
                    "isTruncated": False, "text": content.decode("utf-8")}  # fmt: skip
        raise Refused(found["asked"])

    def _create_branch(self, asked: dict[str, Any]) -> dict[str, Any]:
        name = asked["input"]["name"].removeprefix("refs/heads/")
        assert asked["input"]["oid"] == self.heads["main"]
        self.branch_off(name)
        return {"createRef": {"ref": {"name": name}}}

    def _commit(self, asked: dict[str, Any]) -> dict[str, Any]:
        given = asked["input"]
        branch = given["branch"]["branchName"]
        assert given["branch"]["repositoryNameWithOwner"] == REPOSITORY
        assert given["expectedHeadOid"] == self.heads[branch]
        changed = {
            one["path"]: base64.b64decode(one["contents"])
            for one in given["fileChanges"]["additions"]
        }
        assert given["fileChanges"]["deletions"] == []
        head = self.commit(branch, changed, given["message"]["headline"])
        names = {
            f"file_{number}": {"oid": blob_id(one)} for number, one in enumerate(changed.values())
        }
        commit = {"oid": head, "committedDate": DAY, **names}
        return {"createCommitOnBranch": {"commit": commit}}
