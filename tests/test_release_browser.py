"""What a release may show beside its pages, in a real browser: banner, notice, marks, redirects."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from browser.serving import serve
from changes import apply_changes
from conftest import TINY, copy_project
from microsite.engine import build_site
from microsite.paths import ProjectPaths
from microsite.pipeline import build
from test_openness import STATES, expect_open, expect_valid

pytest_plugins = ["browser.fixtures"]

Browse = Callable[..., Any]

SWITCH = """emergency:
  banner:
    vi: Vườn đóng cửa hôm nay vì bão. Xin đừng đến.
  withdraw: luong/luong-mot.html
"""
REDIRECTS = """redirects:
- from: vuon/cu.html
  to: cay/cay-ban.html
"""


@pytest.fixture(name="preview", scope="module")
def fixture_preview(tmp_path_factory: pytest.TempPathFactory) -> ProjectPaths:
    """The tiny project with drafts, a banner, a withdrawn page and a redirect, for the approver."""
    paths = copy_project(TINY, tmp_path_factory.mktemp("preview") / "tiny")
    drafts = {
        f"data/{name}.yml": {"replace": [[f"- id: {one}\n", f"- id: {one}\n  status: draft\n"]]}
        for name, one in (
            ("events", "lap-vuon"),
            ("quiz", "nam-lap-vuon"),
            ("glossary", "luong"),
            ("voices", "loi-to-truong"),
            ("slogans", "them-cay"),
        )
    }
    code = "```\n::khong-phai-the [@khong-phai-nguon]\n```\n"  # too wide a line for a phone
    list_ = "::indicators{field=economy}"
    page = (TINY / "docs" / "vi" / "so-lieu" / "index.md").read_text(encoding="utf-8")
    written = page.replace("---\n", "---\nstatus: review\n", 1).replace(list_, "")
    apply_changes(
        paths.root,
        {
            **drafts,
            "docs/vi/so-lieu/nhap.md": {"write": written},
            "docs/vi/vuon/index.md": {"replace": [[code, ""]]},
            **{
                f"docs/{lang}/so-lieu/index.md": {"replace": [[list_, f"## A\n\n{list_}"]]}
                for lang in ("vi", "en")
            },
            "data/site.yml": {"append": SWITCH},
            "data/redirects.yml": {"write": REDIRECTS},
        },
    )
    build(paths, build_site, drafts=True)
    return paths


@pytest.fixture(name="address", scope="module")
def fixture_address(preview: ProjectPaths) -> Iterator[str]:
    """The preview on a server."""
    with serve(preview.drafts) as address:
        yield address


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_nobody_is_shut_out(browse: Browse, address: str, theme: str) -> None:
    """axe-core finds nothing against WCAG 2.2 A and AA: banner, ribbon, marks and notice."""
    pages = ["so-lieu/nhap.html", "vuon/index.html", "luong/luong-mot.html", "trang/thuat-ngu.html"]
    plan = {"root": address, "pages": pages, "themes": [theme], "states": STATES[:3]}
    expect_open(browse("axe.mjs", **plan))


@pytest.mark.usefixtures("vnu")
def test_html_is_valid(preview: ProjectPaths) -> None:
    """The Nu HTML checker finds no error, in pages that lead on neither."""
    expect_valid(preview.drafts)


def test_old_address_leads_on_without_scripts(
    browse: Browse, preview: ProjectPaths, address: str
) -> None:
    """A browser with scripts off is led from the old address to the new one, on a server and from
    the disk, in each language.
    """
    roots = [address, f"{preview.drafts.as_uri()}/"]
    old = ["vuon/cu.html", "en/vuon/cu.html"]
    new = ["cay/cay-ban.html", "en/cay/cay-ban.html"]
    assert browse("moved.mjs", roots=roots, paths=old) == [
        root + one for root in roots for one in new
    ]
