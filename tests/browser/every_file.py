"""Every file of the real content through the web form, for `make test-full`: nothing is lost.

Its name keeps it out of `make test`.
"""

from __future__ import annotations

from pathlib import Path

from browser.form import Browse, lost_by_the_form
from conftest import REPO
from microsite.paths import ProjectPaths
from microsite.upkeep.fmt import content_files

pytest_plugins = ["browser.fixtures"]


def test_every_file_comes_back(browse: Browse, cms: bytes, tmp_path: Path) -> None:
    """Each data file and page, opened in the form, changed in one place and saved, says everything
    else as before: after `fmt` it is the same to the letter.
    """
    files = [path.relative_to(REPO).as_posix() for path in content_files(ProjectPaths(REPO))]
    assert lost_by_the_form(browse, cms, tmp_path / "real", files) == []
