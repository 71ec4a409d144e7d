"""`microsite build`: check, then build the whole site and swap it in; with drafts, beside it."""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from microsite.commands import FINE, MISUSE
from microsite.commands.making import say_stages, tell_refusal
from microsite.commands.printing import Format
from microsite.engine import build_site
from microsite.paths import ProjectPaths
from microsite.pipeline import SiteError, build
from microsite.problems import ContentError
from microsite.summary import Summary
from microsite.wording.catalog import Words, load_words
from microsite.wording.numbers import format_number


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add ``--json`` and ``--drafts``."""
    parser.add_argument("--json", action="store_true", help="in JSON cho máy đọc / print JSON")
    parser.add_argument(
        "--drafts",
        action="store_true",
        help="dựng cả bản nháp, vào build/drafts/ / build drafts too, into build/drafts/",
    )


def run(paths: ProjectPaths, options: argparse.Namespace) -> int:
    """Build and print what was built; 1 for problems of the content, 2 for a tree with faults."""
    words = load_words(options.lang)
    started = time.monotonic()

    try:
        summary = build(paths, build_site, say_stages(words), drafts=options.drafts)
    except (ContentError, SiteError, RuntimeError) as error:
        form: Format = "json" if options.json else "text"
        code = tell_refusal(error, options.lang, form=form)
        if isinstance(error, ContentError) and form == "text":
            print(words("summary.problems", count=len(error.problems)))
        if code == MISUSE or form == "text":
            print(words("summary.kept"))
        return code
    site = paths.drafts if options.drafts else paths.site
    _print_summary(summary, site, words, time.monotonic() - started, as_json=options.json)
    return FINE


def _print_summary(
    summary: Summary, site: Path, words: Words, seconds: float, *, as_json: bool
) -> None:
    if as_json:
        data = {
            "pages": summary.pages,
            "collections": summary.collections,
            "figures": summary.figures,
            "gaps": summary.gaps,
            "unapproved": summary.held,
            "withdrawn": summary.withdrawn,
            "problems": 0,
            "site": str(site),
        }
        print(json.dumps(data, ensure_ascii=False, indent=1))
        return
    pages = ", ".join(
        f"{lang} {count}" for lang, count in sorted(summary.pages.items(), reverse=True)
    )
    content = ", ".join(f"{name} {count}" for name, count in summary.collections.items() if count)
    print(words("summary.pages", counts=pages))
    print(words("summary.content", counts=content))
    print(words("summary.sources", count=summary.collections["sources"]))
    print(words("summary.figures", count=summary.figures))
    print(words("summary.gaps", count=summary.gaps))
    if summary.held:
        print(words("summary.held", count=summary.held))
    if summary.withdrawn:
        print(words("summary.withdrawn", count=summary.withdrawn))
    print(words("summary.problems", count=0))
    print(words("summary.time", seconds=format_number(seconds, words.lang, decimals=1)))
    print(words("summary.done", path=site))
