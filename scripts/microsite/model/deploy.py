"""``data/deploy.yml``: where the finished site goes. Passwords stay with the tools that send it."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from microsite.model.base import Entry, Frozen, Integer, Matching

TargetKind = Literal["local", "ssh", "rclone"]

# nothing here may look like an option of ssh, rsync or rclone, or mean something to a shell
_FOLDER = re.compile(r"[A-Za-z0-9_./~][A-Za-z0-9_./~-]*")
_HOST = re.compile(r"(?:[A-Za-z0-9_][A-Za-z0-9_.-]*@)?[A-Za-z0-9][A-Za-z0-9.-]*")
_REMOTE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*:[A-Za-z0-9_./-]*")
_URL = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d+)?/(?:[A-Za-z0-9_.~-]+/)*")

_Folder = Annotated[str, BeforeValidator(Matching(_FOLDER, "deploy-folder"))]
_Host = Annotated[str, BeforeValidator(Matching(_HOST, "deploy-host"))]
_Remote = Annotated[str, BeforeValidator(Matching(_REMOTE, "deploy-remote"))]
_Url = Annotated[str, BeforeValidator(Matching(_URL, "deploy-url"))]

# what each kind needs, beside what all may have
NEEDS: dict[str, tuple[str, ...]] = {
    "local": ("folder",),
    "ssh": ("host", "folder"),
    "rclone": ("remote",),
}


class Target(Entry):
    """A place that the site is sent to.

    ``folder`` holds the releases and the link ``current``; ``host`` is a name that ssh knows;
    ``remote`` is one that rclone knows, with the folder on it. ``keep`` is how many releases stay,
    and for how many the assets of a former one are carried along. ``url`` is where readers find it.
    """

    kind: TargetKind
    host: _Host | None = None
    folder: _Folder | None = None
    remote: _Remote | None = None
    keep: Annotated[Integer, Field(ge=2, le=50)] = 5
    url: _Url | None = None


class Targets(Frozen):
    """``data/deploy.yml``."""

    targets: tuple[Target, ...] = ()
