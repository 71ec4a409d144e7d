"""What tests of deployments need: editions of a site, an ssh server, readers who never stop."""

from __future__ import annotations

import getpass
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin

from microsite.hosting.probe import Probe
from microsite.portal import pack
from servers import free_port, needs, running

_FOLDER = re.compile(r"(assets/)[0-9a-f]{8}/")
_FETCHED = re.compile(r'(?:src|href)="([^"]*assets/[^"]*\.(?:css|js|svg))"')
_INDEX = re.compile(r'data-index="([^"]*)"')
_SHELF = re.compile(r'"(\w+-[0-9a-f]{8})"')
_MARK = re.compile(r"edition (\d+)")


def edition(built: Path, folder: Path, number: int) -> Path:
    """Lay out the site ``built`` as its edition ``number``: every page, style and script says so,
    and assets have addresses of their own.
    """
    tree = folder / f"edition-{number}"
    shutil.copytree(built, tree)
    own = f"{number:08x}"
    for one in (tree / "assets").iterdir():
        if re.fullmatch(r"[0-9a-f]{8}", one.name):
            one.rename(one.with_name(own))
    for path in sorted(tree.rglob("*")):
        if path.suffix in (".br", ".gz"):
            path.unlink()
        elif path.suffix in (".html", ".css", ".js") and path.parent != tree / "assets" / "search":
            text = _FOLDER.sub(rf"\g<1>{own}/", path.read_text(encoding="utf-8"))
            mark = f"<!-- edition {number} -->" if path.suffix == ".html" else ""
            path.write_text(text + (mark or f"/* edition {number} */") + "\n", encoding="utf-8")
    pack(tree)
    return tree


@dataclass
class Readers:
    """People who open pages, wait a moment, and get what the pages need."""

    address: str
    pages: tuple[str, ...]
    problems: list[str] = field(default_factory=list)
    seen: dict[int, int] = field(default_factory=dict)
    _stopped: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def reading(self, count: int = 4) -> Iterator[None]:
        """Let so many read at once while the context lasts."""
        people = [threading.Thread(target=self._read, args=(seed,)) for seed in range(count)]
        for one in people:
            one.start()
        try:
            yield
        finally:
            self._stopped.set()
            for one in people:
                one.join(60)

    def _read(self, seed: int) -> None:
        chance = random.Random(seed)
        probe = Probe(self.address)
        while not self._stopped.is_set():
            page = chance.choice(self.pages)
            try:
                self._open(probe, page, chance.uniform(0, 0.3))
            except OSError as error:
                self.problems.append(f"{page}: {error}")

    def _open(self, probe: Probe, page: str, pause: float) -> None:
        answer = probe.get(page, Accept_Encoding="gzip")
        text = answer.body.decode("utf-8", "replace")
        mark = _MARK.search(text)
        if answer.status != 200 or not mark or not text.endswith("-->\n"):
            self.problems.append(f"{page}: {answer.status}, {len(text)} letters")
            return
        self.seen[int(mark[1])] = self.seen.get(int(mark[1]), 0) + 1
        time.sleep(pause)
        for target in dict.fromkeys(_FETCHED.findall(text)):
            one = probe.fetch(urljoin(urljoin(self.address, page), target))
            found = _MARK.search(one.body.decode("utf-8", "replace"))
            if one.status != 200 or (found and found[1] != mark[1]):
                said = found[0] if found else ""
                self.problems.append(f"{page} of {mark[1]}: {target}: {one.status} {said}")
        for target in _INDEX.findall(text):
            self._search(probe, urljoin(urljoin(self.address, page), target))

    def _search(self, probe: Probe, index: str) -> None:
        """The index may be newer than the page; every text that it names has to be there."""
        found = probe.fetch(index)
        names = _SHELF.findall(found.body.decode("utf-8", "replace"))
        shelves = [urljoin(index, f"../assets/search/{name}.js") for name in names[:2]]
        for address, status in [
            (index, found.status),
            *((one, probe.fetch(one).status) for one in shelves),
        ]:
            if status != 200:
                self.problems.append(f"{address}: {status}")


@contextmanager
def sshd(folder: Path) -> Iterator[str]:
    """Run an ssh server with keys of its own; yield the command that reaches its host ``cong``."""
    needs("sshd", "ssh", "ssh-keygen", "rsync")
    port = free_port()
    for name in ("host", "user"):
        key = str(folder / f"{name}.key")
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    (folder / "authorized").write_bytes((folder / "user.key.pub").read_bytes())
    server = folder / "sshd.conf"
    server.write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {folder}/host.key\n"
        f"AuthorizedKeysFile {folder}/authorized\nPidFile {folder}/sshd.pid\n"
        "StrictModes no\nUsePAM no\nPasswordAuthentication no\nPermitRootLogin yes\n"
        "MaxStartups 100\nSubsystem sftp internal-sftp\n",
        encoding="utf-8",
    )
    client = folder / "ssh.conf"
    client.write_text(
        f"Host cong\n  HostName 127.0.0.1\n  Port {port}\n  User {getpass.getuser()}\n"
        f"  IdentityFile {folder}/user.key\n  IdentitiesOnly yes\n"
        f"  UserKnownHostsFile {folder}/known\n  StrictHostKeyChecking accept-new\n"
        "  LogLevel ERROR\n",
        encoding="utf-8",
    )
    if os.getuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    program = shutil.which("sshd", path=f"{os.environ['PATH']}:/usr/sbin")
    with running([str(program), "-D", "-e", "-f", str(server)], port, folder / "sshd.txt"):
        yield f"ssh -F {client}"


def run_command(root: Path, *arguments: str, kill_at: str = "", wait: float = 0.0) -> int:
    """Run ``microsite`` as a process of its own; ``kill_at`` are words of a stage at which it is
    killed, ``wait`` seconds later. Returns the exit code.
    """
    command = [sys.executable, "-m", "microsite", "--root", str(root), *arguments, "--lang", "en"]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    ) as process:
        said = []
        for line in process.stderr or ():
            said.append(line)
            if kill_at and kill_at in line:
                time.sleep(wait)
                process.send_signal(signal.SIGKILL)
                return process.wait()
    if process.returncode:
        sys.stderr.write("".join(said))
    return process.returncode
