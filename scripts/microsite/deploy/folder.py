"""A folder of whole releases, and the link ``current`` to the one that readers get.

``releases/<id>/`` is what the web server shows, ``releases/<id>.json`` says what is in it. A new
release grows in ``releases/.next``; only when every byte there is right, the link is replaced, in
one step. Files that did not change are one file for all releases (hard links).
"""

from __future__ import annotations

import shlex
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from microsite.checksums import digest_of
from microsite.deploy.manifest import (
    Changes,
    Files,
    Release,
    before,
    compare,
    read,
    with_carried,
    write,
)
from microsite.deploy.refusals import Refused
from microsite.deploy.shell import Shell

Report = Callable[..., None]

_NEXT = "releases/.next"


@dataclass(frozen=True)
class ReleaseFolder:
    """A place with a shell; ``keep`` is how many releases stay."""

    shell: Shell
    keep: int

    def current(self) -> Release | None:
        """Return the release that readers get now."""
        if not self.shell.exists():
            return None
        said = self.shell.run('if test -L current; then cat "$(readlink current).json"; fi')
        return read(said) if said.strip() else None

    def plan(self, own: Files) -> Changes:
        """Tell what a deployment of these files would change; nothing is written."""
        former = self.current()
        return compare(with_carried(own, former, self.keep), former)

    def deploy(self, site: Path, own: Files, name: str, report: Report) -> Release:
        """Make the built tree the release ``name``, and switch to it. Raises Refused."""
        self.shell.make()
        with self.shell.locked(name):
            former = self.current()
            name = self._begin(name, former)
            release = Release(name, name, with_carried(own, former, self.keep))
            report("send", 0, 100)
            like = f"releases/{former.id}" if former else ""
            self.shell.send(site, _NEXT, like, lambda done, of: report("send", done, of))
            self._complete(release, former, report)
        return release

    def roll_back(self, name: str, report: Report) -> Release:
        """Bring back the content that was there before, as the release ``name``. Raises Refused.

        It is a new release too: the assets of the one that goes are carried along.
        """
        if not self.shell.exists():
            raise Refused("nothing_before", release="–")
        with self.shell.locked(name):
            former = self.current()
            if former is None:
                raise Refused("nothing_before", release="–")
            wanted = before(former, self._kept())
            files = with_carried(wanted.own, former, self.keep)
            name = self._begin(name, former)
            report("send", 0, 100)
            self._link(wanted.id, tuple(wanted.own), fresh=True)
            report("send", 100, 100)
            self._complete(Release(name, wanted.origin, files), former, report)
        return Release(name, wanted.origin, files)

    def _begin(self, name: str, former: Release | None) -> str:
        """Take away what never went to readers; return a name that sorts after all."""
        last = shlex.quote(former.id if former else "")
        script = (
            'cd releases; for one in [0-9]*/; do if test "${one%/}" != "[0-9]*" && '
            f'test "$(printf "%s\\n" "${{one%/}}" {last} | LC_ALL=C sort | tail -n 1)" != {last}; '
            'then rm -rf "$one"; fi; done'
        )
        self.shell.run(script, step=True)
        return name if not former or name > former.id else f"{former.id}z"

    def _complete(self, release: Release, former: Release | None, report: Report) -> None:
        report("carry")
        carried = tuple(path for path, item in release.files.items() if item.age)
        if former and carried:
            self._link(former.id, carried, fresh=False)
        report("verify")
        self._verify(release)
        report("switch")
        self._switch(release)
        report("tidy")
        try:
            self._tidy(release)
        except Refused as error:  # readers have the new release already
            raise Refused("untidy", **error.values) from error

    def _kept(self) -> tuple[Release, ...]:
        script = "cd releases; for one in *.json; do "
        script += 'if test -d "${one%.json}"; then cat "$one"; fi; done'
        return tuple(read(line) for line in self.shell.run(script).splitlines() if line.strip())

    def _link(self, source: str, paths: tuple[str, ...], *, fresh: bool) -> None:
        """Lay files of another release into the one that grows, as the same files."""
        # an own one first, or rsync takes files that a killed deployment has left as its own
        first = f"rm -rf {_NEXT}; mkdir {_NEXT}; " if fresh else ""
        script = f"{first}rsync -rp --files-from=- --checksum --link-dest=../{source} "
        script += f"releases/{source}/ {_NEXT}/"
        self.shell.run(script, "".join(f"{path}\n" for path in paths), step=True)

    def _verify(self, release: Release) -> None:
        """Compare every byte there with what was built here, and look for what does not belong."""
        sums = "".join(f"{item.sha256}  {path}\n" for path, item in sorted(release.files.items()))
        script = f"cd {_NEXT}; find . -type f | wc -l; sha256sum -c --quiet - 2>&1 | head -n 5"
        said = self.shell.run(script, sums).strip().splitlines()
        if said[1:] or int(said[0]) != len(release.files):
            raise Refused("not_arrived", detail=" ".join(said[1:3]) or f"{said[0]} files")

    def _switch(self, release: Release) -> None:
        """Show the release that has grown. A list that was cut off on its way, as by a deployment
        that was killed, is refused over there, and with it the step.
        """
        name, text = shlex.quote(release.id), write(release)
        mark = shlex.quote(f"{digest_of(text.encode())}  releases/{release.id}.json")
        script = f"cat > releases/{name}.json; echo {mark} | sha256sum -c --quiet; "
        script += f"mv {_NEXT} releases/{name}; sync; "
        script += f"ln -sfn releases/{name} current.next; mv -T current.next current"
        self.shell.run(script, text, step=True)

    def _tidy(self, release: Release) -> None:
        """Take away the oldest releases, and what killed deployments have left."""
        script = (
            "cd releases; "
            f"ls -d [0-9]*/ | sort -r | tail -n +{self.keep + 1} | while read -r one; do "
            f'if test "$one" != {shlex.quote(release.id)}/; then rm -rf "$one"; fi; done; '
            'for one in *.json; do if test ! -d "${one%.json}"; then rm -f "$one"; fi; done'
        )
        self.shell.run(script, step=True)
