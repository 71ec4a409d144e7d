"""Questions to a running server, and its answers; nothing is judged here."""

from __future__ import annotations

import gzip
import http.client
import socket
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

import brotli

_SECONDS = 20
_MOST_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True)
class Answer:
    """What came back; names of header fields are in lower case, ``body`` is decoded."""

    status: int
    fields: Mapping[str, str]
    body: bytes

    def get(self, name: str) -> str:
        """Return a header field, empty when it was not sent."""
        return self.fields.get(name.lower(), "")


@dataclass
class Probe:
    """Asks the server below ``address``; ``cookies`` are those that any answer tried to set."""

    address: str
    cookies: list[str] = field(default_factory=list)

    def get(self, name: str, **asked: str) -> Answer:
        """Return the answer for the file ``name`` of the site. Raises OSError."""
        return self.fetch(urljoin(self.address, name), **asked)

    def fetch(self, address: str, **asked: str) -> Answer:
        """Return the answer for a whole address; redirects are not followed. Raises OSError."""
        parts = urlsplit(address)
        kind = (
            http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        )
        connection = kind(parts.hostname or "", parts.port, timeout=_SECONDS)
        headers = {name.replace("_", "-"): value for name, value in asked.items()}
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        try:
            connection.request("GET", path, headers={"Accept-Encoding": "identity", **headers})
            response = connection.getresponse()
            fields = {name.lower(): value for name, value in response.getheaders()}
            body = response.read(_MOST_BYTES)
        except http.client.HTTPException as error:
            raise ConnectionError(str(error)) from error
        finally:
            connection.close()
        if "set-cookie" in fields:
            self.cookies.append(parts.path)
        return Answer(response.status, fields, _decoded(body, fields.get("content-encoding", "")))

    def protocol(self) -> str:
        """Return what the server would rather speak: ``h2`` or less. Raises OSError."""
        parts = urlsplit(self.address)
        context = ssl.create_default_context()
        context.set_alpn_protocols(["h2", "http/1.1"])
        place = (parts.hostname or "", parts.port or 443)
        with (
            socket.create_connection(place, timeout=_SECONDS) as line,
            context.wrap_socket(line, server_hostname=parts.hostname) as secure,
        ):
            return secure.selected_alpn_protocol() or "http/1.1"

    def has_ipv6(self) -> bool:
        """Tell whether the host's name has an address of the sixth version."""
        try:
            return bool(socket.getaddrinfo(urlsplit(self.address).hostname, 443, socket.AF_INET6))
        except OSError:
            return False


def _decoded(body: bytes, coding: str) -> bytes:
    """Undo the compression; what cannot be undone stays, and will not be the expected bytes."""
    try:
        if coding == "br":
            return bytes(brotli.decompress(body))
        return gzip.decompress(body) if coding == "gzip" else body
    except (brotli.error, OSError, EOFError):
        return body
