"""How fast nginx serves the site beside a plain file of the same size: `make serving`.

The generated configuration chooses header fields by path and looks for compressed files; this
says what that costs. `wrk` asks, or `ab` where there is none.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from conftest import REPO
from microsite.hosting.policy import Host
from microsite.hosting.servers import Listening, write_nginx
from servers import SUBPATH, compress_beside, free_port, nginx_main, running

SECONDS, ROUNDS = 4, 3
_RATE = re.compile(r"Requests(?:/sec| per second):\s+([\d.]+)")


def rate(address: str) -> float:
    """Return how many requests a second are answered."""
    if shutil.which("wrk"):
        command = ["wrk", "-t1", "-c16", f"-d{SECONDS}s", "-H", "Accept-Encoding: gzip", address]
    else:
        command = ["ab", "-q", "-k", "-c16", f"-t{SECONDS}", "-n1000000"]
        command += ["-H", "Accept-Encoding: gzip", address]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return float(_RATE.findall(said)[0])


def measure(site: Path, pages: tuple[str, ...]) -> Iterator[tuple[str, int, float, float]]:
    """Yield page, bytes as sent, its rate, and the rate of a plain file of the same size."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        tree, plain = folder / "site", folder / "plain"
        shutil.copytree(site, tree)
        compress_beside(tree)
        plain.mkdir()
        port, bare = free_port(), free_port()
        own = folder / "site.conf"
        host = Host(f"http://127.0.0.1:{port}{SUBPATH}", str(tree))
        listening = Listening(ports=(f"127.0.0.1:{port}",), brotli=False)
        server = f"server {{ listen 127.0.0.1:{bare}; root {plain}; }}\n"
        own.write_text(write_nginx(host, listening) + server, encoding="utf-8")
        for page in pages:
            size = (tree / f"{page}.gz").stat().st_size
            (plain / f"{size}.bin").write_bytes(b"x" * size)
        main_file = str(nginx_main(own, folder))
        program = str(shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin"))
        with running([program, "-c", main_file], port, folder / "said.txt"):
            for page in pages:
                size = (tree / f"{page}.gz").stat().st_size
                ours = max(rate(host.address + page) for _ in range(ROUNDS))
                theirs = max(rate(f"http://127.0.0.1:{bare}/{size}.bin") for _ in range(ROUNDS))
                yield page, size, ours, theirs


def main() -> int:
    """Print a table."""
    site = REPO / "site"
    if not (site / "index.html").is_file():
        print("Chưa có site/: chạy make site / run make site first", file=sys.stderr)
        return 2
    pages = ("index.html", "thanh-tuu/kinh-te.html")
    print(f"{'page':28} {'bytes':>7} {'site/s':>9} {'plain/s':>9} {'ratio':>6}")
    for page, size, ours, theirs in measure(site, pages):
        print(f"{page:28} {size:7} {ours:9.0f} {theirs:9.0f} {ours / theirs:6.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
