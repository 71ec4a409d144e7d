"""What lies in a release: every file with its size and SHA-256, and how long it is carried along.

Nothing here reads or writes a place; the same files give the same text.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from microsite.deploy.refusals import Refused
from microsite.versions import is_versioned

FORMAT = 1
_BESIDE = (".br", ".gz")


@dataclass(frozen=True)
class Item:
    """A file. ``age`` is 0 for one of the release's own, else for how many releases it was carried
    along since.
    """

    size: int
    sha256: str
    age: int = 0


Files = Mapping[str, Item]


@dataclass(frozen=True)
class Release:
    """A release by its name, which sorts by time. ``origin`` is the release that first had this
    content: another one after a rollback.
    """

    id: str
    origin: str
    files: Files

    @property
    def own(self) -> dict[str, Item]:
        """The files that were built for it."""
        return {path: item for path, item in self.files.items() if not item.age}


@dataclass(frozen=True)
class Changes:
    """What differs between two releases, by path."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    carried: tuple[str, ...]

    @property
    def sent(self) -> tuple[str, ...]:
        """What has to travel."""
        return tuple(sorted((*self.added, *self.changed)))


def scan(site: Path) -> dict[str, Item]:
    """Return every file of a built tree."""
    found: dict[str, Item] = {}
    for path in sorted(site.rglob("*")):
        if path.is_file():
            raw = path.read_bytes()
            name = path.relative_to(site).as_posix()
            found[name] = Item(len(raw), hashlib.sha256(raw).hexdigest())
    return found


def with_carried(own: Files, former: Release | None, keep: int) -> dict[str, Item]:
    """Return ``own`` and the assets of the ``former`` release that a page still open may ask for.

    An asset is carried along for ``keep`` releases after the last one that it was made for.
    """
    files = {path: Item(item.size, item.sha256) for path, item in own.items()}
    for path, item in former.files.items() if former else ():
        age = item.age + 1
        if path not in files and age <= keep and is_versioned(plain(path)):
            files[path] = Item(item.size, item.sha256, age)
    return files


def compare(files: Files, former: Release | None) -> Changes:
    """Tell how ``files`` differ from those of the ``former`` release."""
    before = former.files if former else {}
    return Changes(
        added=tuple(sorted(files.keys() - before.keys())),
        changed=tuple(
            sorted(
                path
                for path in files.keys() & before.keys()
                if files[path].sha256 != before[path].sha256
            )
        ),
        removed=tuple(sorted(before.keys() - files.keys())),
        carried=tuple(sorted(path for path, item in files.items() if item.age)),
    )


def before(current: Release, kept: tuple[Release, ...]) -> Release:
    """Return the release with other content that came before ``current``. Raises Refused."""
    older = [one for one in kept if one.origin < current.origin and one.own != current.own]
    if not older:
        raise Refused("nothing_before", release=current.id)
    return max(older, key=lambda one: (one.origin, one.id))


def write(release: Release) -> str:
    """Return a release as one line of JSON."""
    files = {
        path: [item.size, item.sha256, item.age] for path, item in sorted(release.files.items())
    }
    data = {"format": FORMAT, "id": release.id, "origin": release.origin, "files": files}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def read(text: str) -> Release:
    """Read a release. Raises Refused when somebody else has written there."""
    try:
        data = json.loads(text)
        if data["format"] != FORMAT:
            raise Refused("new_format", format=data["format"])
        files = {
            str(path): Item(int(size), str(sha256), int(age))
            for path, (size, sha256, age) in data["files"].items()
        }
        return Release(str(data["id"]), str(data["origin"]), files)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Refused("bad_manifest", detail=text[:60]) from error


def plain(path: str) -> str:
    """Return the name of the file of which ``path`` may be a packed form."""
    return path.removesuffix(_BESIDE[0]).removesuffix(_BESIDE[1])
