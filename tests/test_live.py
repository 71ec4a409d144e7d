"""`serve`: the tiny project on a port, changes, mistakes and their mending."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from assets import find_asset
from changes import apply_changes
from conftest import REPO
from microsite.engine import build_site
from microsite.engine.desk import Desk, theme_folder
from microsite.live.bench import Bench
from microsite.live.server import PORTS, Server, open_server
from microsite.model.places import built_path
from microsite.paths import ProjectPaths
from microsite.pipeline import build
from microsite.preparing import prepare

MISTAKE = {"data/events.yml": {"replace": [["topic: formation", "topic: formatio"]]}}
MENDED = {"data/events.yml": {"replace": [["topic: formatio", "topic: formation"]]}}


@dataclass(frozen=True)
class Preview:
    """A live preview and the project that it shows."""

    paths: ProjectPaths
    bench: Bench
    server: Server

    def save(self, files: dict[str, dict[str, object]]) -> None:
        """Change files as an editor program does, and let the preview notice."""
        apply_changes(self.paths.root, files)
        self.bench.refresh(frozenset(self.paths.root / name for name in files))

    def get(self, address: str, kind: str = "") -> str:
        """Return what lies at ``address``, whatever the status, when it is of that ``kind``."""
        answer = self.ask(address)
        assert answer.getheader("Content-Type", "").startswith(kind)
        return answer.read().decode()

    def ask(self, address: str) -> HTTPResponse:
        """Return the answer of the server."""
        connection = HTTPConnection("127.0.0.1", self.server.server_port, timeout=30)
        connection.request("GET", f"/{address}")
        return connection.getresponse()

    def news(self, address: str) -> Iterator[dict[str, str]]:
        """Yield what a browser with that page open is told."""
        for line in self.ask(f"__live/news?page=/{address}"):
            if line.startswith(b"data: "):
                yield json.loads(line.removeprefix(b"data: "))


@contextlib.contextmanager
def previewed(paths: ProjectPaths) -> Iterator[Preview]:
    """Serve ``paths`` while the context lasts."""
    bench = Bench(paths, Desk, theme_folder(paths))
    bench.refresh()
    server = open_server(bench, 0, "vi")
    assert server is not None
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield Preview(paths, bench, server)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(name="preview")
def fixture_preview(tiny: ProjectPaths) -> Iterator[Preview]:
    """The tiny project in a live preview."""
    with previewed(tiny) as preview:
        yield preview


def bare(html: str) -> str:
    """Return a served page without the script of the preview."""
    return "\n".join(line for line in html.split("\n") if "__live" not in line)


def test_page_is_the_one_that_a_build_makes(preview: Preview, built: ProjectPaths) -> None:
    """Every page is served byte for byte as built with drafts, but for one script that is not in
    the site.
    """
    pages = [built_path(p.path, p.lang, "vi") for p in prepare(built, drafts=True).pages]
    assert len(pages) > 20
    build(built, build_site, drafts=True)
    for name in pages:
        served = preview.get(name, "text/html")
        assert served.count("__live") == 1
        site = (built.drafts / name).read_text(encoding="utf-8")
        assert "__live" not in site
        assert bare(served) == site, name


def test_files_beside_the_pages_are_there(preview: Preview, built: ProjectPaths) -> None:
    """Styles, scripts, drawings and data are those of the site; the search index is that of
    the last build.
    """
    for name in ("assets/css/article.css", "assets/js/site.js", "assets/mark.svg"):
        made = find_asset(built.site, name.removeprefix("assets/"))
        assert preview.ask(name).read() == made.read_bytes()
    assert (
        preview.ask("en/so-lieu/so-cay.csv").read()
        == (built.site / "so-lieu/so-cay.csv").read_bytes()
    )
    assert preview.ask("search/vi.js").status == 404
    shutil.copytree(built.site, preview.paths.site)
    assert preview.get("search/vi.js", "text/javascript")


def test_nothing_else_of_the_disk_is_served(preview: Preview) -> None:
    """An address cannot climb out of the site's folders."""
    secret = preview.paths.build / "secret.js"
    secret.write_text("secret", encoding="utf-8")
    for name in (
        "assets/../secret.js",
        "assets/..%2Fsecret.js",
        "assets/../../secret.js",
        "__live/bench.py",
    ):
        assert preview.ask(name).status == 404
    assert preview.server.server_address[0] == "127.0.0.1"


