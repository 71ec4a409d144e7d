"""A place without a shell, by rclone: FTP, SFTP, S3, WebDAV and more.

It cannot be switched in one step, so the order keeps readers whole: assets come first, then data,
then pages, and what is old goes last. ``microsite-state.json`` there says what was put there; only
that is ever deleted. It is written after each batch, so that a stopped deployment goes on where it
was. Names and passwords are those of the user's own ``rclone config``.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from microsite.deploy.manifest import (
    Changes,
    Files,
    Item,
    Release,
    compare,
    read,
    with_carried,
    write,
)
from microsite.deploy.refusals import Refused
from microsite.versions import ASSETS

Report = Callable[..., None]

# not hidden: some servers do not list hidden files. Nothing in them is secret
_STATE, _LOCK = "microsite-state.json", "microsite-lock.json"
_BATCH = 100  # files
_STALE = 3600  # seconds after which a lock was left behind; each batch renews it
_NO_FOLDER = 3  # rclone's exit codes
_NO_FILE = 4


@dataclass(frozen=True)
class RemoteFolder:
    """A folder that rclone knows as ``remote``; assets are carried for ``keep`` releases."""

    remote: str
    keep: int
    clock: Callable[[], float] = time.time

    def current(self) -> Release | None:
        """Return what was put there. Raises Refused when the place does not answer."""
        said = self._read(_STATE)
        return read(said) if said else None

    def plan(self, own: Files) -> Changes:
        """Tell what a deployment of these files would change; nothing is written."""
        former = self.current()
        return compare(with_carried(own, former, self.keep), former)

    def deploy(self, site: Path, own: Files, name: str, report: Report) -> Release:
        """Put the built tree there as the release ``name``. Raises Refused."""
        self._rclone("mkdir", self.remote)
        with self._locked(name):
            former = self.current()
            files = with_carried(own, former, self.keep)
            release = Release(name, name, files)
            there = dict(former.files) if former else {}
            changes = compare(files, former)
            total, done = len(changes.sent), 0
            report("send", done, total)
            for batch in _batches(changes.sent):
                self._send(site, batch)
                there |= {path: files[path] for path in batch}
                self._keep(name, there)
                done += len(batch)
                report("send", done, total)
            report("verify")
            self._verify(site, changes.sent)
            report("tidy")
            self._delete(changes.removed)
            self._write(_STATE, write(release))
        return release

    def break_lock(self) -> None:
        """Let go of a lock that a deployment has left behind."""
        self._rclone("deletefile", self._place(_LOCK), fine=(_NO_FOLDER, _NO_FILE))

    def _send(self, site: Path, batch: Sequence[str]) -> None:
        with _listed(batch) as listed:
            self._rclone(
                *("copy", str(site), self.remote, "--files-from-raw", listed),
                *("--ignore-times", "--no-traverse", "--transfers", "4", "--retries", "3"),
            )

    def _verify(self, site: Path, sent: Sequence[str]) -> None:
        """Read back what was sent: sizes alone would not show a broken transfer."""
        for batch in _batches(sent):
            with _listed(batch) as listed:
                self._rclone(
                    *("check", str(site), self.remote, "--files-from-raw", listed),
                    *("--one-way", "--download"),
                    code="not_arrived",
                )

    def _delete(self, removed: Sequence[str]) -> None:
        for batch in _batches(removed):
            with _listed(batch) as listed:
                self._rclone("delete", self.remote, "--files-from-raw", listed)

    def _keep(self, name: str, there: dict[str, Item]) -> None:
        """Note what is there by now, and that we are still at it."""
        self._write(_STATE, write(Release(name, name, there)))
        self._write(_LOCK, self._mark(name))

    @contextmanager
    def _locked(self, name: str) -> Iterator[None]:
        """Keep others out; without a shell this is a file, and one that is left grows stale."""
        held = self._read(_LOCK)
        if held and self.clock() - _since(held) < _STALE:
            raise Refused("locked", who=held.strip())
        mark = self._mark(name)
        self._write(_LOCK, mark)
        if self._read(_LOCK) != mark:  # somebody wrote at the same moment
            raise Refused("locked", who=self._read(_LOCK).strip())
        try:
            yield
        finally:
            self.break_lock()

    def _mark(self, name: str) -> str:
        return json.dumps({"release": name, "since": int(self.clock())}) + "\n"

    def _place(self, name: str) -> str:
        return self.remote + ("" if self.remote.endswith((":", "/")) else "/") + name

    def _read(self, name: str) -> str:
        """Return the text of a small file there, empty when there is none."""
        listed = self._rclone("lsf", "--files-only", self.remote, fine=(_NO_FOLDER,))
        return self._rclone("cat", self._place(name)) if name in listed.splitlines() else ""

    def _write(self, name: str, text: str) -> None:
        """Write a small file there, from one here: a pipe that is cut would leave half of it."""
        with _filed(text) as here:
            self._rclone("copyto", here, self._place(name), "--no-check-dest")

    def _rclone(self, *arguments: str, fine: tuple[int, ...] = (), code: str = "tool") -> str:
        if shutil.which("rclone") is None:
            raise Refused("no_program", name="rclone", place="localhost")
        command = ["rclone", *arguments, "--ask-password=false"]
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, text=True, capture_output=True, check=False
        )
        if done.returncode and done.returncode not in fine:
            raise Refused(code, name="rclone", detail=done.stderr.strip()[-400:])
        return "" if done.returncode else done.stdout


def _batches(paths: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the files in the order in which readers may see them: assets, data, pages."""
    ordered = sorted(paths, key=lambda path: (_turn(path), path))
    turns = dict.fromkeys(map(_turn, ordered))
    for turn in turns:
        same = [path for path in ordered if _turn(path) == turn]
        for first in range(0, len(same), _BATCH):
            yield tuple(same[first : first + _BATCH])


def _turn(path: str) -> int:
    if path.startswith(f"{ASSETS}/"):
        return 0
    return 2 if ".html" in path else 1


def _listed(paths: Sequence[str]) -> AbstractContextManager[str]:
    """Return the name of a file that lists ``paths``, while the context lasts."""
    return _filed("".join(f"{path}\n" for path in paths))


@contextmanager
def _filed(text: str) -> Iterator[str]:
    """Yield the name of a file that holds ``text``."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        yield file.name


def _since(held: str) -> float:
    try:
        return float(json.loads(held)["since"])
    except (ValueError, KeyError, TypeError):
        return 0.0
