"""`microsite build`: check, then build the whole site and swap it in; with drafts, beside it."""

from __future__ import annotations

import argparse
import gc
import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from microsite.commands import FINE
from microsite.fingerprint import maker
from microsite.paths import ProjectPaths
from microsite.unchanged import Stamp, inputs_of, read_stamp, tree_of, write_stamp
from microsite.wording.catalog import Words, load_words
from microsite.wording.numbers import format_number


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add ``--json``, ``--drafts`` and ``--workers``."""
    parser.add_argument("--json", action="store_true", help="in JSON cho máy đọc / print JSON")
    parser.add_argument(
        "--drafts",
        action="store_true",
        help="dựng cả bản nháp, vào build/drafts/ / build drafts too, into build/drafts/",
    )
    parser.add_argument(
        "--workers",
        type=int,
        metavar="N",
        help="số tiến trình cùng làm; mặc định bằng số nhân của máy / processes at work",
    )


def run(paths: ProjectPaths, options: argparse.Namespace) -> int:
    """Build and print what was built; 1 for problems of the content, 2 for a tree with faults.

    Where the tree is that of the last build and nothing has changed since, nothing is built.
    """
    words = load_words(options.lang)
    started = time.monotonic()
    site = paths.drafts if options.drafts else paths.site
    noted = paths.memory / f"{site.name}-stamp.json"
    inputs, made_by, last = inputs_of(paths), maker(), read_stamp(noted)
    is_ours = last is not None and (last.maker, last.tree) == (made_by, tree_of(site))
    if last and is_ours and last.inputs == inputs:
        told, is_same = last.said, True
    else:
        # what it makes stays to the end: to look for waste meanwhile costs a tenth
        gc.disable()
        # what is slow to load comes only when there is something to do
        from microsite.commands.building import make  # noqa: PLC0415

        code, told = make(paths, options, words, site if is_ours else None)
        gc.enable()
        if code != FINE:
            return code
        write_stamp(noted, Stamp(inputs, made_by, tree_of(site), told))
        is_same = False
    if options.json:
        print(json.dumps({**told, "site": str(site)}, ensure_ascii=False, indent=1))
        return FINE
    if is_same:
        print(words("summary.unchanged"))
    _print(told, site, words, time.monotonic() - started)
    return FINE


def _print(told: Mapping[str, Any], site: Path, words: Words, seconds: float) -> None:
    pages = ", ".join(
        f"{lang} {count}" for lang, count in sorted(told["pages"].items(), reverse=True)
    )
    collections = told["collections"]
    content = ", ".join(f"{name} {count}" for name, count in collections.items() if count)
    print(words("summary.pages", counts=pages))
    print(words("summary.content", counts=content))
    print(words("summary.sources", count=collections["sources"]))
    print(words("summary.figures", count=told["figures"]))
    print(words("summary.gaps", count=told["gaps"]))
    for name, key in (("held", "unapproved"), ("withdrawn", "withdrawn")):
        if told[key]:
            print(words(f"summary.{name}", count=told[key]))
    print(words("summary.problems", count=0))
    print(words("summary.time", seconds=format_number(seconds, words.lang, decimals=1)))
    print(words("summary.done", path=site))
