"""The form served to this machine alone: a browser opens folders only for a page of a server."""

from __future__ import annotations

from functools import partial
from http.server import HTTPServer, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


def serve(folder: Path, port: int) -> HTTPServer:
    """Return a server of ``folder`` that listens to no other machine; port 0 takes a free one."""
    return ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, directory=str(folder)))


class _Handler(SimpleHTTPRequestHandler):
    extensions_map = {  # noqa: RUF012  # as the class above declares it
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",  # some systems' tables have it as plain text
        ".yml": "application/yaml",
        ".woff2": "font/woff2",
    }

    def end_headers(self) -> None:
        """Ask browsers to look for a newer form each time."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        """Keep quiet."""
