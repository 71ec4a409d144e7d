"""`microsite packs`: one file for each section, to send by Zalo or Bluetooth."""

from __future__ import annotations

import argparse
import sys

from microsite.commands import FINE, MISUSE
from microsite.commands.making import say_stages, tell_refusal
from microsite.engine import build_site
from microsite.paths import ProjectPaths
from microsite.pipeline import SiteError, build_tree
from microsite.preparing import prepare
from microsite.problems import ContentError
from microsite.publish.onefile import check_sizes, section_files
from microsite.wording.catalog import load_words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """There are none."""


def run(paths: ProjectPaths, options: argparse.Namespace) -> int:
    """Build the site, write a file for each section and language, and say how large each is."""
    words = load_words(options.lang)
    report = say_stages(words)
    try:
        prepared = prepare(paths, report)
        build_tree(paths, prepared, paths.packs_tree, build_site, report)
    except (ContentError, SiteError, RuntimeError) as error:
        return tell_refusal(error, options.lang)
    files = section_files(paths.packs_tree, prepared.site.settings, load_words)
    for name in check_sizes(files):
        print(words("packs.too_large", name=name), file=sys.stderr)
        return MISUSE
    for name, text in files.items():
        path = paths.dist / "mot-tep" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(words("packs.written", path=path, size=len(text.encode()) >> 10))
    return FINE
