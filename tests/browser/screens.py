"""The real content's kiosk bundle, laid out as on a kiosk; test modules name this plugin."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import REPO, copy_project
from microsite.cli import main


@pytest.fixture(name="bundle", scope="session")
def fixture_bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle's folder, and beside the versions what the launcher writes."""
    root = tmp_path_factory.mktemp("kiosk")
    copy_project(REPO, root / "project")
    out = root / "releases"
    made = main(
        ["--root", str(root / "project"), "kiosk", "--date", "2024-01-01", "--out", str(out)]
    )
    assert made == 0
    (root / "status.js").write_text('window.msKiosk={"free":"12 MB"};\n', encoding="utf-8")
    return out / "pack-20240101-1"
