"""Who reviews which part: `.github/CODEOWNERS` names every part, by folder and language."""

from __future__ import annotations

import re

from conftest import REPO

OWNERS = REPO / ".github" / "CODEOWNERS"
# a line that is in force, or one that waits for an account behind its #
LINE = re.compile(r"^(?P<waiting># )?(?P<path>/\S+)(?P<accounts>(?: @\S+)*)$", re.MULTILINE)


def parts() -> set[str]:
    """Return every part of the content as the file names it."""
    found = [*(REPO / "data").iterdir(), *(REPO / "docs").glob("*/*")]
    return {f"/{path.relative_to(REPO).as_posix()}{'/' * path.is_dir()}" for path in found}


def test_every_part_of_the_content_is_named() -> None:
    """Every data folder and every section of each language has a line of its own."""
    named = {found["path"] for found in LINE.finditer(OWNERS.read_text(encoding="utf-8"))}
    assert sorted(parts() - named) == []


def test_no_part_is_named_that_does_not_exist() -> None:
    """A line for a folder that went is taken out; files that come later may be waited for."""
    paths = [found["path"] for found in LINE.finditer(OWNERS.read_text(encoding="utf-8"))]
    assert len(paths) == len(set(paths))
    gone = [path for path in paths if not (REPO / path.strip("/")).exists()]
    assert set(gone) <= {"/data/redirects.yml", "/data/published.txt"}


def test_no_account_is_made_up() -> None:
    """A line in force has accounts, a waiting one has none: nobody is named who was not asked."""
    for found in LINE.finditer(OWNERS.read_text(encoding="utf-8")):
        assert bool(found["waiting"]) != bool(found["accounts"]), found.group()
