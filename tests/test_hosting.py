"""The site behind real web servers, configured by the generator, under a sub-path."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from conftest import REPO
from microsite.cli import main
from microsite.first_script import PAGE_POLICY
from microsite.hosting.checklist import ask_host
from microsite.hosting.policy import Host, media_type, place_of
from microsite.hosting.probe import Probe
from microsite.hosting.servers import (
    write_apache,
    write_container,
    write_iis,
    write_nginx,
)
from microsite.paths import ProjectPaths
from servers import (
    EMBED_HOSTS,
    SUBPATH,
    apache,
    compress_beside,
    free_port,
    listening_at,
    needs,
    nginx,
    nginx_main,
    program,
    running,
)

GOLDEN = REPO / "tests" / "golden" / "hosting"
HOST = Host("https://vi-du.gov.vn/ky-niem/", "/srv/www/ky-niem/current", EMBED_HOSTS)
WRITERS: dict[str, Callable[[Host], str]] = {
    "nginx.conf": write_nginx,
    "htaccess": write_apache,
    "web.config": write_iis,
    "Containerfile": lambda host: write_container(host)[0],
    "container.conf": lambda host: write_container(host)[1],
}


@pytest.mark.parametrize("name", WRITERS)
def test_golden_configuration(name: str, *, update_golden: bool) -> None:
    """Each server's file is made of the same rules; read the difference before you accept it."""
    path, made = GOLDEN / name, WRITERS[name](HOST)
    if update_golden:
        path.parent.mkdir(exist_ok=True)
        path.write_text(made, encoding="utf-8")
    assert made == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["nginx.conf", "htaccess", "web.config"])
def test_every_server_has_every_rule(name: str) -> None:
    """No header field and no media type is in one configuration and not in another."""
    text = WRITERS[name](HOST).replace("&#39;", "'")
    for place in ("page", "embed", "asset", "data"):
        for field, value in HOST.headers(place).items():
            assert field == "Cache-Control" or f'{field} "{value}"' in text or value in text
            assert field == "Cache-Control" or field in text
    assert "immutable" in text
    assert "font/woff2" in text


def test_pages_carry_the_policy_themselves(built: ProjectPaths) -> None:
    """Where a server sends no header fields, the page says the same."""
    page = (built.site / "index.html").read_text(encoding="utf-8")
    assert f'<meta http-equiv="Content-Security-Policy" content="{PAGE_POLICY}">' in page
    assert "unsafe" not in PAGE_POLICY


def test_policy_lets_no_script_of_a_page_run_but_the_first(built: ProjectPaths) -> None:
    """The hash in the policy (CSP 3, 8.3) is that of the one script that stands in a page."""
    page = (built.site / "index.html").read_text(encoding="utf-8")
    scripts = re.findall(r"<script(?![^>]*(?:src=|ld\+json))[^>]*>(.*?)</script>", page, re.DOTALL)
    digests = [hashlib.sha256(script.encode()).digest() for script in scripts]
    allowed = re.findall(r"'sha256-([^']+)'", PAGE_POLICY)
    assert [base64.b64encode(digest).decode() for digest in digests] == allowed


def test_iis_file_is_well_formed() -> None:
    """IIS cannot run here: its file is read as XML, and says each thing once a folder."""
    root = ElementTree.fromstring(write_iis(HOST).encode())
    for headers in root.iter("customHeaders"):
        names = [one.get("name") for one in headers.findall("add")]
        assert len(names) == len(set(names))
    ends = [one.get("fileExtension") for one in root.iter("mimeMap")]
    assert len(ends) == len(set(ends))
    assert {one.get("path") for one in root.iter("location")} == {"assets", "embed", "api"}


def test_places() -> None:
    """A folder tells how a file may be shown and kept."""
    names = (
        "",
        "en/",
        "a/b.html",
        "embed/a.html",
        "assets/0123abcd/a.css",
        "api/a.json",
        "feed.xml",
    )
    assert [place_of(name) for name in names] == [
        *("page", "page", "page", "embed", "asset", "data", "page")
    ]
    assert media_type("a.js") == "text/javascript; charset=utf-8"
    assert media_type("a.avif") == "image/avif"


