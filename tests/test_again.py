"""Building again: what is kept from former builds saves work and changes no byte."""

from __future__ import annotations

import os
import pickle
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from conftest import REPO, TINY, copy_project
from microsite import fingerprint
from microsite.cli import main
from microsite.compiled import compiled_in
from microsite.engine import build_site
from microsite.fingerprint import GENERATOR
from microsite.kept import Kept, key_of
from microsite.paths import ProjectPaths
from microsite.pipeline import build
from microsite.placing import is_same, link, names_in, put
from test_build import tree

# what may change, in which file, and how
KINDS = {
    "prose": ("docs/vi/vuon/index.md", "Vườn", "Mảnh vườn"),
    "a sentence": ("docs/vi/vuon/index.md", "- Hai cây.", "- Hai cây ban."),
    "a sentence that was translated": ("docs/vi/index.md", "Hỏi thêm ở", "Hỏi tiếp ở"),
    "a chart in a page": ("docs/vi/vuon/index.md", "::chart{#so-cay}\n", ""),
    "front matter": ("docs/vi/vuon/index.md", "title: ", "title: Về "),
    "a figure": ("data/indicators.yml", "value: 12\n", "value: 13\n"),
    "a name": ("data/culture.yml", "vi: Cây ban", "vi: Cây Đào Rừng"),
    "settings": ("data/site.yml", "vi: Vườn mẫu", "vi: Vườn nhỏ"),
    "template": ("overrides/main.html", "<main", '<main data-new="1"'),
    "style": ("overrides/assets/css/tokens.css", "}", "--new:1px}"),
    "configuration": ("mkdocs.yml", "blob/main/", "blob/new/"),
}


# the page in both languages, the feeds and the index of search
_TOLD = re.compile(r"(en/)?vuon/index\.html|feeds/|(assets/)?search/")


def own_project(folder: Path) -> ProjectPaths:
    """Copy the tiny project with a theme of its own; its translations are confirmed."""
    paths = copy_project(TINY, folder)
    shutil.copytree(REPO / "overrides", folder / "overrides")
    config = paths.config.read_text(encoding="utf-8")
    paths.config.write_text(config.replace(str(REPO / "overrides"), "overrides"), encoding="utf-8")
    assert main(["--root", str(paths.root), "translated", "--all"]) == 0
    return paths


def change(root: Path, name: str, old: str, new: str) -> None:
    """Change the first place of a file that reads ``old``."""
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture(name="before", scope="module")
def fixture_before(tmp_path_factory: pytest.TempPathFactory) -> ProjectPaths:
    """A project built once, with all that the build kept."""
    paths = own_project(tmp_path_factory.mktemp("before") / "tiny")
    assert main(["--root", str(paths.root), "build"]) == 0
    return paths


@pytest.fixture(name="again")
def fixture_again(before: ProjectPaths, tmp_path: Path) -> ProjectPaths:
    """A copy of that project, what was kept included."""
    shutil.copytree(before.root, tmp_path / "again")
    return ProjectPaths(tmp_path / "again")


@pytest.mark.parametrize("kind", KINDS)
def test_after_a_change_the_site_is_that_of_a_build_from_nothing(
    before: ProjectPaths, again: ProjectPaths, tmp_path: Path, kind: str
) -> None:
    """Whatever kind of input changes: nothing old is left, to the byte."""
    fresh = own_project(tmp_path / "fresh")
    for paths in (again, fresh):
        change(paths.root, *KINDS[kind])
        assert main(["--root", str(paths.root), "build"]) == 0
    assert tree(again.site) == tree(fresh.site)
    assert tree(again.site) != tree(before.site)


