"""`microsite serve`: a preview on this machine, rebuilt on every change."""

from __future__ import annotations

import argparse
import subprocess
import sys

from microsite.commands import FINE
from microsite.paths import ProjectPaths


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """There are none."""


def run(paths: ProjectPaths, options: argparse.Namespace) -> int:
    """Serve until the reader stops it."""
    del options
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(paths.config)]
    try:
        return subprocess.run(command, check=False).returncode
    except KeyboardInterrupt:
        return FINE
