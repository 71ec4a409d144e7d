"""The same content on the stock theme: plain Material with its search, to compare with."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from browser.built import RealSite

# the usual configuration. Only its web font is off: that comes from another host
CONFIG = {
    "site_name": "Stock Material",
    "use_directory_urls": False,
    "theme": {
        "name": "material",
        "language": "vi",
        "font": False,
        "features": ["navigation.tabs", "navigation.indexes", "navigation.sections"],
        "palette": [
            {"media": "(prefers-color-scheme: light)", "scheme": "default"},
            {"media": "(prefers-color-scheme: dark)", "scheme": "slate"},
        ],
    },
    "plugins": ["search"],
    "markdown_extensions": ["admonition", "attr_list", "tables", "toc"],
}


def build_stock(real: RealSite, folder: Path, address: str) -> None:
    """Build the staged Vietnamese pages of ``real`` with stock Material into ``folder/site``."""
    shutil.copytree(real.paths.staged / "vi", folder / "docs")
    config = folder / "mkdocs.yml"
    settings = {**CONFIG, "site_url": address}
    config.write_text(json.dumps(settings), encoding="utf-8")  # JSON is YAML
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config)]
    subprocess.run(
        command, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, capture_output=True
    )
