"""`preview`: one zip of what differs from a git revision, whole when it is opened from a disk."""

from __future__ import annotations

import os
import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from changes import apply_changes
from microsite.cli import main
from microsite.paths import ProjectPaths
from microsite.verify import find_faults

pytest_plugins = ["browser.fixtures"]

Run = Callable[..., tuple[int, str, str]]

POND = """---
title: Ao mới
summary: Ao ở cuối vườn.
author: to-vuon
published: 2020-01-02
reviewed: 2020-01-03
review_in: 12
---

Ao nằm cạnh [vườn](index.md), xem [số liệu](../so-lieu/index.md).

::chart{#so-cay}
"""
EDITED = {
    "docs/vi/vuon/index.md": {"replace": [["đào luống đầu tiên", "đào luống thứ nhất"]]},
    "docs/vi/vuon/ao.md": {"write": POND},
    "data/site.yml": {"replace": [["  - vuon/index.md", "  - vuon/index.md\n  - vuon/ao.md"]]},
}


def git(folder: Path, *arguments: str) -> str:
    """Run git in ``folder`` as nobody in particular."""
    named = {
        f"GIT_{role}_{what}": "x@y"
        for role in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    clean = {
        **os.environ,
        **named,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
    }
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=clean).stdout


@pytest.fixture(name="kept")
def fixture_kept(tiny: ProjectPaths) -> ProjectPaths:
    """The tiny project under git, on a branch of its own beside main."""
    (tiny.root / ".gitignore").write_text("build/\nsite/\ndist/\n", encoding="utf-8")
    git(tiny.root, "init", "-q", "-b", "main")
    git(tiny.root, "add", "-A")
    git(tiny.root, "commit", "-q", "-m", "first")
    git(tiny.root, "checkout", "-q", "-b", "work")
    return tiny


