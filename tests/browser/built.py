"""The real site, built once into a folder of its own and served from there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from browser.serving import serve
from conftest import REPO, copy_project
from microsite.engine import build_site
from microsite.paths import ProjectPaths
from microsite.pipeline import SiteError, build

_ADDRESS = re.compile(r"^address:.*\n", re.MULTILINE)


@dataclass(frozen=True)
class RealSite:
    """Where the built site lies, and where it is served."""

    paths: ProjectPaths
    address: str

    @property
    def folder(self) -> Path:
        """The built tree."""
        return self.paths.site

    def on_disk(self) -> str:
        """Return the address of the root without a server."""
        return self.folder.as_uri() + "/"


def keep_slow_work(paths: ProjectPaths) -> None:
    """Let share pictures and packed files outlive this run: drawing 600 takes half a minute."""
    for cache in (paths.shared, paths.packed):
        kept = ProjectPaths(REPO).build / "tests" / cache.name
        kept.mkdir(parents=True, exist_ok=True)
        cache.parent.mkdir(parents=True, exist_ok=True)
        cache.symlink_to(kept)


@contextmanager
def real_site(folder: Path) -> Iterator[RealSite]:
    """Build the real content below ``folder`` and serve it while the context lasts.

    The site is told the address it is served from, as the published one is: its 404 page and the
    addresses of its translations depend on that.
    """
    paths = ProjectPaths(folder)
    with serve(paths.site) as address:
        copy_project(REPO, folder)
        keep_slow_work(paths)
        settings = paths.data / "site.yml"
        text = _ADDRESS.sub("", settings.read_text(encoding="utf-8"))
        settings.write_text(f"{text.rstrip()}\naddress: {address}\n", encoding="utf-8")
        try:
            build(paths, build_site)
        except SiteError as error:
            pytest.fail("\n".join(str(fault) for fault in error.faults[:20]))
        yield RealSite(paths, address)
