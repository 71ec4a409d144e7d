"""`microsite hosting`: the configuration of the web server, made from one set of rules."""

from __future__ import annotations

import argparse
import sys

from microsite.checking import sound_project
from microsite.commands import FINE, MISUSE
from microsite.commands.making import tell_refusal
from microsite.hosting.policy import Host
from microsite.hosting.servers import (
    Listening,
    write_apache,
    write_container,
    write_iis,
    write_nginx,
)
from microsite.model.settings import Settings
from microsite.paths import ProjectPaths
from microsite.problems import ContentError
from microsite.wording.catalog import load_words

_KINDS = {
    "nginx": ("nginx.conf",),
    "apache": (".htaccess",),
    "iis": ("web.config",),
    "container": ("Containerfile", "container.conf"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the kind of server, and what only the server's owner knows."""
    parser.add_argument(
        "kind", nargs="?", choices=_KINDS, help="in ra một loại; bỏ trống là ghi mọi loại / print"
    )
    parser.add_argument("--address", help="địa chỉ trang khi khác site.yml / the site's address")
    parser.add_argument("--folder", help="thư mục chứa trang trên máy chủ / folder of the files")
    parser.add_argument("--certificate", help="tệp chứng thư (nginx) / certificate file")
    parser.add_argument("--key", help="tệp khóa của chứng thư (nginx) / its key")
    parser.add_argument("--listen", action="append", help="cổng nghe (nginx) / port to listen on")
    parser.add_argument(
        "--no-brotli", action="store_true", help="nginx không có mô-đun brotli / without the module"
    )
    parser.add_argument(
        "--preview", action="store_true", help="bản xem thử: máy tìm kiếm bỏ qua / noindex"
    )


def run(paths: ProjectPaths, options: argparse.Namespace) -> int:
    """Print the file of one server, or write all into ``dist/deploy``."""
    words = load_words(options.lang)
    try:
        _, settings = sound_project(paths)
    except ContentError as error:
        return tell_refusal(error, options.lang)
    address = options.address or settings.address
    try:
        host = _host(settings, address or "", options)
    except ValueError:
        print(words("hosting.no_address"), file=sys.stderr)
        return MISUSE
    files = _files(host, options)
    if options.kind:
        print("\n".join(files[name] for name in _KINDS[options.kind]), end="")
        return FINE
    folder = paths.dist / "deploy"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
        print(words("hosting.written", path=folder / name))
    return FINE


def _host(settings: Settings, address: str, options: argparse.Namespace) -> Host:
    return Host(
        address,
        (options.folder or "/srv/www/site/current").rstrip("/"),
        settings.embed.hosts,
        preview=options.preview,
    )


def _files(host: Host, options: argparse.Namespace) -> dict[str, str]:
    usual = Listening()
    listening = Listening(
        tuple(options.listen or ()),
        options.certificate or usual.certificate,
        options.key or usual.key,
        brotli=not options.no_brotli,
    )
    recipe, inside = write_container(host)
    return {
        "nginx.conf": write_nginx(host, listening),
        ".htaccess": write_apache(host),
        "web.config": write_iis(host),
        "Containerfile": recipe,
        "container.conf": inside,
    }
