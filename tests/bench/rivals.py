"""The same pages by other generators: stock Material with static-i18n, Eleventy, Hugo.

They get the pages as our engine gets them: Markdown with finished tables and drawings inside. What
they make of them is plainer than ours: no search, feeds, checks or packed forms for the two last.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.stock import CONFIG

_ELEVENTY = "@11ty/eleventy@3.1.8"
_LAYOUT = (
    "<!doctype html><html><head><meta charset=utf-8><title>{title}</title></head>{body}</html>"
)


@dataclass(frozen=True)
class Rival:
    """A generator: how a folder is laid out for it, and the command that builds there."""

    name: str
    lay: Callable[[Path, Path], None]
    command: tuple[str, ...]
    output: str


def rivals(tools: Path) -> tuple[list[Rival], list[str]]:
    """Return those that are there or can be fetched into ``tools``, and a word on each other."""
    found = [Rival("Material + i18n", _lay_stock, (sys.executable, *_MKDOCS), "site")]
    missing: list[str] = []
    eleventy = _fetch_eleventy(tools)
    if eleventy:
        command = ("node", str(eleventy), "--quiet")
        found.append(Rival("Eleventy", _lay_eleventy, command, "_site"))
    else:
        missing.append("Eleventy: npm could not fetch it")
    if shutil.which("hugo"):
        found.append(Rival("Hugo", _lay_hugo, ("hugo", "--quiet"), "public"))
    else:
        missing.append("Hugo: not installed (Debian: apt-get install hugo)")
    return found, missing


_MKDOCS = ("-m", "mkdocs", "build", "-q")
# what Material's documentation recommends to switch on, without what needs more options
_RECOMMENDED = [
    *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables"),
    {"toc": {"permalink": True}},
    *(f"pymdownx.{name}" for name in ("betterem", "caret", "details", "highlight", "inlinehilite")),
    *(f"pymdownx.{name}" for name in ("keys", "mark", "smartsymbols", "snippets", "superfences")),
    *(f"pymdownx.{name}" for name in ("tabbed", "tasklist", "tilde")),
]


def _lay_stock(staged: Path, folder: Path) -> None:
    shutil.copytree(staged, folder / "docs")
    languages = [{"locale": "vi", "default": True, "name": "vi"}, {"locale": "en", "name": "en"}]
    plugins = ["search", {"i18n": {"docs_structure": "folder", "languages": languages}}]
    config = {**CONFIG, "plugins": plugins, "markdown_extensions": _RECOMMENDED}
    (folder / "mkdocs.yml").write_text(json.dumps(config), encoding="utf-8")  # JSON is YAML


def _lay_eleventy(staged: Path, folder: Path) -> None:
    shutil.copytree(staged, folder / "pages")
    (folder / "pages" / "_includes").mkdir()
    (folder / "pages" / "_includes" / "page.liquid").write_text(
        _LAYOUT.format(title="{{ title }}", body="{{ content }}"), encoding="utf-8"
    )
    (folder / "pages" / "pages.json").write_text('{"layout": "page.liquid"}', encoding="utf-8")
    (folder / "eleventy.config.mjs").write_text(
        "export default function (config) { return { markdownTemplateEngine: false,"
        ' dir: { input: "pages" }, templateFormats: ["md"] }; }\n',
        encoding="utf-8",
    )


def _lay_hugo(staged: Path, folder: Path) -> None:
    shutil.copytree(staged, folder / "content")
    for path in (folder / "content").rglob("index.md"):  # or its neighbours are no pages
        path.rename(path.with_name("_index.md"))
    (folder / "layouts" / "_default").mkdir(parents=True)
    page = _LAYOUT.format(title="{{ .Title }}", body="{{ .Content }}")
    for name in ("single", "list"):
        (folder / "layouts" / "_default" / f"{name}.html").write_text(page, encoding="utf-8")
    config = {
        "disableKinds": ["taxonomy", "term", "RSS", "sitemap"],
        "markup": {"goldmark": {"renderer": {"unsafe": True}}},
        "uglyURLs": True,
    }
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")


def _fetch_eleventy(tools: Path) -> Path | None:
    script = tools / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
    if not script.is_file() and shutil.which("npm"):
        command = ["npm", "install", "--silent", "--no-audit", "--prefix", str(tools), _ELEVENTY]
        tools.mkdir(parents=True, exist_ok=True)
        subprocess.run(command, check=False, capture_output=True, env={**os.environ}, timeout=300)
    return script if script.is_file() else None
