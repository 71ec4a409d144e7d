"""Fixtures: copies of the tiny project, and that project built once."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from microsite.check.assemble import assemble
from microsite.checking import check_project
from microsite.engine import build_site
from microsite.paths import ProjectPaths
from microsite.pipeline import build
from microsite.render.backlinks import build_backlinks
from microsite.render.context import Context, Shared
from microsite.render.registers import build_registers
from microsite.wording.catalog import load_words

REPO = Path(__file__).resolve().parent.parent
TINY = REPO / "tests" / "fixtures" / "tiny"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--update-golden``, which rewrites expected results; read the diff before committing
    it.
    """
    parser.addoption("--update-golden", action="store_true")


@pytest.fixture(name="update_golden")
def fixture_update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether expected results are to be rewritten."""
    return bool(request.config.getoption("--update-golden"))


def copy_project(source: Path, target: Path) -> ProjectPaths:
    """Copy what people write of a project; its theme overrides stay where they are."""
    for name in ("data", "docs"):
        shutil.copytree(source / name, target / name)
    config = (source / "mkdocs.yml").read_text(encoding="utf-8")
    overrides = REPO / "overrides"
    for written in ("custom_dir: ../../../overrides", "custom_dir: overrides"):
        config = config.replace(written, f"custom_dir: {overrides}")
    (target / "mkdocs.yml").write_text(config, encoding="utf-8")
    return ProjectPaths(target)


@pytest.fixture(name="tiny")
def fixture_tiny(tmp_path: Path) -> ProjectPaths:
    """A fresh copy of the tiny project."""
    return copy_project(TINY, tmp_path / "tiny")


@pytest.fixture(name="built", scope="session")
def fixture_built(tmp_path_factory: pytest.TempPathFactory) -> ProjectPaths:
    """The tiny project, built once for all tests that only read it."""
    paths = copy_project(TINY, tmp_path_factory.mktemp("built") / "tiny")
    build(paths, build_site)
    return paths


@pytest.fixture(name="read")
def fixture_read(built: ProjectPaths) -> Callable[[str], str]:
    """Read a file of the built tiny site."""
    return lambda name: (built.site / name).read_text(encoding="utf-8")


def context_of(paths: ProjectPaths, lang: str) -> Context:
    """Return the home page of a project being written in ``lang``."""
    content, _ = check_project(paths)
    assert content.settings is not None
    site = assemble(content, content.settings)
    shared = Shared(site, build_backlinks(site), build_registers(site), {})
    return Context(shared, "index.md", load_words(lang), lang)
