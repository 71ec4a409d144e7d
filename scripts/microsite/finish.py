"""The built tree to the published one: what the engine leaves wrong is put right."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urljoin
from xml.sax.saxutils import escape

from microsite.model.places import built_path
from microsite.render.page import Asset, Page
from microsite.styles import SCRIPTS, bundle, join_scripts, shorten_script

# the parent theme copies its scripts, styles and pictures along; no page refers to them
_UNUSED = ("assets/javascripts", "assets/stylesheets", "assets/images")
_BLANK_LINES = re.compile(r"\n\s*\n")
_ALIGNMENT = re.compile(r'(<t[hd])( style="text-align: (left|right|center);")')


def finish(  # noqa: PLR0913 — a build is what these are together
    site: Path,
    pages: tuple[Page, ...],
    files: Iterable[Asset],
    *,
    address: str,
    default_lang: str,
    kiosk: bool = False,
) -> None:
    """Put ``site`` right in place.

    Unused theme files go, style sheets are bundled, ``files`` are added to ``assets/``, alignment
    becomes a class, blank lines go, and the sitemap is ours.
    """
    for name in _UNUSED:
        shutil.rmtree(site / name, ignore_errors=True)
    for name in ("sitemap.xml", "sitemap.xml.gz", f"{default_lang}/404.html"):
        (site / name).unlink(missing_ok=True)
    finish_assets(site / "assets", files, kiosk=kiosk)
    for path in sorted(site.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        finished = finish_page(html)
        if finished != html:
            path.write_text(finished, encoding="utf-8")
    if address:
        sitemap = write_sitemap(pages, address, default_lang)
        (site / "sitemap.xml").write_text(sitemap, encoding="utf-8")


def finish_page(html: str) -> str:
    """Return a built page with alignment as a class and without empty lines."""
    aligned = _ALIGNMENT.sub(r'\1 class="ms-\3"', html)
    return aligned if "<pre" in aligned else _BLANK_LINES.sub("\n", aligned)


def finish_assets(assets: Path, files: Iterable[Asset], *, kiosk: bool = False) -> None:
    """Bundle what the theme has in the folder ``assets``, and add ``files``."""
    _bundle_assets(assets, kiosk=kiosk)
    add_files(assets, files)


def add_files(folder: Path, files: Iterable[Asset]) -> None:
    """Write ``files`` to their places in ``folder``."""
    for file in files:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)


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


def write_sitemap(pages: tuple[Page, ...], address: str, default_lang: str) -> str:
    """Return a sitemap of every real page with its translations; a fallback page is not listed.

    ``lastmod`` is the review date of authored pages; generated pages carry none.
    """
    versions: dict[str, dict[str, Page]] = {}
    for page in pages:
        if not page.meta.keys() & {"fallback", "robots"}:
            versions.setdefault(page.path, {})[page.lang] = page
    entries: list[str] = []
    for _, langs in sorted(versions.items()):
        for _, page in sorted(langs.items()):
            lines = [f"<loc>{_address(page, address, default_lang)}</loc>"]
            if "reviewed" in page.meta:
                lines.append(f"<lastmod>{page.meta['reviewed']}</lastmod>")
            if len(langs) > 1:
                lines += [
                    _alternate(other, address, default_lang) for _, other in sorted(langs.items())
                ]
            entries.append("<url>" + "".join(lines) + "</url>")
    names = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {names}>\n'
        + "\n".join(entries)
        + "\n</urlset>\n"
    )


def _alternate(page: Page, address: str, default_lang: str) -> str:
    href = _address(page, address, default_lang)
    return f'<xhtml:link rel="alternate" hreflang="{page.lang}" href="{href}"/>'


def _address(page: Page, address: str, default_lang: str) -> str:
    return escape(urljoin(address, built_path(page.path, page.lang, default_lang)))
