"""The real content by plain `mkdocs build`; for `make test-full`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from conftest import REPO, copy_project
from microsite.engine import build_site
from microsite.pipeline import build
from test_build import tree


def test_plain_engine_builds_the_real_site_too(tmp_path: Path) -> None:
    """All shortcuts of `microsite build` together change no byte of any page."""
    ours = copy_project(REPO, tmp_path / "ours")
    build(ours, build_site)
    plain = copy_project(REPO, tmp_path / "plain")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(plain.config)]
    subprocess.run(command, check=True, cwd=tmp_path, capture_output=True)
    mine, theirs = tree(ours.site), tree(plain.site)
    assert sorted(mine) == sorted(theirs)
    assert [name for name in mine if mine[name] != theirs[name]] == []
