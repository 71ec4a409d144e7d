"""`microsite admin`: the web form for editors, as a folder, and served on this machine."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from microsite.admin.assemble import form_files
from microsite.admin.config import Backend, local_backend, parse_backend
from microsite.admin.package import CMS, Unavailable, obtain
from microsite.admin.program import Unlike
from microsite.admin.serving import serve
from microsite.commands import FINE, MISUSE
from microsite.paths import ProjectPaths
from microsite.upkeep.files import write_files
from microsite.wording.catalog import Words, load_words

_PORT = 8400
_NAME = f"{CMS.name} {CMS.version}"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add where entries are saved, where the package comes from, and ``--serve``."""
    parser.add_argument(
        "--backend",
        default="",
        help="github:CHỦ/KHO hoặc gitlab:NHÓM/KHO; không ghi thì sửa thư mục trên máy này"
        " / without it the form edits a folder of this machine",
    )
    parser.add_argument(
        "--server",
        default="",
        help="địa chỉ máy chủ GitLab hay GitHub riêng của cơ quan, đi cùng --backend"
        " / a GitLab or GitHub server of one's own, together with --backend",
    )
    parser.add_argument(
        "--package",
        type=Path,
        help=f"tệp {CMS.file} đã tải sẵn, cho máy không có mạng / the package, fetched elsewhere",
    )
    parser.add_argument(
        "--fetch", action="store_true", help="chỉ tải gói về build/ / only fetch the package"
    )
    parser.add_argument(
        "--serve", action="store_true", help="mở biểu mẫu trên máy này / serve it on this machine"
    )
    parser.add_argument("--port", type=int, default=_PORT, help=argparse.SUPPRESS)


def run(paths: ProjectPaths, options: argparse.Namespace) -> int:
    """Write the form to ``dist/admin``; 2 when the package cannot be had or changed."""
    words = load_words(options.lang)
    try:
        backend = _backend(paths, options)
    except ValueError as error:
        return _refuse(words("admin.bad_backend", got=error))
    try:
        archive = _archive(paths, options, words)
        if options.fetch:
            return FINE
        files = form_files(archive, paths, words, backend)
    except Unavailable as error:
        told = {"package": _NAME, "url": CMS.url, "detail": error.detail}
        return _refuse(words(f"admin.{error.reason}", **told))
    except Unlike as error:
        return _refuse(words("admin.unlike", package=_NAME, detail=error))
    write_files({paths.admin / name: content for name, content in files.items()})
    print(words("admin.written", path=paths.admin))
    _say_what_next(paths, backend, words, options)
    return FINE


def _backend(paths: ProjectPaths, options: argparse.Namespace) -> Backend:
    """Return where entries are saved. Raises ValueError, which carries what cannot be taken."""
    if options.backend or options.server:
        return parse_backend(options.backend, options.server)
    return local_backend(paths)


def _archive(paths: ProjectPaths, options: argparse.Namespace, words: Words) -> bytes:
    kept = paths.packages / CMS.file
    if not kept.is_file() and not options.package:
        print(words("admin.fetching", package=_NAME), file=sys.stderr, flush=True)
    archive = obtain(CMS, paths.packages, given=options.package)
    if options.fetch:
        print(words("admin.fetched", package=_NAME, path=kept))
    return archive


def _say_what_next(
    paths: ProjectPaths, backend: Backend, words: Words, options: argparse.Namespace
) -> None:
    if backend.service:
        services = {"github": "GitHub", "gitlab": "GitLab"}
        print(words("admin.host", service=services[backend.service]))
    elif not (paths.root / ".git").exists():
        print(words("admin.git", path=paths.root))
    if not options.serve:
        print(words("admin.serve", command=".venv/bin/microsite admin --serve"))
        return
    with serve(paths.admin, options.port) as server:
        print(words("admin.open", address=f"http://localhost:{server.server_port}/"))
        print(words("admin.stop"), flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()


def _refuse(message: str) -> int:
    print(message, file=sys.stderr)
    return MISUSE
