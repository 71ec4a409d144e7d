"""Arguments to exit codes: 0 fine, 1 problems in the content, 2 misuse or a broken tool."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from microsite import __version__
from microsite.commands import HELP, MISUSE, load_command
from microsite.paths import ProjectPaths

_MISSING = {
    "vi": "không có tệp này. Hãy chạy trong thư mục dự án, hoặc thêm --root THƯ_MỤC.",
    "en": "no such file. Run the command in the project's folder, or give --root FOLDER.",
}


NOT_READ = 141  # as shells say it of a command whose reader has gone


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code. Who reads us may stop before the end (`| head`)."""
    try:
        code = _main(sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # what is still held back must not be tried again when Python ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOT_READ
    return code


def run() -> NoReturn:
    """Run the command and end the process at once: the system takes back in a moment what Python
    would take to pieces in a quarter of a second.
    """
    code = main()
    sys.stderr.flush()
    os._exit(code)


def _main(given: Sequence[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal of old letters must not stop us
            stream.reconfigure(errors="backslashreplace")
    options = _parser(given).parse_args(given)
    paths = ProjectPaths(Path(options.root).resolve())
    if not paths.config.is_file():
        print(f"{paths.config}: {_MISSING[options.lang]}", file=sys.stderr)
        return MISUSE
    return load_command(options.command).run(paths, options)


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="microsite", description=__doc__)
    parser.add_argument("--root", default=".", help="thư mục dự án / project folder")
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, text in HELP.items():
        command = commands.add_parser(name, help=text)
        command.add_argument(
            "--lang",
            choices=("vi", "en"),
            default="vi",
            help="ngôn ngữ thông báo / language of messages",
        )
        if name in given:  # the others need not be loaded
            load_command(name).add_arguments(command)
    return parser
