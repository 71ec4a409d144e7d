"""`microsite translated`: a person says that a translation agrees with its source again."""

from __future__ import annotations

import argparse
import sys

from microsite.check.parse import parse
from microsite.check.translations import Translation, find_translations
from microsite.commands import FINE, MISUSE
from microsite.load.tree import read_content
from microsite.paths import ProjectPaths
from microsite.upkeep.files import write_files
from microsite.upkeep.translated import UnknownNameError, confirm, named
from microsite.wording.catalog import Words, load_words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the names and ``--all``."""
    parser.add_argument(
        "names",
        nargs="*",
        metavar="NAME",
        help="đường dẫn trang hoặc nhóm/mã của mục / a page's path or an entry's collection/id",
    )
    parser.add_argument(
        "--all",
        action="store_true",
        help="mọi bản dịch, sau khi đã đọc lại hết / every translation, once all were read again",
    )


def run(paths: ProjectPaths, options: argparse.Namespace) -> int:
    """Keep the marks of the named translations; 2 for a wrong name, and then nothing is written."""
    words = load_words(options.lang)
    content = parse(read_content(paths))
    translations = list(find_translations(content))
    chosen = _chosen(options, translations, words)
    if chosen is None:
        return MISUSE
    waiting = [one for one in chosen if one.state in ("stale", "unconfirmed") or one.has_changed]
    files = confirm(waiting, content, paths)
    write_files(files)
    for one in waiting:
        print(words("translated.done", name=one.name, file=one.file))
    if not waiting and options.all:
        print(words("translated.all_current"))
    for one in chosen:
        if one not in waiting and not options.all:
            print(words("translated.current", name=one.name))
    print(words("translated.count", count=len(waiting), files=len(files)))
    return FINE


def _chosen(
    options: argparse.Namespace, translations: list[Translation], words: Words
) -> list[Translation] | None:
    """Return what the editor means, or None after saying why that cannot be."""
    if options.all:
        return [one for one in translations if one.state != "missing"]
    if not options.names:
        print(words("translated.nothing"), file=sys.stderr)
        return None
    chosen: list[Translation] = []
    is_clear = True
    for name in dict.fromkeys(options.names):
        try:
            found = named(name, translations)
        except UnknownNameError as error:
            is_clear = False
            print(words("translated.unknown", name=name), file=sys.stderr)
            if error.near:
                print(words("translated.near", names=", ".join(error.near)), file=sys.stderr)
            continue
        for one in found:
            if one.state == "missing":
                is_clear = False
                print(words("translated.missing", name=one.name), file=sys.stderr)
            elif one not in chosen:
                chosen.append(one)
    return chosen if is_clear else None
