"""`microsite fmt`: data files and front matter in their one form."""

from __future__ import annotations

import argparse
from pathlib import Path

from microsite.commands import CONTENT, FINE, MISUSE
from microsite.commands.printing import print_report
from microsite.paths import ProjectPaths
from microsite.upkeep.fmt import Formed, content_files, form_all, write
from microsite.wording.catalog import Words, load_words

COMMAND = ".venv/bin/microsite fmt"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add ``--check`` and the files."""
    parser.add_argument(
        "--check",
        action="store_true",
        help="chỉ báo tệp chưa đúng dạng, không sửa / only report, change nothing",
    )
    parser.add_argument(
        "files", nargs="*", help="chỉ các tệp này; không ghi thì mọi tệp / only these files"
    )


def run(paths: ProjectPaths, options: argparse.Namespace) -> int:
    """Bring files into form; 1 when one could not be, or with ``--check`` is not."""
    words = load_words(options.lang)
    files = content_files(paths)
    if options.files:
        wanted = {Path(name).absolute() for name in options.files}
        missing = wanted - set(files)
        for path in sorted(missing):
            print(words("fmt.not_content", file=path))
        if missing:
            return MISUSE
        files = [path for path in files if path in wanted]
    formed = list(form_all(paths, files))
    changed = [one for one in formed if one.new is not None]
    refused = [one for one in formed if one.problems]
    for one in changed:
        if not options.check:
            write(one)
        print(words("fmt.would" if options.check else "fmt.done", file=one.file))
    _print_refused(refused, words)
    print(words("fmt.count", count=len(formed), changed=len(changed), refused=len(refused)))
    if options.check and changed:
        print(f"→ {COMMAND}")
    return CONTENT if refused or (options.check and changed) else FINE


def _print_refused(refused: list[Formed], words: Words) -> None:
    if not refused:
        return
    problems = [problem for one in refused for problem in one.problems]
    print_report(problems, {one.file: one.text for one in refused}, words.lang)
    for one in refused:
        print(words("fmt.untouched", file=one.file))
