"""The web form on a server, with the host of the repository beside it: one server for both, so
that whatever the form asks elsewhere is seen as foreign.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from browser.host import REPOSITORY, Host
from microsite.admin.assemble import form_files
from microsite.admin.config import parse_backend
from microsite.paths import ProjectPaths
from microsite.upkeep.files import write_files
from microsite.upkeep.fmt import content_files
from microsite.wording.catalog import load_words


def host_of(paths: ProjectPaths, service: type[Host]) -> Host:
    """Return a host that has the project's files on its main branch."""
    files = content_files(paths)
    return service(
        {"main": {path.relative_to(paths.root).as_posix(): path.read_bytes() for path in files}}
    )


@contextmanager
def hosted(paths: ProjectPaths, cms: bytes, host: Host) -> Iterator[str]:
    """Serve the form of a project that is kept on ``host``, and the host."""
    with ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(_Handler, host=host, directory=str(paths.admin))
    ) as server:
        address = f"http://127.0.0.1:{server.server_port}"
        backend = parse_backend(f"{host.service}:{REPOSITORY}", address)
        files = form_files(cms, paths, load_words("vi"), backend)
        write_files({paths.admin / name: content for name, content in files.items()})
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"{address}/"
        server.shutdown()


class _Handler(SimpleHTTPRequestHandler):
    extensions_map = {  # noqa: RUF012  # as the class above declares it
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".yml": "application/yaml",
    }

    def __init__(self, *args: Any, host: Host, **kwargs: Any) -> None:
        self.host = host
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        """Answer for the host, or with a file of the form."""
        if self.path.startswith("/api/"):
            self._answer(None)
        else:
            super().do_GET()

    def do_POST(self) -> None:
        """Answer for the host."""
        self._answer(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

    do_PATCH = do_PUT = do_POST  # noqa: N815  # as the class above wants it

    def _answer(self, body: Any) -> None:
        token = self.headers.get("Authorization", "")
        status, answer = self.host.answer(self.command, self.path, token, body)
        content = b"" if answer is None else json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        """Keep quiet."""
