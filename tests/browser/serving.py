"""A small server for a built site: compressed, under a sub-path, with a strict content policy."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import brotli

from microsite.first_script import PAGE_POLICY

SUBPATH = "/lai-chau/"

_TEXT = ("text/", "image/svg+xml", "application/javascript", "application/json", "application/xml")
# not in every system's table
_TYPES = {".woff2": "font/woff2", ".js": "text/javascript", ".md": "text/markdown"}


def compress(content: bytes) -> bytes:
    """Compress as an ordinary server does; the same bytes every time."""
    return gzip.compress(content, compresslevel=6, mtime=0)


# the ones that the recipe for the portal has; a browser names those that it reads
_CODINGS = {"br": brotli.compress, "gzip": compress}
_ENDINGS = {"br": "br", "gzip": "gz"}


@contextmanager
def serve(site: Path, *, policy: str | None = PAGE_POLICY) -> Iterator[str]:
    """Serve ``site`` on a free port of this machine; yield the address of its root.

    ``policy`` is sent as Content-Security-Policy; None sends none, for themes that need that.
    """
    handler = type("Handler", (_Handler,), {"site": site.resolve(), "policy": policy})
    server = _Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{SUBPATH}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False  # a browser keeps its connections open

    def handle_error(self, *_: Any) -> None:
        """Say nothing when a browser hangs up."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body leave together
    site: Path
    policy: str | None

    def do_GET(self) -> None:
        """Answer with the file, or with the 404 page."""
        self._answer(body=True)

    def do_HEAD(self) -> None:
        """Answer as GET does, without the file."""
        self._answer(body=False)

    def log_message(self, *_: Any) -> None:
        """Keep quiet."""

    def _answer(self, *, body: bool) -> None:
        path = self._find()
        status = HTTPStatus.OK if path else HTTPStatus.NOT_FOUND
        path = path or self.site / "404.html"
        kind = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0]
        content = path.read_bytes() if path.is_file() else b""
        accepted = self.headers.get("Accept-Encoding", "")
        coding = next((one for one in _CODINGS if one in accepted), None)
        self.send_response(status)
        if coding and (kind or "").startswith(_TEXT):
            packed = path.with_name(f"{path.name}.{_ENDINGS[coding]}")
            ready = packed.is_file()
            content = packed.read_bytes() if ready else _compress_once(content, coding)
            self.send_header("Content-Encoding", coding)
        self.send_header("Content-Type", _with_charset(kind or "application/octet-stream"))
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=31536000")
        self.send_header("Vary", "Accept-Encoding")
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        self.end_headers()
        if body:
            self.wfile.write(content)

    def _find(self) -> Path | None:
        name = unquote(urlsplit(self.path).path)
        if not name.startswith(SUBPATH):
            return None
        path = (self.site / name.removeprefix(SUBPATH)).resolve()
        path = path / "index.html" if path.is_dir() else path
        return path if path.is_relative_to(self.site) and path.is_file() else None


@lru_cache(maxsize=512)
def _compress_once(content: bytes, coding: str) -> bytes:
    return _CODINGS[coding](content)


def _with_charset(kind: str) -> str:
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
