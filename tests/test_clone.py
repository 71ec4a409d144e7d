"""What a clone of the repository gets."""

from __future__ import annotations

import subprocess

import pytest

from conftest import REPO

SOURCES = ("data", "docs", "handbook", "overrides", "scripts", "tests")
MADE = ("__pycache__", "node_modules", ".egg-info", "tests/fixtures/")


@pytest.mark.skipif(not (REPO / ".git").exists(), reason="not a checkout")
def test_no_source_is_ignored() -> None:
    """Git ignores only what can be made again: an ignored source would miss in every clone."""
    listed = subprocess.run(
        ["git", "ls-files", "--others", "--ignored", "--exclude-standard", "--", *SOURCES],
        cwd=REPO,
        capture_output=True,
        text=True,
        check=True,
    )
    names = listed.stdout.splitlines()
    assert [name for name in names if not any(made in name for made in MADE)] == []
