"""The real site behind nginx with the generated configuration, as a browser meets it."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from browser.built import RealSite
from browser.serving import SUBPATH
from microsite.hosting.checklist import ask_host
from servers import compress_beside, nginx

pytest_plugins = ["browser.fixtures"]

Browse = Callable[..., Any]
_KIND = re.compile(r'<html[^>]* data-kind="(.+?)"')


@pytest.fixture(name="open_folder", scope="module")
def fixture_open_folder() -> Iterator[Path]:
    """A folder that a server without rights may read."""
    folder = Path(subprocess.check_output(["mktemp", "-d"], text=True).strip())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def test_site_under_a_sub_path(browse: Browse, real: RealSite, open_folder: Path) -> None:
    """Every kind of page, in both languages: no violation of the policy, nothing asked for in vain
    or of another host, no cookie; and the checklist passes, every file it samples compressed.
    """
    tree = open_folder / "site"
    shutil.copytree(real.folder, tree)
    compress_beside(tree)
    kinds: dict[tuple[str, bool], str] = {}
    for path in sorted(tree.rglob("*.html")):
        name = path.relative_to(tree).as_posix()
        kind = _KIND.search(path.read_text(encoding="utf-8"))
        if kind and kind[1] not in ("notfound", "embed"):  # a frame has no icon of its own
            kinds.setdefault((kind[1], name.startswith("en/")), name)
    assert len(kinds) >= 20
    with nginx(tree, open_folder, path=SUBPATH) as host:
        findings = list(ask_host(host, tree))
        plan = [{"path": name, "width": 360} for name in kinds.values()]
        seen = browse(
            "walk.mjs", root=host.address, pages=plan, scripts=True, press=True, follow=False
        )
        asked = [{"q": "lai chau", "lang": lang} for lang in ("vi", "en")]
        found = browse("search.mjs", root=host.address, queries=asked)
    assert [one for one in findings if one.verdict == "fail"] == []
    for one in [*seen, found]:
        where = one.get("path", "search")
        assert one["violations"] == one["foreign"] == one["failed"] == one["errors"] == [], where
    assert {one["status"] for one in seen} == {200}
    assert [one["cookies"] for one in seen if one["cookies"]] == []
    assert all(one["results"] for one in found["found"])
