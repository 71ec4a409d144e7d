"""GitLab, with the calls of its REST and GraphQL interfaces that the program of the form makes."""

from __future__ import annotations

import base64
import re
from typing import Any
from urllib.parse import parse_qs, quote

from browser.host import DAY, LOGIN, NAME, REPOSITORY, Host, Refused, blob_id

_HERE = f"/projects/{quote(REPOSITORY, safe='')}"
_DRAFT = "Draft: "  # GitLab knows drafts by their titles


class GitLab(Host):
    """A project on GitLab."""

    service = "gitlab"

    def rest(self, method: str, path: str, body: Any) -> tuple[int, Any]:
        """Answer a call of the REST interface."""
        path, _, query = path.removeprefix("/api/v4").replace(_HERE, "").partition("?")
        asked = {name: values[0] for name, values in parse_qs(query).items()}
        return self._write(method, path, body) if body else (200, self._read(path, asked))

    def _read(self, path: str, asked: dict[str, str]) -> Any:
        if re.fullmatch(r"/(deployments|repository/commits(/\w+/statuses)?)", path):
            return []
        answers = {
            "/user": lambda: {**_MEMBER, "email": "bt@vi-du.invalid"},
            "/users": lambda: [_MEMBER] if asked["search"] == LOGIN else [],
            "/repository/branches/main": lambda: {"commit": {"id": self.heads["main"]}},
            "/merge_requests": lambda: [self._proposal()] if self._has(asked) else [],
            f"/merge_requests/{len(self.proposals)}/diffs": lambda: [
                {"new_path": name, "old_path": name} for name in self.commits[-1]["files"]
            ],
        }
        if path not in answers:
            raise Refused(path)
        return answers[path]()

    def _write(self, method: str, path: str, body: Any) -> tuple[int, Any]:
        call = f"{method} {path}"
        if call == "POST /repository/commits":
            return self._commit(body)
        if call == "POST /merge_requests" and body["target_branch"] == "main":
            self.labels = body["labels"].split(",")
            self.proposals.append(_draft(body["source_branch"], body["title"]))
        elif self.proposals and call == f"PUT /merge_requests/{len(self.proposals)}":
            self.proposals[-1] = _draft(self.proposals[-1][0], body["title"])
            kept = [one for one in self.labels if one not in body["remove_labels"].split(",")]
            self.labels = [*kept, *body["add_labels"].split(",")]
        else:
            raise Refused(call)
        return 201, self._proposal()

    def graphql(self, query: str, asked: dict[str, Any]) -> dict[str, Any]:
        """Answer a query by the words that only it has."""
        assert asked["fullPath"] == REPOSITORY
        answer: dict[str, Any]
        if "rootRef" in query:
            answer = {"rootRef": "main"}
        elif "lastCommit" in query:
            answer = {"tree": {"lastCommit": {"sha": self.heads[asked["branch"]], "message": "A"}}}
        elif "tree(ref: $branch, recursive: true)" in query:
            answer = {"tree": {"blobs": self._list(asked["branch"], int(asked["cursor"] or 0))}}
        elif "blobs(ref: $branch, paths: $paths)" in query:
            files = self.branches[asked["branch"]]
            answer = {"blobs": {"nodes": [_blob(path, files[path]) for path in asked["paths"]]}}
        else:
            raise Refused(query)
        return {"project": {"repository": answer}}

    def _list(self, branch: str, start: int) -> dict[str, Any]:
        """Return a hundred files from ``start`` on, as GitLab does."""
        files = [*self.branches[branch].items()]
        nodes = [{"type": "blob", "path": path, "sha": blob_id(one)} for path, one in files]
        end = start + 100
        more = {"endCursor": str(end), "hasNextPage": end < len(nodes)}
        return {"nodes": nodes[start:end], "pageInfo": more}

    def _commit(self, given: dict[str, Any]) -> tuple[int, Any]:
        branch = given["branch"]
        if "start_branch" in given:
            assert given["start_branch"] == "main"
            if branch in self.branches:
                return 400, {"message": f"A branch called '{branch}' already exists."}
            self.branch_off(branch)
        assert {one["action"] for one in given["actions"]} == {"update"}
        changed = {
            one["file_path"]: base64.b64decode(one["content"])
            if one["encoding"] == "base64"
            else one["content"].encode()
            for one in given["actions"]
        }
        head = self.commit(branch, changed, given["commit_message"])
        return 201, {"id": head, "committed_date": DAY}

    def _has(self, asked: dict[str, str]) -> bool:
        """Whether the newest proposal is what a list was asked for."""
        branch = self.proposals[-1][0] if self.proposals else ""
        return asked.get("labels") in self.labels or asked.get("source_branch") == branch != ""

    def _proposal(self) -> dict[str, Any]:
        branch, title, is_draft = self.proposals[-1]
        number = len(self.proposals)
        return {"id": 100 + number, "iid": number, "title": _DRAFT * is_draft + title,
                "web_url": "", "source_branch": branch, "sha": self.heads[branch],
                "labels": self.labels, "author": _MEMBER, "created_at": DAY,
                "updated_at": DAY}  # fmt: skip


_MEMBER = {"id": 1, "username": LOGIN, "name": NAME, "avatar_url": "", "web_url": ""}


def _draft(branch: str, title: str) -> tuple[str, str, bool]:
    return branch, title.removeprefix(_DRAFT), title.startswith(_DRAFT)


def _blob(path: str, content: bytes) -> dict[str, Any]:
    return {"path": path, "oid": blob_id(content), "size": str(len(content)),
            "rawTextBlob": content.decode("utf-8")}  # fmt: skip