def test_unknown_address_gets_the_page_for_that(preview: Preview) -> None:
    """An address that leads nowhere gets the site's own page, with ways that work here."""
    answer = preview.ask("khong-co.html")
    html = answer.read().decode()
    assert answer.status == 404
    assert "Không tìm thấy trang" in html
    assert 'href="/en/index.html"' in html


def test_saved_text_is_served(preview: Preview) -> None:
    """A change in docs, in data or in the theme's templates is in the next page; a page
    that has not changed keeps its mark.
    """
    before = {
        name: preview.bench.view(name).page for name in ("vuon/index.html", "hoi/kinh-te.html")
    }
    preview.save({"docs/vi/vuon/index.md": {"append": "\nMột câu mới tinh.\n"}})
    assert "Một câu mới tinh." in preview.get("vuon/index.html")
    after = {name: preview.bench.view(name).page for name in before}
    assert [name for name in before if before[name] != after[name]] == ["vuon/index.html"]
    preview.save({"data/events.yml": {"replace": [["Lập vườn", "Mở vườn"]]}})
    assert "Mở vườn" in preview.get("vuon/index.html")


def test_new_page_is_served(preview: Preview) -> None:
    """A page that did not exist when the preview began is there after it was saved, and is gone
    when it was deleted.
    """
    text = (preview.paths.docs / "vi/vuon/index.md").read_text(encoding="utf-8")
    name = "docs/vi/vuon/moi.md"
    assert preview.ask("vuon/moi.html").status == 404
    preview.save({name: {"write": text}})
    assert preview.ask("vuon/moi.html").status == 200
    preview.save({name: {"remove": True}})
    assert preview.ask("vuon/moi.html").status == 404


def test_browser_is_told_what_changed(preview: Preview) -> None:
    """An open page is told its marks at once, then only what changes for it."""
    news = preview.news("vuon/index.html")
    first = next(news)
    assert first["page"] in preview.get("vuon/index.html")
    preview.save({"docs/vi/index.md": {"append": "\nChuyện khác.\n"}})
    preview.save({"docs/vi/vuon/index.md": {"append": "\nMột câu mới tinh.\n"}})
    second = next(news)
    assert (second["page"] != first["page"], second["styles"]) == (True, first["styles"])
    preview.save(MISTAKE)
    assert "formatio" in next(news)["problems"]


def test_mistake_is_shown_over_the_last_sound_page(preview: Preview) -> None:
    """A mistake stops nothing: its file, line, wrong words and remedy are shown, the page stays,
    and all is well again when it is mended.
    """
    before = preview.get("vuon/index.html")
    preview.save({**MISTAKE, "docs/vi/vuon/index.md": {"append": "\nMột câu mới tinh.\n"}})
    box = preview.bench.view("vuon/index.html").problems
    assert "data/events.yml:4:10" in box
    assert '<mark class="some">formatio</mark>' in box
    assert "Có phải ý bạn là “formation”?" in box
    assert preview.get("vuon/index.html") == before
    preview.save(MENDED)
    assert preview.bench.view("vuon/index.html").problems == ""
    assert "Một câu mới tinh." in preview.get("vuon/index.html")


def test_box_is_text_not_html(preview: Preview) -> None:
    """What a file says is shown, never obeyed."""
    bad = '<img src=x onerror="alert(1)">'
    preview.save({"data/events.yml": {"replace": [["topic: formation", f"topic: '{bad}'"]]}})
    box = preview.bench.view("index.html").problems
    assert "&lt;img" in box
    assert "<img" not in box


