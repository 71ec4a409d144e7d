"""Staged pages of the tiny project, compared whole: what a person wrote becomes exactly this."""

from __future__ import annotations

from pathlib import Path

import pytest

from microsite.paths import ProjectPaths
from microsite.preparing import prepare

GOLDEN = Path(__file__).parent / "golden" / "pages"
PAGES = (
    "vi/index.md",
    "en/index.md",
    "vi/so-lieu/so-cay.md",
    "en/luong/luong-mot.md",
    "vi/cach-lam/u-phan.md",
    "vi/nguoi/nguoi-tuoi-cay.md",
    "en/cay/cay-ban.md",
    "vi/hoi/kinh-te.md",
    "vi/trang/nguon/press-0.md",
    "en/trang/thuat-ngu.md",
    "vi/trang/so-do.md",
    "vi/trang/du-lieu-mo.md",
)


@pytest.mark.parametrize("name", PAGES)
def test_staged_page(name: str, tiny: ProjectPaths, *, update_golden: bool) -> None:
    """A staged page is plain Markdown with our HTML, and changes only when we mean it."""
    prepare(tiny)
    staged = (tiny.staged / name).read_text(encoding="utf-8")
    golden = GOLDEN / name.replace("/", "__")
    if update_golden:
        golden.write_text(staged, encoding="utf-8")
    assert staged == golden.read_text(encoding="utf-8")


def test_staging_leaves_what_is_right(tiny: ProjectPaths) -> None:
    """A second staging touches no file, so that a watching server does not rebuild for ever."""
    prepare(tiny)
    before = {path: path.stat().st_mtime_ns for path in tiny.staged.rglob("*.md")}
    prepare(tiny)
    assert {path: path.stat().st_mtime_ns for path in tiny.staged.rglob("*.md")} == before


def test_staging_forgets_what_was_removed(tiny: ProjectPaths) -> None:
    """A page whose entry is gone is gone from the staged tree."""
    prepare(tiny)
    assert (tiny.staged / "vi/nguoi/nguoi-tuoi-cay.md").is_file()
    (tiny.data / "exemplars.yml").unlink()
    for lang in ("vi", "en"):
        page = tiny.docs / lang / "index.md"
        text = page.read_text(encoding="utf-8").replace("(nguoi/nguoi-tuoi-cay.md)", "(index.md)")
        page.write_text(text, encoding="utf-8")
    prepare(tiny)
    assert not (tiny.staged / "vi/nguoi").exists()
