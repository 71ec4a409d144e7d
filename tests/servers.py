"""Real servers on this machine's loopback, each with a configuration of its own, for tests."""

from __future__ import annotations

import gzip
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import brotli
import pytest

from microsite.hosting.policy import Host
from microsite.hosting.servers import Listening, write_apache, write_nginx

SUBPATH = "/five/"  # where the address of the tiny project leads; its 404 page needs that
SBIN = {**os.environ, "PATH": f"{os.environ['PATH']}:/usr/sbin:/sbin"}
EMBED_HOSTS = ("https://cong.vi-du.gov.vn",)
_TEXT = {".html", ".css", ".js", ".json", ".xml", ".csv", ".txt", ".svg"}


def needs(*programs: str) -> None:
    """Skip the test when a program is missing; where CI runs that is a failure."""
    path = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
    for name in programs:
        if shutil.which(name, path=path) is None:
            if os.environ.get("CI") == "true":
                pytest.fail(f"{name} is missing")
            pytest.skip(f"chưa có {name} / {name} is missing")


def free_port() -> int:
    """Return a port of this machine that nobody uses now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until somebody answers at ``port``; fail with the log when the process ends before."""
    for _ in range(200):
        with socket.socket() as one:
            one.settimeout(1)
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    said = log.read_text(encoding="utf-8", errors="replace") if log.is_file() else ""
    pytest.fail(f"{process.args!r} does not answer\n{said}", pytrace=False)


@contextmanager
def running(arguments: list[str], port: int, log: Path) -> Iterator[None]:
    """Run a server in the foreground while the context lasts."""
    with log.open("wb") as said:
        process = subprocess.Popen(arguments, stdout=said, stderr=said, stdin=subprocess.DEVNULL)
    try:
        wait_for(port, process, log)
        yield
    finally:
        process.terminate()
        process.wait(20)


def compress_beside(site: Path) -> None:
    """Lay ``.br`` and ``.gz`` beside every text file, as a build does for the portal."""
    for path in sorted(site.rglob("*")):
        if path.suffix in _TEXT and path.is_file():
            raw = path.read_bytes()
            path.with_name(f"{path.name}.br").write_bytes(brotli.compress(raw, quality=5))
            path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(raw, mtime=0))


def nginx_main(own: Path, folder: Path) -> Path:
    """Write a whole nginx configuration around the site's own file; return its path."""
    modules = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
    main = folder / "main.conf"
    lines = [
        f"load_module {modules};" if modules.is_file() else "",
        "daemon off; worker_processes 2;",
        f"pid {folder}/nginx.pid; error_log {folder}/error.log;",
        "user root;" if os.getuid() == 0 else "",
        "events { worker_connections 256; }",
        "http {",
        f"access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;",
        f"fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;",
        f"include {own};",
        "}",
    ]
    main.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return main


def apache_main(port: int, folder: Path, site: Path) -> Path:
    """Write a whole Apache configuration that lets the site's ``.htaccess`` rule."""
    needed = "authz_core dir headers mime rewrite deflate filter mpm_event setenvif"
    main = folder / "apache.conf"
    lines = [
        *(
            f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so"
            for name in needed.split()
        ),
        f"ServerRoot {folder}",
        f"PidFile {folder}/apache.pid",
        "ServerName localhost",
        f"Listen 127.0.0.1:{port}",
        f"ErrorLog {folder}/apache.log",
        "TypesConfig /dev/null",
        "User www-data" if os.getuid() == 0 else "",
        f"DocumentRoot {folder}/empty",
        "AddOutputFilterByType DEFLATE text/html text/css text/javascript",
        f"Alias {SUBPATH[:-1]} {site}",
        f"<Directory {site}>",
        "AllowOverride All",
        "Options FollowSymLinks",
        "Require all granted",
        "</Directory>",
    ]
    lines.insert(0, "LoadModule alias_module /usr/lib/apache2/modules/mod_alias.so")
    (folder / "empty").mkdir(exist_ok=True)
    main.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return main


@contextmanager
def nginx(
    tree: Path,
    folder: Path,
    change: Callable[[str], str] = lambda text: text,
    path: str = SUBPATH,
) -> Iterator[Host]:
    """Serve ``tree`` by nginx with the generated file."""
    needs("nginx")
    port = free_port()
    host = Host(f"http://127.0.0.1:{port}{path}", str(tree), EMBED_HOSTS)
    own = folder / "site.conf"
    own.write_text(change(write_nginx(host, listening_at(port))), encoding="utf-8")
    main_file = str(nginx_main(own, folder))
    subprocess.run(["nginx", "-t", "-q", "-c", main_file], check=True, env=SBIN)
    with running([program("nginx"), "-c", main_file], port, folder / "said.txt"):
        yield host


def listening_at(port: int) -> Listening:
    """Return the port, and whether this machine's nginx has the module."""
    module = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
    return Listening(ports=(f"127.0.0.1:{port}",), brotli=module.is_file())


def program(name: str) -> str:
    """Return where a program lies that is not on every user's path."""
    return str(shutil.which(name, path=SBIN["PATH"]))


@contextmanager
def apache(tree: Path, folder: Path, change: Callable[[str], str] = lambda t: t) -> Iterator[Host]:
    """Serve a copy of ``tree`` by Apache with the generated ``.htaccess`` in it."""
    needs("apache2")
    port, site = free_port(), folder / "htdocs"
    folder.chmod(0o755)
    shutil.copytree(tree, site)
    host = Host(f"http://127.0.0.1:{port}{SUBPATH}", str(site), EMBED_HOSTS)
    (site / ".htaccess").write_text(change(write_apache(host)), encoding="utf-8")
    main_file = apache_main(port, folder, site)
    main_file.write_text(main_file.read_text(encoding="utf-8") + "ServerTokens Prod\n", "utf-8")
    subprocess.run([program("apache2"), "-t", "-f", str(main_file)], check=True, env=SBIN)
    command = [program("apache2"), "-D", "FOREGROUND", "-f", str(main_file)]
    with running(command, port, folder / "said.txt"):
        yield host
