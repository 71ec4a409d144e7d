"""Arguments to exit codes: 0 fine, 1 problems in the content, 2 misuse or a broken tool."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from microsite import __version__
from microsite.engine import build_site
from microsite.paths import ProjectPaths
from microsite.pipeline import SiteError, Summary, build, check_project
from microsite.problems import ContentError, Problem
from microsite.wording.catalog import Words, load_words
from microsite.wording.numbers import format_number
from microsite.wording.problems import describe

FINE, CONTENT, MISUSE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    options = _parser().parse_args(arguments)
    paths = ProjectPaths(Path(options.root).resolve())
    if not paths.config.is_file():
        print(f"{paths.config}: {_MISSING[options.lang]}", file=sys.stderr)
        return MISUSE
    commands = {"check": _check, "build": _build, "serve": _serve}
    return commands[options.command](paths, options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="microsite", description=__doc__)
    parser.add_argument("--root", default=".", help="thư mục dự án / project folder")
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", required=True)
    helps = {
        "check": "kiểm tra nội dung / check the content",
        "build": "kiểm tra rồi dựng trang vào site/ / check, then build into site/",
        "serve": "xem thử trên máy, tự dựng lại khi sửa / preview, rebuilt on every change",
    }
    for name, text in helps.items():
        command = commands.add_parser(name, help=text)
        command.add_argument(
            "--lang",
            choices=("vi", "en"),
            default="vi",
            help="ngôn ngữ thông báo / language of messages",
        )
        if name != "serve":
            command.add_argument(
                "--json", action="store_true", help="in JSON cho máy đọc / print JSON"
            )
    return parser


_MISSING = {
    "vi": "không có tệp này. Hãy chạy trong thư mục dự án, hoặc thêm --root THƯ_MỤC.",
    "en": "no such file. Run the command in the project's folder, or give --root FOLDER.",
}


def _check(paths: ProjectPaths, options: argparse.Namespace) -> int:
    content, problems = check_project(paths)
    words = load_words(options.lang)
    if options.json:
        print(json.dumps(_as_json(problems, options.lang), ensure_ascii=False, indent=1))
    else:
        _print_problems(problems, options.lang)
        print(words("summary.checked", count=len(content.entries), pages=len(content.raw_pages)))
        print(words("summary.problems", count=len(problems)))
    return CONTENT if problems else FINE


def _build(paths: ProjectPaths, options: argparse.Namespace) -> int:
    words = load_words(options.lang)
    started = time.monotonic()

    def report(stage: str) -> None:
        print(f"· {words(f'summary.stage_{stage}')} …", file=sys.stderr, flush=True)

    try:
        summary = build(paths, build_site, report)
    except ContentError as error:
        if options.json:
            print(json.dumps(_as_json(error.problems, options.lang), ensure_ascii=False, indent=1))
        else:
            _print_problems(error.problems, options.lang)
            print(words("summary.problems", count=len(error.problems)))
            print(words("summary.kept"))
        return CONTENT
    except (SiteError, RuntimeError) as error:
        for fault in getattr(error, "faults", (str(error),)):
            print(fault, file=sys.stderr)
        print(words("summary.kept"))
        return MISUSE
    _print_summary(summary, paths, words, time.monotonic() - started, as_json=options.json)
    return FINE


def _serve(paths: ProjectPaths, options: argparse.Namespace) -> int:
    del options
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(paths.config)]
    try:
        return subprocess.run(command, check=False).returncode
    except KeyboardInterrupt:
        return FINE


def _print_problems(problems: Sequence[Problem], lang: str) -> None:
    for problem in problems:
        print(describe(problem, lang))


def _as_json(problems: Sequence[Problem], lang: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for problem in problems:
        message = describe(problem, lang)
        where = problem.where
        found.append(
            {
                "file": where.file,
                "line": where.line,
                "column": where.column,
                "key": where.key,
                "code": problem.code,
                "expected": message.expected,
                "got": problem.got,
                "hint": message.hint,
            }
        )
    return found


def _print_summary(
    summary: Summary, paths: ProjectPaths, words: Words, seconds: float, *, as_json: bool
) -> None:
    if as_json:
        data = {
            "pages": summary.pages,
            "collections": summary.collections,
            "figures": summary.figures,
            "gaps": summary.gaps,
            "problems": 0,
            "site": str(paths.site),
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
    print(words("summary.problems", count=0))
    print(words("summary.time", seconds=format_number(seconds, words.lang, decimals=1)))
    print(words("summary.done", path=paths.site))
