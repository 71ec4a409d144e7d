"""The program of the web form: one pinned package, changed to stay at home, and its command."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from microsite.admin import package
from microsite.admin.assemble import form_files, policy
from microsite.admin.config import Backend, local_backend, parse_backend
from microsite.admin.package import CMS, Package, Unavailable, obtain, unpack
from microsite.admin.program import CHANGES, FORBIDDEN, Unlike, change, completed
from microsite.admin.serving import serve
from microsite.cli import main
from microsite.paths import ProjectPaths
from microsite.upkeep.fmt import form_all
from microsite.wording.catalog import load_words

pytest_plugins = ["browser.fixtures"]

_VALUE = re.compile(r"\{\$\w+\}")


def test_changed_program_names_no_other_machine(cms: bytes, tiny: ProjectPaths) -> None:
    """Each change is made exactly once in the pinned script, and every file it now names by a
    change is in the folder.
    """
    files = form_files(cms, tiny, load_words("vi"), local_backend(tiny))
    script = files["sveltia-cms.js"].decode("utf-8")
    assert [name for name in FORBIDDEN if name in script] == []
    assert {one.new for one in CHANGES if one.new.startswith("fonts/")} <= set(files)
    assert f"sveltia-cms@{CMS.version}/locales/vi.json" in files
    assert json.loads(files["sveltia-cms/package.json"])["version"] == CMS.version


def test_our_words_fill_gaps_only(cms: bytes) -> None:
    """What the package says in English to Vietnamese editors has words of ours, with the same
    values in them; words that the package has are its own.
    """
    vietnamese, english = "locales/vi.json", "locales/en-US.json"
    files = unpack(cms, [vietnamese, english])
    theirs, spoken = (dict(_told(json.loads(files[name]))) for name in (vietnamese, english))
    whole = dict(_told(json.loads(completed(files[vietnamese]))))
    ours = whole.keys() - theirs.keys()
    assert len(ours) > 20
    assert {name: whole[name] for name in theirs} == theirs
    for name in ours:
        assert set(_VALUE.findall(whole[name])) == set(_VALUE.findall(spoken[name])), name


def _told(tree: dict[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    for name, value in tree.items():
        if isinstance(value, dict):
            yield from _told(value, f"{before}{name}.")
        else:
            yield before + name, value


def test_another_script_is_refused() -> None:
    """A script in which something stands twice, or not at all, is not changed by halves."""
    script = " ".join(one.old for one in CHANGES)
    assert "unpkg.com" not in change(script)
    for wrong in (script + CHANGES[0].old, script.replace(CHANGES[-1].old, "")):
        with pytest.raises(Unlike):
            change(wrong)
    with pytest.raises(Unlike, match="jsdelivr"):
        change(script + " https://cdn.jsdelivr.net/x.js")


def test_only_the_pinned_bytes_are_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive is used only if it has the checksum, wherever it comes from; a good one is kept,
    and then nothing is fetched.
    """
    good = b"archive"
    wanted = Package("@a/b", "1.0.0", "sha512-" + _sha512(good))
    fetched: list[str] = []

    def download(asked: Package) -> bytes:
        fetched.append(asked.url)
        return b"other" if len(fetched) == 1 else good

    monkeypatch.setattr(package, "_download", download)
    with pytest.raises(Unavailable, match=r"b-1\.0\.0\.tgz"):
        obtain(wanted, tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert obtain(wanted, tmp_path) == obtain(wanted, tmp_path) == good
    assert fetched == ["https://registry.npmjs.org/@a/b/-/b-1.0.0.tgz"] * 2
    (tmp_path / wanted.file).write_bytes(b"damaged")
    assert obtain(wanted, tmp_path) == good
    given = tmp_path / "given.tgz"
    given.write_bytes(good)
    assert obtain(wanted, tmp_path / "else", given=given) == good
    assert (tmp_path / "else" / wanted.file).read_bytes() == good


def _sha512(content: bytes) -> str:
    return base64.b64encode(hashlib.sha512(content).digest()).decode()


def test_without_a_network_the_command_says_what_to_do(
    tiny: ProjectPaths, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Offline, the command names the file to fetch elsewhere and how to hand it over; nothing is
    written.
    """

    def no_network(*_: object, **__: object) -> bytes:
        raise OSError("Network is unreachable")

    monkeypatch.setattr(urllib.request, "urlopen", no_network)
    assert main(["--root", str(tiny.root), "admin"]) == 2
    said = capsys.readouterr().err
    assert CMS.url in said
    assert "--package" in said
    assert not tiny.admin.exists()
    assert main(["--root", str(tiny.root), "admin", "--package", "khong-co.tgz"]) == 2
    assert "khong-co.tgz" in capsys.readouterr().err
    assert main(["--root", str(tiny.root), "admin", "--backend", "svn:x"]) == 2
    assert "svn:x" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("backend", "service", "api"),
    [
        ("github:tinh/trang", "github", "https://api.github.com"),
        ("gitlab:tinh/ban/trang", "gitlab", "https://gitlab.com"),
    ],
)
def test_a_hosted_form_speaks_to_its_repository_only(
    cms: bytes, tiny: ProjectPaths, backend: str, service: str, api: str
) -> None:
    """With GitHub or GitLab every change is a proposal that somebody reviews, one signs in with a
    token, and the page may reach that service alone.
    """
    files = form_files(cms, tiny, load_words("vi"), parse_backend(backend))
    made = yaml.safe_load(files["config.yml"])
    messages = made["backend"].pop("commit_messages")
    assert messages["update"] == "Sửa {{collection}}: {{slug}}"
    assert made["backend"] == {
        "name": service,
        "repo": backend.partition(":")[2],
        "auth_methods": ["token"],
    }
    assert made["publish_mode"] == "editorial_workflow"
    reached = next(part for part in policy(parse_backend(backend)).split("; ") if "connect" in part)
    assert reached == f"connect-src 'self' blob: data: {api}"
    assert "http" not in policy(Backend("a/b"))
    assert api.encode() in files["index.html"]


def test_command_writes_the_form_and_serves_it(
    cms: bytes, tiny: ProjectPaths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`microsite admin --package FILE` needs no network; the server answers this machine only."""
    archive = tmp_path / CMS.file
    archive.write_bytes(cms)
    assert main(["--root", str(tiny.root), "admin", "--package", str(archive)]) == 0
    said = capsys.readouterr().out
    assert str(tiny.admin) in said
    assert "git init" in said, "the copy is no repository, which the form wants"
    with serve(tiny.admin, 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}/config.yml") as answer:
            assert answer.headers["Content-Type"] == "application/yaml"
            assert yaml.safe_load(answer.read())["app_title"] == "Sửa nội dung: Vườn mẫu"
        server.shutdown()
    assert server.server_address[0] == "127.0.0.1"


def test_the_form_opens_on_broken_settings(cms: bytes, tiny: ProjectPaths) -> None:
    """Whoever has broken data/site.yml can still open the form to mend it."""
    (tiny.data / "site.yml").write_text("short_name: [", encoding="utf-8")
    files = form_files(cms, tiny, load_words("vi"), local_backend(tiny))
    assert "Sửa nội dung: tiny".encode() in files["index.html"]


def test_fmt_gives_back_the_first_line(tiny: ProjectPaths) -> None:
    """The form drops comments; where a project has schemas, `fmt` writes the line that names them
    anew, and it is no change where it stands already.
    """
    events = tiny.data / "events.yml"
    assert next(form_all(tiny, [events])).new is None
    main(["--root", str(tiny.root), "schema"])
    line, _, rest = events.read_text(encoding="utf-8").partition("\n")
    assert next(form_all(tiny, [events])).new is None
    events.write_text(rest, encoding="utf-8")
    assert next(form_all(tiny, [events])).new == f"{line}\n{rest}"
