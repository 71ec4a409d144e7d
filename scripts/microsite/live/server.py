"""The address of the live preview: pages with a script that listens, files, and the news."""

from __future__ import annotations

import errno
import json
import mimetypes
import os
from collections.abc import Iterator
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from markupsafe import Markup

from microsite.live.bench import Bench, View
from microsite.wording.catalog import load_words

HOST = "127.0.0.1"
OWN = "__live/"
PORTS = 20
_BEAT = 10.0  # seconds after which a browser that has gone is noticed

_SCRIPT = Markup(
    '<script src="/{own}live.js" data-page="{page}" data-styles="{styles}" data-scripts="{scripts}"'
    ' data-lost="{lost}" defer></script>'
)
_EMPTY = Markup(
    '<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    "<title>microsite</title>\n</head>\n<body>\n<main><p>{waiting}</p></main>\n</body>\n</html>\n"
)
# not in every system's table
_TYPES = {".woff2": "font/woff2", ".js": "text/javascript", ".svg": "image/svg+xml"}


def open_server(bench: Bench, port: int, lang: str) -> Server | None:
    """Return a server of this machine on ``port`` or on the next free one; None when none is."""
    for number in range(port, port + PORTS):
        try:
            return Server(bench, number, lang)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
    return None


class Server(ThreadingHTTPServer):
    """Shows a bench to browsers of this machine."""

    daemon_threads = True
    block_on_close = False  # a browser keeps its connections open
    allow_reuse_address = os.name != "nt"  # there it would share the port with another program

    def __init__(self, bench: Bench, port: int, lang: str) -> None:
        self.bench, self.lang = bench, lang
        super().__init__((HOST, port), _Handler)

    @property
    def address(self) -> str:
        """Where the preview is."""
        return f"http://{HOST}:{self.server_port}/"

    def handle_error(self, *_: Any) -> None:
        """Say nothing when a browser hangs up."""


class _Handler(BaseHTTPRequestHandler):
    server: Server
    wbufsize = -1  # head and body leave together

    def do_GET(self) -> None:
        """Answer with a page, a file, or the news."""
        asked = urlsplit(self.path)
        address = unquote(asked.path).removeprefix("/")
        if address == f"{OWN}news":
            self._tell(parse_qs(asked.query).get("page", ["/"])[0])
        elif address.startswith(OWN):
            self._file(address, _own(address.removeprefix(OWN)))
        elif _is_page(address):
            self._page(_place(address))
        else:
            self._file(address, self.server.bench.file(address))

    def log_message(self, *_: Any) -> None:
        """Keep quiet: the terminal is for what the writer did."""

    def _page(self, address: str) -> None:
        bench, lang = self.server.bench, self.server.lang
        words = load_words(lang)
        view = bench.view(address)
        html, is_there = bench.page(address)
        html = html or str(_EMPTY.format(lang=lang, waiting=words("live.waiting")))
        script = str(_script(view, words("live.lost")))
        status = HTTPStatus.OK if is_there else HTTPStatus.NOT_FOUND
        self._send(status, "text/html", html.replace("</head>", f"{script}\n</head>", 1).encode())

    def _file(self, address: str, content: bytes | None) -> None:
        kind = _TYPES.get("." + address.rpartition(".")[2]) or mimetypes.guess_type(address)[0]
        status = HTTPStatus.OK if content is not None else HTTPStatus.NOT_FOUND
        self._send(status, kind or "application/octet-stream", content or b"")

    def _send(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(status)
        charset = "; charset=utf-8" if kind.startswith("text/") else ""
        self.send_header("Content-Type", kind + charset)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        with suppress(ConnectionError):
            self.wfile.write(content)

    def _tell(self, path: str) -> None:
        """Send the view of a page now and whenever it changes, until the browser goes."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        address = _place(unquote(path).removeprefix("/"))
        with suppress(ConnectionError):
            for line in _news(self.server.bench, address):
                self.wfile.write(line.encode())
                self.wfile.flush()


def _news(bench: Bench, address: str) -> Iterator[str]:
    number, told = -1, None
    while True:
        now = bench.wait(number, _BEAT)
        view = bench.view(address) if now != number else told
        yield (
            ": still here\n\n"
            if view == told
            else f"data: {json.dumps(view and view.as_json())}\n\n"
        )
        number, told = now, view


def _script(view: View, lost: str) -> Markup:
    return _SCRIPT.format(
        own=OWN, page=view.page, styles=view.styles, scripts=view.scripts, lost=lost
    )


def _is_page(address: str) -> bool:
    return not address or address.endswith(("/", ".html"))


def _place(address: str) -> str:
    return f"{address}index.html" if not address or address.endswith("/") else address


def _own(name: str) -> bytes | None:
    """Return a script or style of the preview itself."""
    if name not in ("live.js", "live.css"):
        return None
    return (files("microsite.live") / "page" / name).read_bytes()
