"""The built tree to the published one: what the engine leaves wrong is put right."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from microsite.placing import names_in, put
from microsite.render.page import Asset
from microsite.spread import spread
from microsite.styles import SCRIPTS, bundle, join_scripts, shorten_script

# the parent theme copies its scripts, styles and pictures along, ours its templates for print; no
# page refers to them
_UNUSED = ("assets/javascripts", "assets/stylesheets", "assets/images", "print")
_BLANK_LINES = re.compile(r"\n\s*\n")
_ALIGNMENT = re.compile(r'(<t[hd])( style="text-align: (left|right|center);")')


def finish_theme(
    site: Path, files: Iterable[Asset], *, default_lang: str, kiosk: bool = False
) -> None:
    """Put right in place what ``site`` has beside pages: unused theme files go, style sheets are
    bundled, ``files`` are added to ``assets/``.
    """
    for name in _UNUSED:
        shutil.rmtree(site / name, ignore_errors=True)
    for name in ("sitemap.xml", "sitemap.xml.gz", f"{default_lang}/404.html"):
        (site / name).unlink(missing_ok=True)
    finish_assets(site / "assets", files, kiosk=kiosk)


def finish_pages(
    site: Path, work: Callable[[str, str], str], former: Path | None = None, workers: int = 1
) -> None:
    """Replace each page of ``site`` by what ``work`` makes of its place and text; a page of the
    tree ``former`` that holds the same is taken over.
    """

    def put_right(name: str) -> None:
        finished = work(name, (site / name).read_text(encoding="utf-8"))
        put(site / name, finished.encode(), former and former / name)

    spread(put_right, [name for name in names_in(site) if name.endswith(".html")], workers)


def finish_page(html: str, head: str = "") -> str:
    """Return a built page with ``head`` in its head, alignment as a class, without empty lines."""
    aligned = _ALIGNMENT.sub(r'\1 class="ms-\3"', html)
    if head:
        aligned = aligned.replace("</head>", f"{head}\n</head>", 1)
    return aligned if "<pre" in aligned else _BLANK_LINES.sub("\n", aligned)


def finish_assets(assets: Path, files: Iterable[Asset], *, kiosk: bool = False) -> None:
    """Bundle what the theme has in the folder ``assets``, and add ``files``."""
    _bundle_assets(assets, kiosk=kiosk)
    add_files(assets, files)


def add_files(folder: Path, files: Iterable[Asset], former: Path | None = None) -> None:
    """Write ``files`` to their places in ``folder``; what ``former`` holds too is taken over."""
    for file in files:
        put(folder / file.path, file.content, former and former / file.path)


def _bundle_assets(assets: Path, *, kiosk: bool) -> None:
    """Replace the style sheet parts by one file for each kind of page, script parts by one script;
    shorten the scripts.
    """
    sheets = {path.stem: path for path in sorted((assets / "css").glob("*.css"))}
    if "tokens" not in sheets:  # another theme's, or finished before
        return
    parts = {name: path.read_text(encoding="utf-8") for name, path in sheets.items()}
    styles = bundle(parts, kiosk=kiosk)
    for path in sheets.values():
        path.unlink()
    for kind, text in styles.items():
        (assets / "css" / f"{kind}.css").write_text(text, encoding="utf-8")
    if not kiosk:
        shutil.rmtree(assets / "js" / "kiosk", ignore_errors=True)
    for name in SCRIPTS if kiosk else SCRIPTS.keys() - {"kiosk"}:
        folder = assets / "js" / name
        parts = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.js")}
        (assets / "js" / f"{name}.js").write_text(join_scripts(name, parts), "utf-8")
        shutil.rmtree(folder)
    for path in sorted((assets / "js").glob("*.js")):
        path.write_text(shorten_script(path.read_text(encoding="utf-8")), encoding="utf-8")
