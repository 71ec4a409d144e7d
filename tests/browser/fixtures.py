"""Fixtures of the tests that look at the built real site; each test module names this plugin."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import xmlschema

from browser.built import RealSite, real_site
from browser.tools import (
    FETCHED,
    SITEMAP_XSD,
    missing_for_browser,
    missing_for_form,
    missing_for_sitemap,
    missing_for_vnu,
    run_script,
)
from microsite.admin.package import CMS, obtain

XHTML = "http://www.w3.org/1999/xhtml"
_SKIPPED = pytest.StashKey[list[str]]()


@pytest.fixture(name="real", scope="session")
def fixture_real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealSite]:
    """The real site, built once and served under a sub-path."""
    with real_site(tmp_path_factory.mktemp("real") / "project") as site:
        yield site


@pytest.fixture(name="browse", scope="session")
def fixture_browse(request: pytest.FixtureRequest) -> Callable[..., Any]:
    """Run a browser script with a plan; skipped loudly where there is no browser."""
    _need(request.config, missing_for_browser())
    return run_script


@pytest.fixture(name="vnu", scope="session")
def fixture_vnu(request: pytest.FixtureRequest) -> None:
    """The HTML checker; skipped loudly where there is no Java."""
    _need(request.config, missing_for_vnu())


@pytest.fixture(name="sitemap_schema", scope="session")
def fixture_sitemap_schema(request: pytest.FixtureRequest) -> xmlschema.XMLSchema:
    """The schema of sitemaps.org; skipped loudly where nobody has fetched it.

    What it lets other vocabularies add is held to theirs: links are those of XHTML.
    """
    _need(request.config, missing_for_sitemap())
    links = Path(xmlschema.__file__).parent / "schemas/XHTML/xhtml1-strict.xsd"
    return xmlschema.XMLSchema(SITEMAP_XSD, locations={XHTML: str(links)}, allow="local")


@pytest.fixture(name="cms", scope="session")
def fixture_cms(request: pytest.FixtureRequest) -> bytes:
    """The package of the web form; skipped loudly where nobody has fetched it."""
    _need(request.config, missing_for_form())
    return obtain(CMS, FETCHED)


def _need(config: pytest.Config, missing: str | None) -> None:
    """Skip what cannot run here; where CI runs, everything must."""
    if missing and os.environ.get("CI") == "true":
        pytest.fail(missing)
    if missing:
        config.stash.setdefault(_SKIPPED, []).append(missing)
        pytest.skip(missing)


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Say it aloud when something could not run."""
    for missing in sorted(set(config.stash.get(_SKIPPED, []))):
        line = f"!! BỎ QUA kiểm tra trên trình duyệt / browser tests SKIPPED: {missing}"
        terminalreporter.write_line(line, red=True, bold=True)