@pytest.fixture(name="tree", scope="module")
def fixture_tree(built: ProjectPaths, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny site as it goes to the portal, with an embed and what must not be served."""
    tree = tmp_path_factory.mktemp("tree") / "site"
    shutil.copytree(built.site, tree)
    (tree / "embed").mkdir(exist_ok=True)
    shutil.copy(tree / "404.html", tree / "embed" / "so.html")
    (tree / "api").mkdir(exist_ok=True)
    (tree / "api" / "thu.json").write_text("{}", encoding="utf-8")
    (tree / ".env").write_text("secret", encoding="utf-8")
    compress_beside(tree)
    return tree


SERVERS = {"nginx": nginx, "apache": apache}


@pytest.fixture(name="open_folder")
def fixture_open_folder() -> Iterator[Path]:
    """A folder that a server without rights may read: not below the tests' own, closed one."""
    folder = Path(subprocess.check_output(["mktemp", "-d"], text=True).strip())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.parametrize("name", SERVERS)
def test_server_passes_the_checklist(name: str, tree: Path, open_folder: Path) -> None:
    """Headers, compression, types, 404, cache, no listing, no hidden files, sub-path, equal pages:
    every item that a plain http server can pass.
    """
    with SERVERS[name](tree, open_folder) as host:
        findings = list(ask_host(host, tree))
    assert [one for one in findings if one.verdict == "fail"] == []
    assert sum(one.verdict == "pass" for one in findings) >= 11


BROKEN = {
    "headers": lambda text: text.replace("nosniff", "none"),
    "compressed": lambda text: text.replace("gzip_static on", "gzip_static off").replace(
        "brotli_static on", "brotli_static off"
    ),
    "types": lambda text: text.replace("text/javascript js;", "text/plain js;"),
    "not_found": lambda text: text.replace("error_page 404", "error_page 404 =200"),
    "no_listing": lambda text: text.replace("autoindex off", "autoindex on"),
    "hidden": lambda text: text.replace(r"location ~ /\.(?!well-known/)", "location = /x"),
    "no_version": lambda text: text.replace("server_tokens off", "server_tokens on"),
    "no_cookies": lambda text: text.replace("etag on;", 'add_header Set-Cookie "a=b";'),
    "revalidates": lambda text: text.replace("etag on;", "etag off; if_modified_since off;"),
    "sub_path": lambda text: text.replace(f"return 301 {SUBPATH}", "return 404"),
}


@pytest.mark.parametrize("item", BROKEN)
def test_checklist_sees_what_is_wrong(item: str, tree: Path, open_folder: Path) -> None:
    """Each item fails where the server does that one thing wrong."""
    with nginx(tree, open_folder, BROKEN[item]) as host:
        failed = {one.item for one in ask_host(host, tree) if one.verdict == "fail"}
    assert item in failed
    assert failed <= {item, "headers"}


def test_checklist_sees_another_page(tree: Path, open_folder: Path) -> None:
    """A server that has an older tree does not pass."""
    older = open_folder / "older"
    shutil.copytree(tree, older)
    (older / "index.html").write_text("<p>Bản cũ</p>", encoding="utf-8")
    with nginx(older, open_folder) as host:
        failed = {one.item for one in ask_host(host, tree) if one.verdict == "fail"}
    assert "same" in failed


def test_command_prints_the_list(
    built: ProjectPaths, tree: Path, open_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`verify --host` prints a verdict for each item, in both languages; it ends with 0 or 1."""
    with nginx(tree, open_folder) as host:
        ask = ["--root", str(built.root), "verify", "--site", str(tree), "--host", host.address]
        assert Probe(host.address).get("embed/so.html").status == 200
        assert main([*ask, "--lang", "en"]) in (0, 1)
        assert "Hosting checklist" in capsys.readouterr().out
        main(ask)
        said = capsys.readouterr().out
    assert "đạt" in said
    assert "hồ sơ đề xuất cấp độ" in said


def test_command_says_that_nobody_answers(
    built: ProjectPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a server there is one line and code 2."""
    address = f"http://127.0.0.1:{free_port()}/"
    assert main(["--root", str(built.root), "verify", "--host", address]) == 2
    assert address in capsys.readouterr().err


def test_secure_server_speaks_https(tree: Path, open_folder: Path) -> None:
    """With a certificate: TLS, HTTP/2, HSTS, and http leads to https."""
    needs("nginx", "openssl")
    port, plain = free_port(), free_port()
    cert, key = open_folder / "c.pem", open_folder / "k.pem"
    make = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext"
    subprocess.run(
        ["openssl", *make.split(), "subjectAltName=DNS:localhost", "-out", cert, "-keyout", key],
        check=True,
        capture_output=True,
    )
    host = replace(HOST, address=f"https://localhost:{port}{SUBPATH}", folder=str(tree))
    listening = replace(
        listening_at(port),
        ports=(f"127.0.0.1:{port} ssl http2",),
        certificate=str(cert),
        key=str(key),
    )
    text = write_nginx(host, listening)
    text = text.replace("listen 80;", f"listen 127.0.0.1:{plain};").replace("listen [::]:80;", "")
    own = open_folder / "site.conf"
    own.write_text(text, encoding="utf-8")
    main_file = str(nginx_main(own, open_folder))
    with running([program("nginx"), "-c", main_file], port, open_folder / "said.txt"):
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SSL_CERT_FILE", str(cert))
            probe = Probe(host.address)
            assert probe.protocol() == "h2"
            assert probe.get("").get("strict-transport-security") == "max-age=31536000"
        moved = Probe(f"http://localhost:{plain}{SUBPATH}").get("")
    assert (moved.status, moved.get("location")) == (301, f"https://localhost{SUBPATH}")


def test_container_file_is_one_that_nginx_takes(tree: Path, open_folder: Path) -> None:
    """There is no container here: the file it serves with is given to the nginx of this machine,
    in the folder that the container has.
    """
    needs("nginx")
    recipe, text = write_container(HOST)
    assert "COPY --chown=0:0 site/ /usr/share/nginx/site/" in recipe
    own = open_folder / "site.conf"
    port = free_port()
    own.write_text(
        text.replace("/usr/share/nginx/site", str(tree)).replace("8080", f"127.0.0.1:{port}"),
        encoding="utf-8",
    )
    main_file = str(nginx_main(own, open_folder))
    with running([program("nginx"), "-c", main_file], port, open_folder / "said.txt"):
        answer = Probe(f"http://127.0.0.1:{port}{HOST.path}").get("", Accept_Encoding="gzip")
    assert (answer.status, answer.get("content-encoding")) == (200, "gzip")
    assert answer.get("strict-transport-security")


def test_command_writes_every_file(tiny: ProjectPaths, capsys: pytest.CaptureFixture[str]) -> None:
    """`hosting` writes all files into `dist/deploy`; a name prints that one only."""
    assert main(["--root", str(tiny.root), "hosting"]) == 0
    names = {path.name for path in (tiny.dist / "deploy").iterdir()}
    assert names == {"nginx.conf", ".htaccess", "web.config", "Containerfile", "container.conf"}
    capsys.readouterr()
    assert main(["--root", str(tiny.root), "hosting", "iis", "--preview"]) == 0
    said = capsys.readouterr().out
    assert "noindex, nofollow" in said
    ElementTree.fromstring(said.encode())


@pytest.mark.parametrize(
    "address", ["", "vi-du.vn", "https://a.vn/\n}", 'https://a.vn/";', "https://a/$x/"]
)
def test_strange_address_makes_no_configuration(
    address: str, tiny: ProjectPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    """An address that is none, or would mean something to a server, is refused in one line."""
    with pytest.raises(ValueError, match=f"^{re.escape(address)}$"):
        Host(address, "/srv")
    if address:
        assert main(["--root", str(tiny.root), "hosting", "--address", address]) == 2
        assert "--address" in capsys.readouterr().err