def test_preview_begins_with_a_mistake(tiny: ProjectPaths) -> None:
    """Content that is wrong from the start gives an almost empty page with the box, and the
    real one when it is mended.
    """
    apply_changes(tiny.root, MISTAKE)
    with previewed(tiny) as preview:
        html = preview.get("index.html", "text/html")
        assert "Chưa có bản nào để xem" in html
        assert '<script src="/__live/live.js"' in html
        assert "formatio" in next(preview.news("index.html"))["problems"]
        preview.save(MENDED)
        assert "Vườn" in preview.get("index.html")


def test_broken_theme_is_shown_and_mended(tiny: ProjectPaths) -> None:
    """A template that cannot be read is named with its line; the page before it stays."""
    theme = tiny.root / "theme"
    shutil.copytree(REPO / "overrides", theme)
    config = tiny.config.read_text(encoding="utf-8").replace(str(REPO / "overrides"), "theme")
    tiny.config.write_text(config, encoding="utf-8")
    with previewed(tiny) as preview:
        before = preview.get("index.html")
        whole = (theme / "main.html").read_text(encoding="utf-8")
        preview.save({"theme/main.html": {"append": "{% if %}"}})
        box = preview.bench.view("index.html").problems
        assert "main.html" in box
        assert "TemplateSyntaxError" in box
        assert preview.get("index.html") == before
        preview.save({"theme/main.html": {"write": whole.replace("</body>", "<hr></body>")}})
        assert preview.bench.view("index.html").problems == ""
        assert "<hr></body>" in preview.get("index.html")
        seen = preview.bench.view("index.html")
        preview.save({"theme/assets/css/base.css": {"append": "body { color: red; }\n"}})
        now = preview.bench.view("index.html")
        assert (now.page, now.scripts) == (seen.page, seen.scripts)
        assert now.styles != seen.styles
        assert "color:red" in preview.get("assets/css/home.css")


def test_broken_configuration_is_shown(preview: Preview) -> None:
    """A slip in mkdocs.yml ends nothing either."""
    before = preview.get("index.html")
    preview.save({"mkdocs.yml": {"replace": [["- tables", "- no_such_extension"]]}})
    assert "no_such_extension" in preview.bench.view("index.html").problems
    assert bare(preview.get("index.html")) == bare(before)
    preview.save({"mkdocs.yml": {"replace": [["- no_such_extension", "- tables"]]}})
    assert preview.bench.view("index.html").problems == ""
    assert preview.get("index.html") == before


def test_next_port_when_one_is_taken(preview: Preview) -> None:
    """Where the port is taken the next free one is; where none is, there is no server."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        server = open_server(preview.bench, taken, "vi")
        assert server is not None
        server.server_close()
        assert taken < server.server_port < taken + PORTS


def test_command_says_where_and_ends_cleanly(tiny: ProjectPaths) -> None:
    """`serve` prints its address, shows a save and prints its problems; Ctrl+C ends with 0."""
    command = [
        sys.executable,
        "-u",
        "-m",
        "microsite",
        "--root",
        str(tiny.root),
        "serve",
        "--port",
        "0",
    ]
    environment = {**os.environ, "PYTHONPATH": str(REPO / "scripts")}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as serving:
        assert serving.stdout is not None
        assert serving.stderr is not None
        assert "http://127.0.0.1:" in serving.stdout.readline()
        apply_changes(tiny.root, MISTAKE)
        assert "data/events.yml:4:10" in serving.stdout.readline()
        while serving.stdout.readline() != "Lỗi: 1\n":
            pass
        apply_changes(tiny.root, MENDED)
        assert "data/events.yml" in serving.stdout.readline()
        serving.send_signal(signal.SIGINT)
        said = serving.stderr.read()
    assert (serving.returncode, said) == (0, "")


def test_no_project_no_server(tmp_path: Path) -> None:
    """A configuration that cannot be read ends with 2 and a sentence."""
    (tmp_path / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")
    command = [sys.executable, "-m", "microsite", "--root", str(tmp_path), "serve"]
    environment = {**os.environ, "PYTHONPATH": str(REPO / "scripts")}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 2
    assert "mkdocs.yml" in done.stderr
    assert "Traceback" not in done.stderr
