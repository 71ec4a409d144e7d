"""`microsite verify BUNDLE` or `--host URL`: whether a bundle, or a server, is as it should be."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from kioskbox.__main__ import main
from microsite.checking import sound_project
from microsite.commands import CONTENT, FINE, MISUSE
from microsite.commands.making import tell_refusal
from microsite.commands.tables import Table, as_text
from microsite.hosting.checklist import ask_host
from microsite.hosting.findings import Finding
from microsite.hosting.policy import Host
from microsite.paths import ProjectPaths
from microsite.problems import ContentError
from microsite.wording.catalog import Words, load_words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the bundle and the key, or the server."""
    parser.add_argument(
        "bundle", nargs="?", help="gói .zip hoặc thư mục / a bundle's zip or folder"
    )
    parser.add_argument("--key", help="tệp khóa công khai / public key file")
    parser.add_argument("--host", metavar="URL", help="kiểm tra máy chủ ở địa chỉ này / a server")
    parser.add_argument("--site", type=Path, help="trang để so, bỏ trống là site/ / the tree")


def run(paths: ProjectPaths, options: argparse.Namespace) -> int:
    """Verify a bundle as the kiosk itself does, or go through the checklist of a server."""
    if options.host:
        return _ask(paths, options)
    if not options.bundle:
        print(load_words(options.lang)("host.nothing"), file=sys.stderr)
        return MISUSE
    key = ["--key", options.key] if options.key else []
    root = str(paths.root / "kiosk")
    return main(["--lang", options.lang, "--root", root, "verify", options.bundle, *key])


def _ask(paths: ProjectPaths, options: argparse.Namespace) -> int:
    words = load_words(options.lang)
    try:
        _, settings = sound_project(paths)
    except ContentError as error:
        return tell_refusal(error, options.lang)
    site = options.site or paths.site
    if not (site / "index.html").is_file():
        print(words("host.no_site", path=site), file=sys.stderr)
        return MISUSE
    address = options.host.rstrip("/") + "/"
    try:
        host = Host(address, "", settings.embed.hosts)
        findings = tuple(ask_host(host, site))
    except (OSError, ValueError) as error:
        print(words("host.unreachable", address=address, detail=error), file=sys.stderr)
        return MISUSE
    print(as_text(_table(findings, host, words), words))
    counts = Counter(one.verdict for one in findings)
    print(words("host.sum", passed=counts["pass"], failed=counts["fail"], asked=counts["ask"]))
    return CONTENT if counts["fail"] else FINE


def _table(findings: Sequence[Finding], host: Host, words: Words) -> Table:
    rows = tuple(
        (words(f"host.{one.verdict}"), words(f"host.item.{one.item}"), _said(one, words))
        for one in findings
    )
    heads = (words("host.verdict"), words("host.what"), words("host.detail"))
    return Table(words("host.title", address=host.address), heads, rows, "")


def _said(one: Finding, words: Words) -> str:
    if one.verdict == "fail":
        return words("host.wanted", got=one.got, wanted=one.wanted)
    if one.verdict == "ask" and one.wanted:
        return words("host.wanted", got=one.got, wanted=one.wanted)
    return one.got
