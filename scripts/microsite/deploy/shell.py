"""A shell at the place where the site goes: on this machine, or through the user's own ssh.

Which key, port and user is the business of ``~/.ssh/config``; ``RSYNC_RSH`` names another ssh, as
it does for rsync itself.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from microsite.deploy.refusals import Refused

Told = Callable[[int, int], None]
"""Is told how much of how much is done."""

# one deployment at a time; and one step: what a killed deployment has begun ends first
LOCK, STEP = "lock", "step.lock"
_HELD = "held"
_BUSY = 75  # the exit code of flock when another has it
_PERCENT = re.compile(r"(\d+)%")
_SECONDS = 120


@dataclass(frozen=True)
class Shell:
    """Runs scripts in ``folder``, on ``host`` or, where that is empty, here."""

    folder: str
    host: str = ""

    @property
    def _ssh(self) -> list[str]:
        return [*shlex.split(os.environ.get("RSYNC_RSH") or "ssh"), "-oBatchMode=yes"]

    def command(self, script: str) -> list[str]:
        """Return what runs ``script`` in the folder."""
        return self._anywhere(f"set -eu; cd {shlex.quote(self.folder)}; {script}")

    def _anywhere(self, script: str) -> list[str]:
        """Return what runs ``script`` at the place, whether the folder is there or not."""
        if not self.host:
            return ["sh", "-c", script]
        return [*self._ssh, self.host, f"sh -c {shlex.quote(script)}"]

    def run(self, script: str, said: str = "", *, step: bool = False) -> str:
        """Run ``script`` with ``said`` as its input and return what it prints. Raises Refused.

        A ``step`` changes something, and waits until nobody else's does.
        """
        if step:
            script = f"exec flock -w {_SECONDS} {STEP} sh -c {shlex.quote(f'set -eu; {script}')}"
        return self._finished(self.command(script), said)

    def make(self) -> None:
        """Make the folder, and see that the place has the programs that are needed."""
        needed = "for one in rsync flock sha256sum readlink mv; do "
        needed += 'command -v "$one" > /dev/null || { echo "? $one"; exit 0; }; done'
        whole = f"set -eu; mkdir -p {shlex.quote(self.folder)}/releases; {needed}"
        said = self._finished(self._anywhere(whole))
        if said.startswith("? "):
            raise Refused("no_program", name=said[2:].strip(), place=self.host or "localhost")

    def exists(self) -> bool:
        """Tell whether the folder is there."""
        test = f"if test -d {shlex.quote(self.folder)}/releases; then echo yes; fi"
        return self._finished(self._anywhere(test)).strip() == "yes"

    @contextmanager
    def locked(self, who: str) -> Iterator[None]:
        """Keep others out while the context lasts.

        The lock is held by a process at the place that ends with ours, however ours ends. So none
        is left behind. Raises Refused when somebody else is there.
        """
        inner = f"echo {shlex.quote(who)} > {LOCK}; echo {_HELD}; exec cat > /dev/null"
        script = f"exec flock -n -E {_BUSY} {LOCK} sh -c {shlex.quote(inner)}"
        holder = subprocess.Popen(
            self.command(script), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        with holder:
            if not holder.stdout or holder.stdout.readline().strip() != _HELD:
                if holder.wait() == _BUSY:
                    raise Refused("locked", who=self.run(f"cat {LOCK}").strip())
                raise Refused("no_lock", place=self.host or self.folder)
            try:
                yield
            finally:
                holder.communicate()

    def break_lock(self) -> None:
        """Let go of a lock that a dead connection still holds."""
        self.run(f"rm -f {LOCK}")

    def send(self, tree: Path, target: str, like: str, told: Told) -> None:
        """Make the folder ``target`` hold the files of ``tree``; what ``like`` has is not sent.

        Begins where a former try has stopped. Raises Refused.
        """
        if shutil.which("rsync") is None:
            raise Refused("no_program", name="rsync", place="localhost")
        command = ["rsync", "-rp", "--chmod=D755,F644", "--checksum", "--delete"]
        command += ["--info=progress2", "--no-inc-recursive"]
        if like:
            command.append(f"--link-dest=../{Path(like).name}")
        step = ["flock", "-w", str(_SECONDS)]
        place = f"{self.folder}/{target}/"
        if self.host:
            remote = shlex.join([*step, f"{self.folder}/{STEP}", "rsync"])
            command += ["-e", shlex.join(self._ssh), f"--rsync-path={remote}"]
            command += ["--compress", f"{tree}/", f"{self.host}:{place}"]
        else:
            command = [*step, f"{self.folder}/{STEP}", *command, f"{tree}/", place]
        self._progress(command, told)

    def _progress(self, command: list[str], told: Told) -> None:
        with subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            out = process.stdout.fileno() if process.stdout else -1
            for chunk in iter(lambda: os.read(out, 4096), b""):
                for found in _PERCENT.findall(chunk.decode("utf-8", "replace")):
                    told(int(found), 100)
            said = process.stderr.read().decode("utf-8", "replace") if process.stderr else ""
        if process.returncode:
            raise Refused("tool", name=command[0], detail=said.strip()[-400:])

    def _finished(self, command: list[str], said: str = "") -> str:
        try:
            done = subprocess.run(command, input=said, text=True, capture_output=True, check=False)
        except OSError as error:
            raise Refused("tool", name=command[0], detail=error) from error
        if done.returncode:
            detail = (done.stderr or done.stdout).strip()[-400:]
            raise Refused("tool", name="ssh" if self.host else "sh", detail=detail)
        return done.stdout
