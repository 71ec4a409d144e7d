"""`microsite serve`: the site while it is being written, every save in sight at once."""

from __future__ import annotations

import argparse
import sys
import threading
import time
from pathlib import Path

from microsite.commands import FINE, MISUSE
from microsite.commands.printing import print_report
from microsite.commands.watching import changes
from microsite.engine.desk import Desk, theme_folder
from microsite.live.bench import Bench
from microsite.live.server import PORTS, open_server
from microsite.paths import ProjectPaths
from microsite.wording.catalog import Words, load_words
from microsite.wording.numbers import format_number

_PORT = 8000
_LOOK = 0.1  # seconds
_NAMED = 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add ``--port``."""
    parser.add_argument(
        "--port", type=int, default=_PORT, help="cổng, mặc định 8000 / the port, 8000 by default"
    )


def run(paths: ProjectPaths, options: argparse.Namespace) -> int:
    """Serve until the writer stops it; 2 when the project or every port is out of reach."""
    words = load_words(options.lang)
    try:
        theme = theme_folder(paths)
    except RuntimeError as error:
        print(error, file=sys.stderr)
        return MISUSE
    bench = Bench(paths, Desk, theme, options.lang)
    server = open_server(bench, options.port, options.lang)
    if server is None:
        last = options.port + PORTS - 1
        print(words("live.no_port", first=options.port, last=last), file=sys.stderr)
        return MISUSE
    if options.port and server.server_port != options.port:
        print(words("live.busy", port=options.port, taken=server.server_port))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        for changed in changes(paths, every=_LOOK, also=(theme,)):
            _refresh(bench, changed, paths, words)
            if not changed:
                print(words("live.address", address=server.address), flush=True)
    except KeyboardInterrupt:
        print()
    finally:
        server.shutdown()
        server.server_close()
    return FINE


def _refresh(bench: Bench, changed: frozenset[Path], paths: ProjectPaths, words: Words) -> None:
    started = time.monotonic()
    problems, texts = bench.refresh(changed)
    if problems:
        print_report(problems, texts, words.lang)
        print(words("summary.problems", count=len(problems)), flush=True)
    elif changed:
        names = sorted(_name(path, paths) for path in changed if not path.is_dir())
        more = ", …" if len(names) > _NAMED else ""
        seconds = format_number(time.monotonic() - started, words.lang, decimals=2)
        shown = ", ".join(names[:_NAMED]) + more
        print(words("live.refreshed", seconds=seconds, files=shown), flush=True)


def _name(path: Path, paths: ProjectPaths) -> str:
    inside = path.is_relative_to(paths.root)
    return path.relative_to(paths.root).as_posix() if inside else path.name