@pytest.fixture(name="run")
def fixture_run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `preview` on a project; return exit code, output and complaints."""

    def run(paths: ProjectPaths, *arguments: str) -> tuple[int, str, str]:
        code = main(["--root", str(paths.root), "preview", *arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def unpack(paths: ProjectPaths, folder: Path) -> Path:
    """Unpack the only zip of the project as the approver does."""
    (path,) = (paths.root / "dist" / "preview").glob("xem-truoc-*.zip")
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)
    return folder


def test_preview_holds_what_changed_and_what_it_needs(
    kept: ProjectPaths, run: Run, tmp_path: Path
) -> None:
    """Changed and new pages, their files, a list that opens first; committed or not; and nothing
    that did not change. The working tree and the repository stay as they were.
    """
    apply_changes(kept.root, {"docs/vi/vuon/index.md": EDITED["docs/vi/vuon/index.md"]})
    git(kept.root, "commit", "-q", "-a", "-m", "second")
    apply_changes(kept.root, {"data/glossary.yml": {"replace": [["Phân ủ từ lá", "Phân ủ từ cỏ"]]}})
    before = git(kept.root, "status", "--porcelain")
    code, out, _ = run(kept)
    assert code == 0
    assert re.search(r"Đã đóng gói: .*xem-truoc-[0-9a-f]{10}\.zip \(\d+ kB\)", out)
    assert git(kept.root, "status", "--porcelain") == before
    assert git(kept.root, "worktree", "list").count("\n") == 1
    folder = unpack(kept, tmp_path / "seen")
    pages = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    assert {"index.html", "ngoai-ban-xem.html", "trang/vuon/index.html"} < set(pages)
    assert "trang/trang/thuat-ngu.html" in pages
    assert "trang/cach-lam/u-phan.html" not in pages
    names = [path.relative_to(folder).as_posix() for path in folder.rglob("*")]
    assert all(name.isascii() for name in names)
    assert "trang/search/vi.js" not in names
    assert "trang/assets/fonts/be-vietnam-pro-700.woff2" in names


def test_nothing_in_a_preview_leads_nowhere(kept: ProjectPaths, run: Run, tmp_path: Path) -> None:
    """Every link, file and anchor is there; a page that did not change is one that says so."""
    apply_changes(kept.root, EDITED)
    assert run(kept)[0] == 0
    folder = unpack(kept, tmp_path / "seen")
    faults = find_faults(folder, ("vi",))
    wrong = {"dead link", "dead anchor", "missing file", "foreign request", "id twice"}
    assert [str(fault) for fault in faults if fault.kind in wrong] == []
    page = (folder / "trang/vuon/ao.html").read_text(encoding="utf-8")
    assert 'href="../../ngoai-ban-xem.html"' in page
    assert 'href="../../index.html">Về danh sách thay đổi</a>' in page
    assert "ms-finder" not in page
    assert (folder / "trang/so-lieu/so-cay.csv").is_file()


def test_list_says_what_changed(kept: ProjectPaths, run: Run, tmp_path: Path) -> None:
    """New, changed and removed pages stand apart by language, Vietnamese first, with title and way;
    changed ones with the words that came and went; pages made of others come last.
    """
    well = POND.replace("Ao mới", "Giếng cũ")
    git(kept.root, "checkout", "-q", "main")
    apply_changes(kept.root, {"docs/vi/vuon/gieng.md": {"write": well}})
    menu = {
        "data/site.yml": {"replace": [["- vuon/index.md", "- vuon/index.md\n  - vuon/gieng.md"]]}
    }
    apply_changes(kept.root, menu)
    git(kept.root, "add", "-A")
    git(kept.root, "commit", "-q", "-m", "a well")
    back = {"data/site.yml": {"replace": [["\n  - vuon/gieng.md", ""]]}}
    apply_changes(kept.root, {**back, "docs/vi/vuon/gieng.md": {"remove": True}})
    more = {"docs/en/so-lieu/index.md": {"append": "\nMore to come.\n"}}
    apply_changes(kept.root, {**EDITED, **more})
    assert run(kept)[0] == 0
    text = (unpack(kept, tmp_path / "seen") / "index.html").read_text(encoding="utf-8")
    commit = git(kept.root, "rev-parse", "main")[:9]
    assert f"So với bản main (mã {commit})" in text
    headings = re.findall(r"<h2>([^<]+) \(\d+\)</h2>", text)
    assert headings == [
        "Trang sửa, tiếng Việt",
        "Trang mới, tiếng Việt",
        "Trang bỏ, tiếng Việt",
        "Trang sửa, tiếng Anh",
        "Trang mới, tiếng Anh",
        "Trang bỏ, tiếng Anh",
        "Trang đổi theo",
    ]
    assert '<a href="trang/vuon/ao.html">Ao mới</a>' in text
    removed = text.split("Trang bỏ, tiếng Việt")[1].split("</section>")[0]
    assert "Giếng cũ" in removed
    assert "vuon/gieng.html" in removed
    assert "<a " not in removed
    changed = text.split("trang/vuon/index.html")[1].split("</article>")[0]
    words = re.sub(r"<span[^>]*>[^<]*</span>", "", changed)
    assert "luống <del>đầu tiên.</del> <ins>thứ nhất.</ins>" in re.sub(r"\s+", " ", words)
    assert "More to come." in text.split("Trang sửa, tiếng Anh")[1]
    assert "trang/trang/so-do.html" in text.split("Trang đổi theo")[1]


def test_words_of_a_file_are_text(kept: ProjectPaths, run: Run, tmp_path: Path) -> None:
    """What is written is shown in the list, never obeyed."""
    apply_changes(kept.root, {"docs/vi/vuon/index.md": {"append": "\nDấu &lt;b&gt; và a < b.\n"}})
    assert run(kept)[0] == 0
    text = (unpack(kept, tmp_path / "seen") / "index.html").read_text(encoding="utf-8")
    assert "Dấu &lt;b&gt; và a &lt; b." in text


def test_same_changes_give_the_same_bytes(kept: ProjectPaths, run: Run, tmp_path: Path) -> None:
    """A second preview has the same name and the same bytes, wherever it is put."""
    apply_changes(kept.root, EDITED)
    assert run(kept)[0] == 0
    assert run(kept, "--out", str(tmp_path / "other"))[0] == 0
    (first,) = (kept.root / "dist" / "preview").iterdir()
    (second,) = (tmp_path / "other").iterdir()
    assert (first.name, first.read_bytes()) == (second.name, second.read_bytes())


def test_nothing_changed_nothing_packed(kept: ProjectPaths, run: Run) -> None:
    """Where no page differs it says so, and there is no zip."""
    code, out, _ = run(kept)
    assert code == 0
    assert "Không có trang nào khác với main" in out
    assert not (kept.root / "dist").exists()


def test_mistake_here_is_told_as_everywhere(kept: ProjectPaths, run: Run) -> None:
    """Content with problems is not packed: they are printed, and it ends with 1."""
    apply_changes(kept.root, {"data/events.yml": {"replace": [["topic: formation", "topic: x"]]}})
    code, out, _ = run(kept)
    assert code == 1
    assert "data/events.yml:4:10" in out
    assert "Chưa đóng gói gì." in out


def test_other_revision_with_mistakes_is_refused(kept: ProjectPaths, run: Run) -> None:
    """A former version that today's checks refuse cannot be compared, and that is said."""
    git(kept.root, "checkout", "-q", "main")
    mistake, mended = [["topic: formation", "topic: x"]], [["topic: x", "topic: formation"]]
    apply_changes(kept.root, {"data/events.yml": {"replace": mistake}})
    git(kept.root, "commit", "-q", "-a", "-m", "wrong")
    apply_changes(kept.root, {"data/events.yml": {"replace": mended}})
    code, _, err = run(kept)
    assert code == 2
    assert "Nội dung ở “main” có 1 lỗi" in err