def test_after_a_change_of_the_generator_too(again: ProjectPaths, tmp_path: Path) -> None:
    """Another word in the wording files is another generator: no page of the old one is left."""
    package = tmp_path / "scripts" / "microsite"
    shutil.copytree(GENERATOR, package, ignore=shutil.ignore_patterns("__pycache__"))
    for other in sorted(path for path in GENERATOR.parent.iterdir() if path != GENERATOR):
        (package.parent / other.name).symlink_to(other)
    change(package, "wording/vi.yml", "Trang chủ", "Trang đầu")
    fresh = own_project(tmp_path / "fresh")
    environment = {**os.environ, "PYTHONPATH": str(package.parent)}
    for paths in (again, fresh):
        command = [sys.executable, "-m", "microsite", "--root", str(paths.root), "build"]
        subprocess.run(command, env=environment, check=True, capture_output=True)
    assert tree(again.site) == tree(fresh.site)
    assert "Trang đầu" in (again.site / "index.html").read_text(encoding="utf-8")


def test_what_is_kept_is_used_until_a_package_changes(
    again: ProjectPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that has not changed is the one that was kept, even if somebody spoilt it; with
    another release of any package all pages are built anew.
    """
    whole = tree(again.site)
    for path in (again.built_pages / "site").iterdir():
        path.write_text(path.read_text("utf-8").replace("<main", "<main data-spoilt"), "utf-8")
    build(again, build_site)
    assert "data-spoilt" in (again.site / "index.html").read_text(encoding="utf-8")
    monkeypatch.setattr(fingerprint, "installed", lambda: "markdown 99.0")
    fingerprint.maker.cache_clear()
    build(again, build_site)
    fingerprint.maker.cache_clear()
    assert tree(again.site) == whole


def test_only_what_changed_is_built(again: ProjectPaths) -> None:
    """A sentence changes one page; of all others the kept one is taken, and of old pages none is
    kept.
    """
    folder = again.built_pages / "site"
    kept = {path.name for path in folder.iterdir()}
    change(again.root, *KINDS["prose"])
    build(again, build_site)
    now = {path.name for path in folder.iterdir()}
    assert len(now) == len(kept)
    assert 1 <= len(now - kept) <= 3  # the page, the paper of its section, its untranslated twin


def test_only_what_was_written_anew_is_drawn(again: ProjectPaths) -> None:
    """A page is drawn from its own text and all that is no text: the others are not drawn again."""
    drawn = again.memory / "site-drawn"
    _, before = pickle.loads(drawn.read_bytes())
    change(again.root, *KINDS["a sentence"])
    build(again, build_site)
    _, after = pickle.loads(drawn.read_bytes())
    assert len(after) == len(before)
    assert 1 <= len(after.keys() - before.keys()) <= 3  # the page, the paper of its section, …


def test_what_was_packed_is_taken_over(again: ProjectPaths) -> None:
    """After a change the packed forms of all other files are the files that lay there before."""
    names = [path.relative_to(again.site) for path in again.site.rglob("*.gz")]
    before = {name: (again.site / name).stat().st_ino for name in names}
    change(again.root, *KINDS["prose"])
    assert main(["--root", str(again.root), "build"]) == 0
    left = [name for name in names if (again.site / name).is_file()]
    same = [name for name in left if (again.site / name).stat().st_ino == before[name]]
    anew = {name.as_posix() for name in set(names) - set(same)}
    assert "vuon/index.html.gz" in anew
    assert {name for name in anew if not _TOLD.match(name)} == set()


def test_templates_that_another_generator_compiled_go(tmp_path: Path) -> None:
    """A template is compiled once; what lies there from another generator is deleted."""
    (tmp_path / "0123456789abcdef-old").write_bytes(b"old")
    own = Environment(loader=DictLoader({"a": "{{ 1 + 1 }}"}), bytecode_cache=compiled_in(tmp_path))
    assert own.get_template("a").render() == "2"
    (kept,) = tmp_path.iterdir()
    assert kept.name.startswith(fingerprint.maker()[:16])


def test_a_file_where_a_folder_comes_is_no_former_one(tmp_path: Path) -> None:
    """What was a file yesterday may be a folder today."""
    put(tmp_path / "former" / "a", b"file")
    put(tmp_path / "now" / "a" / "b", b"new", tmp_path / "former" / "a" / "b")
    assert (tmp_path / "now" / "a" / "b").read_bytes() == b"new"
    assert not is_same(str(tmp_path / "now/a/b"), str(tmp_path / "former/a/b"))


def test_all_files_of_a_tree_are_named_in_order(tmp_path: Path) -> None:
    """At every depth, with a slash whatever the system; a folder that is not there has none."""
    for name in ("b.html", "a/c.txt", "a/b/d", "a.html"):
        put(tmp_path / name, b"")
    (tmp_path / "empty").mkdir()
    assert names_in(tmp_path) == ["a.html", "a/b/d", "a/c.txt", "b.html"]
    assert names_in(tmp_path / "not there") == []


def test_a_file_that_is_put_shares_nothing_with_what_lay_there(tmp_path: Path) -> None:
    """Pages of the tree are first the files that are kept: finishing one must not change them."""
    kept, placed = tmp_path / "kept.html", tmp_path / "placed.html"
    kept.write_bytes(b"as built")
    link(kept, placed)
    put(placed, b"finished")
    assert (kept.read_bytes(), placed.read_bytes()) == (b"as built", b"finished")
    put(placed, b"as built", tmp_path / "not there")
    assert not placed.samefile(kept)
    put(placed, b"as built", kept)
    assert placed.samefile(kept)


def test_no_file_of_the_site_is_one_that_is_kept(again: ProjectPaths) -> None:
    """Whoever spoils a file of the site spoils nothing that the next build takes."""
    kept = {path.stat().st_ino for path in again.build.rglob("*") if path.is_file()}
    assert not kept & {path.stat().st_ino for path in again.site.rglob("*") if path.is_file()}


def test_any_number_of_workers_builds_the_same(before: ProjectPaths, tmp_path: Path) -> None:
    """One process, two or five: the same bytes."""
    for workers in (1, 2, 5):
        paths = own_project(tmp_path / str(workers))
        build(paths, build_site, workers=workers)
        assert tree(paths.site) == tree(before.site)


def test_damaged_memory_is_no_harm(before: ProjectPaths, again: ProjectPaths) -> None:
    """Files in build/ that cannot be read count as not there."""
    damaged = [path for path in again.memory.rglob("*") if path.is_file()]
    assert damaged
    for path in damaged:
        path.write_bytes(b"\x80\x05 not what it was")
    build(again, build_site)
    assert tree(again.site) == tree(before.site)


def test_nothing_is_built_when_nothing_has_changed(
    again: ProjectPaths, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second run leaves every file alone and says so; a file that somebody touched in the site,
    a change, or another environment makes it build.
    """
    arguments = ["--root", str(again.root), "build"]
    times = {path: path.stat().st_mtime_ns for path in again.site.rglob("*")}
    assert main(arguments) == 0
    said = capsys.readouterr()
    assert "Không có gì thay đổi" in said.out
    assert "vi 1" in said.out
    assert said.err == ""
    assert {path: path.stat().st_mtime_ns for path in again.site.rglob("*")} == times
    before = tree(again.site)
    for damaged in ("index.html", "404.html"):
        (again.site / damaged).unlink()
        assert main(arguments) == 0
        assert tree(again.site) == before
    (again.site / "index.html.gz").write_bytes(b"spoilt")
    assert main(arguments) == 0
    assert tree(again.site) == before
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert main(arguments) == 0
    assert "Không có gì thay đổi" not in capsys.readouterr().out
    for kind in ("prose", "template", "configuration"):
        change(again.root, *KINDS[kind])
        assert main(arguments) == 0
        assert "Không có gì thay đổi" not in capsys.readouterr().out


def test_results_are_kept_by_what_they_were_made_from(tmp_path: Path) -> None:
    """The same text is worked out once; another edition, and a text that is no longer asked for,
    count for nothing.
    """
    asked: list[str] = []

    def work(text: str) -> str:
        asked.append(text)
        return text.upper()

    def each(edition: str, *texts: str) -> list[str]:
        asked.clear()
        items = {key_of(text): text for text in texts}
        return list(Kept(tmp_path / "kept", edition).each(items, work, 1).values())

    assert each("1", "a", "b") == ["A", "B"]
    assert each("1", "b", "c") == ["B", "C"]
    assert asked == ["c"]
    assert each("1", "a") == ["A"]
    assert asked == ["a"]
    assert each("2", "a") == ["A"]
    assert asked == ["a"]
