"""The rules to the configuration files of nginx, Apache and IIS, and of a container."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import cast, get_args

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import escape

from microsite.hosting.policy import API, EMBED, TEXT, TYPES, Host, Place, media_type
from microsite.versions import ASSETS

_MADE = "microsite hosting: đừng sửa ở đây / do not edit here"
_CODINGS = {"br": "br", "gz": "gzip"}
_VARIABLES = {
    "Content-Security-Policy": "site_csp",
    "Cross-Origin-Resource-Policy": "site_corp",
    "Cache-Control": "site_cache",
    "Access-Control-Allow-Origin": "site_cors",
}
_IN_CONTAINER = "/usr/share/nginx/site"


@dataclass(frozen=True)
class Listening:
    """What only the server's owner knows: ports, certificate, whether the module is there."""

    ports: tuple[str, ...] = ()
    certificate: str = "/etc/ssl/microsite/fullchain.pem"
    key: str = "/etc/ssl/microsite/privkey.pem"
    brotli: bool = True


def write_nginx(host: Host, listening: Listening | None = None) -> str:
    """Return a file for nginx's ``conf.d``: a server that has only this site."""
    own = listening or Listening()
    usual = ("443 ssl http2", "[::]:443 ssl http2") if host.is_secure else ("80", "[::]:80")
    return _fill(
        "nginx.conf.j2",
        host,
        listens=own.ports or usual,
        certificate=own.certificate,
        key=own.key,
        brotli=own.brotli,
    )


def write_apache(host: Host) -> str:
    """Return a ``.htaccess`` for the site's root; it also works inside ``<Directory>``."""
    return _fill("htaccess.j2", host)


def write_iis(host: Host) -> str:
    """Return a ``web.config`` for the site's root."""
    return _fill("web.config.j2", host)


def write_container(host: Host) -> tuple[str, str]:
    """Return a Containerfile and the nginx file that it copies in.

    It speaks plain http on 8080; what stands in front speaks https. HSTS is sent all the same.
    """
    inside = replace(host, folder=_IN_CONTAINER)
    plain = replace(inside, address=inside.address.replace("https://", "http://", 1))
    server = write_nginx(plain, Listening(ports=("8080",), brotli=False))
    if host.is_secure:
        field, value = "Strict-Transport-Security", host.common["Strict-Transport-Security"]
        server = server.replace("  etag on;", f'  add_header {field} "{value}" always;\n  etag on;')
    return _fill("Containerfile.j2", inside), server


def _fill(template: str, host: Host, **values: object) -> str:
    places = cast("tuple[Place, ...]", get_args(Place))
    kinds: dict[str, list[str]] = {}
    for end, kind in TYPES.items():
        kinds.setdefault(kind, []).append(end)
    text = _ENVIRONMENT.get_template(template).render(
        made=_MADE,
        host=host,
        fields={place: host.varying(place) for place in places},
        rules={field: _rules(host, field) for field in _VARIABLES},
        variables=_VARIABLES,
        types=kinds,
        single_types={end: media_type(end) for end in TYPES},
        text=TEXT,
        text_types=sorted({TYPES[end] for end in TEXT}),
        codings=_CODINGS,
        **values,
    )
    return text.rstrip("\n") + "\n"


def _patterns(host: Host) -> Mapping[str, str]:
    """Return what the path of a file in each place looks like; the first that fits counts."""
    root = re.escape(host.path).replace(r"\-", "-")
    return {
        "asset": f"^{root}{ASSETS}/",
        "embed": f"^{root}{EMBED}/",
        "data": f"^{root}{API}/",
    }


def _rules(host: Host, field: str) -> Mapping[str, str]:
    """Return the values of a field by the pattern of the path, as far as they are not the usual."""
    usual = host.varying("page")[field]
    found = [
        (pattern, host.varying(cast("Place", place))[field])
        for place, pattern in _patterns(host).items()
    ]
    while found and found[-1][1] == usual:
        found.pop()
    return dict(found)


_ENVIRONMENT = Environment(
    loader=PackageLoader("microsite.hosting"),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    autoescape=False,  # only web.config is XML, and escapes by itself
)
_ENVIRONMENT.filters["xml"] = escape
