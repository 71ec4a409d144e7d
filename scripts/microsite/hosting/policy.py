"""The rules for the site's answers: header fields by place, media types, the address.

Every server's configuration and the checklist of ``verify --host`` are made of this module, so they
cannot say different things.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from microsite.first_script import PAGE_POLICY
from microsite.versions import ASSETS

Place = Literal["page", "embed", "asset", "data"]
EMBED, API = "embed", "api"

YEAR = 31_536_000  # seconds
FOR_EVER = f"public, max-age={YEAR}, immutable"
ASK_EACH_TIME = "no-cache"

SAME_EVERYWHERE: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}

TYPES: Mapping[str, str] = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "json": "application/json",
    "xml": "application/xml",
    "rss": "application/rss+xml",
    "atom": "application/atom+xml",
    "csv": "text/csv",
    "txt": "text/plain",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "avif": "image/avif",
    "woff2": "font/woff2",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "ogg": "audio/ogg",
    "opus": "audio/ogg",
    "wav": "audio/wav",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "zip": "application/zip",
}
# what travels compressed; the rest is packed already
TEXT = ("html", "css", "js", "json", "xml", "rss", "atom", "csv", "txt", "svg")


_PLAIN = re.compile(r"https?://[A-Za-z0-9.*:\[\]-]+(?:/[A-Za-z0-9._~-]*)*")


@dataclass(frozen=True)
class Host:
    """Where the site lies: its whole address, the folder of files, who may show its embeds.

    ``preview`` asks search engines to stay away.
    """

    address: str
    folder: str
    embed_hosts: tuple[str, ...] = ()
    preview: bool = False

    def __post_init__(self) -> None:
        """Refuse what would mean something else in a configuration file. Raises ValueError."""
        for text in (self.address, *self.embed_hosts):
            if not _PLAIN.fullmatch(text):
                raise ValueError(text)

    @property
    def name(self) -> str:
        """The name of the host."""
        return urlsplit(self.address).hostname or "localhost"

    @property
    def is_secure(self) -> bool:
        """Whether readers come by https."""
        return urlsplit(self.address).scheme == "https"

    @property
    def path(self) -> str:
        """The site's folder on the host: ``/`` or ``/a/b/``."""
        return urlsplit(self.address).path.rstrip("/") + "/"

    @property
    def common(self) -> dict[str, str]:
        """The header fields of every answer."""
        found = dict(SAME_EVERYWHERE)
        if self.is_secure:
            found["Strict-Transport-Security"] = f"max-age={YEAR}"
        if self.preview:
            found["X-Robots-Tag"] = "noindex, nofollow"
        return found

    def varying(self, place: Place) -> dict[str, str]:
        """Return the header fields that differ by ``place``; a field may be empty."""
        is_embed = place == "embed"
        frames = ("'self'", *self.embed_hosts) if is_embed else ("'self'",)
        return {
            "Content-Security-Policy": f"{PAGE_POLICY}; frame-ancestors {' '.join(frames)}",
            "Cross-Origin-Resource-Policy": "same-origin" if place == "page" else "cross-origin",
            "Cache-Control": FOR_EVER if place == "asset" else ASK_EACH_TIME,
            # open data may be read by the scripts of other sites
            "Access-Control-Allow-Origin": "*" if place == "data" else "",
        }

    def headers(self, place: Place) -> dict[str, str]:
        """Return every header field of a file in ``place``."""
        return {**self.common, **self.varying(place)}


def place_of(name: str) -> Place:
    """Return the place of the file ``name``, relative to the site's root: its folder tells."""
    top, slash, _ = name.partition("/")
    places: Mapping[str, Place] = {ASSETS: "asset", EMBED: "embed", API: "data"}
    return places.get(top, "page") if slash else "page"


def media_type(name: str) -> str:
    """Return the media type of the file ``name``, with the letters that text is written in."""
    end = name.rpartition(".")[2]  # an ending alone is one too
    kind = TYPES.get(end, "application/octet-stream")
    return f"{kind}; charset=utf-8" if end in TEXT else kind
