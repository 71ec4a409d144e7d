"""`microsite verify BUNDLE`: whether a bundle is whole and who signed it."""

from __future__ import annotations

import argparse

from kioskbox.__main__ import main
from microsite.paths import ProjectPaths


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the bundle and the key."""
    parser.add_argument("bundle", help="gói .zip hoặc thư mục / a bundle's zip or folder")
    parser.add_argument("--key", help="tệp khóa công khai / public key file")


def run(paths: ProjectPaths, options: argparse.Namespace) -> int:
    """Verify as the kiosk itself does: by the same code."""
    key = ["--key", options.key] if options.key else []
    root = str(paths.root / "kiosk")
    return main(["--lang", options.lang, "--root", root, "verify", options.bundle, *key])