def test_without_git_it_says_why(tiny: ProjectPaths, run: Run, monkeypatch: Any) -> None:
    """No git, no repository: a sentence each, and 2."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tiny.root.parent))
    code, _, err = run(tiny)
    assert (code, "chưa do git quản lý" in err) == (2, True)
    monkeypatch.setenv("PATH", "")
    code, _, err = run(tiny)
    assert (code, "chưa có git" in err) == (2, True)


def test_unknown_revision_is_named(kept: ProjectPaths, run: Run) -> None:
    """A name that git does not know is said again; one that looks like an option is a name too."""
    for name in ("khong-co", "--help"):
        code, _, err = run(kept, f"--against={name}")
        assert code == 2
        assert f"“{name}”" in err


def test_branch_may_be_remote_only(kept: ProjectPaths, run: Run, tmp_path: Path) -> None:
    """Where only origin has the branch, as on a fresh clone of another branch, that one counts."""
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--branch", "work", str(kept.root), str(clone))
    code, out, _ = run(ProjectPaths(clone))
    assert code == 0
    assert "khác với origin/main" in out


def test_preview_opens_quietly_from_the_disk(
    kept: ProjectPaths, run: Run, tmp_path: Path, browse: Callable[..., Any]
) -> None:
    """In a browser, from file://: no error, nothing foreign, nothing too wide, on a phone and a
    desk, with every button pressed.
    """
    apply_changes(kept.root, EDITED)
    assert run(kept)[0] == 0
    folder = unpack(kept, tmp_path / "seen")
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    pages = [{"path": path, "width": width} for path in paths for width in (320, 1280)]
    assert len(pages) > 10
    seen = browse("walk.mjs", root=f"{folder.as_uri()}/", pages=pages, scripts=True, press=True)
    names = ("errors", "violations", "failed", "foreign", "wide")
    found = [
        (one["path"], one["width"], name, one[name]) for one in seen for name in names if one[name]
    ]
    assert found == []
