"""The real site is open to everybody: WCAG 2.2 A and AA by axe-core, sizes, valid HTML."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from browser.built import RealSite
from browser.templates import FRAMES, NOT_FOUND, ON_PAPER, PEOPLE, TEMPLATES
from browser.tools import VNU

pytest_plugins = ["browser.fixtures"]

Browse = Callable[..., Any]

STATES = [
    {"name": "1280 px", "width": 1280},
    {"name": "320 px", "width": 320},
    {"name": "200 % text", "width": 1280, "text": 2},
    {"name": "320 px, menus open", "width": 320, "menus": True, "within": "header"},
]


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_nobody_is_shut_out(browse: Browse, real: RealSite, theme: str) -> None:
    """axe-core finds nothing against WCAG 2.2 A and AA in any template, on a phone of 320 px, with
    text doubled; and nothing is wider than its window.
    """
    pages = [one.page for one in (*TEMPLATES, *PEOPLE, ON_PAPER)]
    plan = {"root": real.address, "pages": pages, "themes": [theme], "states": STATES}
    expect_open(browse("axe.mjs", **plan, timeout=900))


def test_nobody_is_shut_out_in_english(browse: Browse, real: RealSite) -> None:
    """The English pages are as open as the Vietnamese ones."""
    pages = [one.english for one in (*TEMPLATES, *PEOPLE) if one is not NOT_FOUND]
    plan = {"root": real.address, "pages": pages, "themes": ["light"], "states": STATES[:2]}
    expect_open(browse("axe.mjs", **plan))


def test_frames_shut_nobody_out(browse: Browse, real: RealSite) -> None:
    """Frames for other sites are held to the same, in a narrow column and in a wide one."""
    plan = {"root": real.address, "pages": FRAMES, "themes": ["light"], "states": STATES[:3]}
    expect_open(browse("axe.mjs", **plan))


def test_search_dialog_shuts_nobody_out(browse: Browse, real: RealSite) -> None:
    """The search dialog with its results is held to the same, in every theme."""
    pages = ["thanh-tuu/kinh-te.html", "en/thanh-tuu/kinh-te.html"]
    states = [{"name": "search", "width": 360, "search": "lai chau", "within": "dialog"}]
    themes = ["light", "dark", "contrast"]
    expect_open(browse("axe.mjs", root=real.address, pages=pages, themes=themes, states=states))


@pytest.mark.usefixtures("vnu")
def test_html_is_valid(real: RealSite) -> None:
    """The Nu HTML checker finds no error in any page."""
    expect_valid(real.folder)


def expect_valid(folder: Path) -> None:
    """Fail with what the Nu HTML checker says of the pages in ``folder``."""
    options = ["--errors-only", "--format", "json", "--skip-non-html", "--exit-zero-always"]
    command = ["java", "-Xss2m", "-jar", str(VNU), *options, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    places: dict[str, list[str]] = {}
    for one in json.loads(done.stderr)["messages"]:
        page = one.get("url", "").removeprefix("file:").removeprefix(f"{folder}/")
        place = f"{page}:{one.get('lastLine')} {one.get('extract', '')!r}"
        places.setdefault(one["message"], []).append(place)
    lines = [f"{said} ×{len(found)}\n    {found[:4]}" for said, found in places.items()]
    if lines:
        pytest.fail("\n".join(sorted(lines)), pytrace=False)


def expect_open(findings: list[dict[str, Any]]) -> None:
    """Fail when there are findings: by rule and selector, each with where it was found."""
    places: dict[str, list[str]] = {}
    for one in findings:
        said = f"{one['rule']}: {' | '.join(one['selectors'])} – {one.get('why', '')}"
        places.setdefault(said, []).append(f"{one['where']} ×{one['count']}")
    if places:
        lines = (f"{said}\n    {'; '.join(places[said])}" for said in sorted(places))
        pytest.fail("\n".join(lines), pytrace=False)
