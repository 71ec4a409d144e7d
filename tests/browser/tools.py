"""What the browser tests need on this machine, and running their scripts."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from microsite.admin.package import CMS
from microsite.paths import ProjectPaths

HERE = Path(__file__).resolve().parent
PACKAGES = HERE / "node_modules"
FETCHED = ProjectPaths(HERE.parent.parent).packages
SITEMAP_XSD = PACKAGES / "sitemap" / "schema" / "sitemap.xsd"
VNU = PACKAGES / "vnu-jar" / "build" / "dist" / "vnu.jar"

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def find_chromium() -> str | None:
    """Return the browser: ``$CHROME``, else the first that is installed."""
    wanted = (os.environ.get("CHROME"), *_BROWSERS)
    return next((path for name in wanted if name and (path := shutil.which(name))), None)


def missing_for_browser() -> str | None:
    """Say what keeps browser tests from running here; None when nothing does."""
    if not shutil.which("node"):
        return "không có node / node is missing"
    if not (PACKAGES / "puppeteer-core").is_dir():
        return "chưa có tests/browser/node_modules / packages are missing, run: make browser"
    if not find_chromium():
        return "không có Chromium / Chromium is missing"
    return None


def missing_for_form() -> str | None:
    """Say what keeps the web form from being made here; None when nothing does."""
    if (FETCHED / CMS.file).is_file():
        return None
    return f"chưa có {CMS.file} / {CMS.file} is missing, run: microsite admin --fetch"


def missing_for_vnu() -> str | None:
    """Say what keeps the HTML checker from running here; None when nothing does."""
    if not shutil.which("java"):
        return "không có java / java is missing"
    return None if VNU.is_file() else "chưa có vnu.jar / vnu.jar is missing, run: make browser"


def missing_for_sitemap() -> str | None:
    """Say what keeps the schema of sitemaps from being here; None when nothing does."""
    return (
        None if SITEMAP_XSD.is_file() else "chưa có sitemap.xsd / it is missing, run: make browser"
    )


def run_script(name: str, *, timeout: float = 600, **plan: Any) -> Any:
    """Run the script ``name`` with ``plan`` and return what it reports.

    Raises RuntimeError when it fails, TimeoutExpired when it takes too long.
    """
    process = subprocess.Popen(
        ["node", str(HERE / name)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "CHROME": find_chromium() or ""},
    )
    with process:
        try:
            said, errors = process.communicate(json.dumps(plan), timeout)
        except BaseException:
            process.terminate()  # the script closes its browser; killed, it would leave it behind
            raise
    if process.returncode:
        message = f"{name}: {errors.strip()}"
        raise RuntimeError(message)
    return json.loads(said)
