"""`microsite deploy TARGET`: the finished site to its host, or back to what was there before."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from zlib import crc32

from microsite.checking import sound_project
from microsite.commands import CONTENT, FINE, MISUSE
from microsite.commands.making import tell_refusal
from microsite.commands.progress import Progress
from microsite.deploy.folder import ReleaseFolder
from microsite.deploy.manifest import Changes, Files, scan
from microsite.deploy.refusals import Refused
from microsite.deploy.remote import RemoteFolder
from microsite.deploy.shell import Shell
from microsite.deploy.sound import judge
from microsite.model.deploy import Target
from microsite.model.settings import Settings
from microsite.paths import ProjectPaths
from microsite.problems import ContentError
from microsite.public import seal_finest
from microsite.wording.catalog import Words, load_words

_NAMED = 12
_UNTOUCHED = ("untidy", "no_rollback")
"""Refusals after which nobody asks what readers see: the new release is there, or it said so."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the target, and what to do there."""
    parser.add_argument("target", help="nơi nhận trong data/deploy.yml / a target of that file")
    parser.add_argument(
        "--dry-run", action="store_true", help="chỉ kể sẽ đổi gì / only tell what would change"
    )
    parser.add_argument(
        "--rollback",
        action="store_true",
        help="quay lại nội dung trước đó; nơi nhận rclone không có bản trước: đưa lại bản ấy bằng "
        "--site / the former content; rclone targets keep none: deploy that version with --site",
    )
    parser.add_argument(
        "--break-lock", action="store_true", help="gỡ khóa bị bỏ lại / let go of a lock left behind"
    )
    parser.add_argument(
        "--site",
        type=Path,
        help="thư mục trang đã dựng để đưa lên, bỏ trống là site/ / the built tree, else site/",
    )


def run(paths: ProjectPaths, options: argparse.Namespace) -> int:
    """Deploy or roll back; 1 for a site or a project that is not sound, 2 for everything else."""
    words = load_words(options.lang)
    try:
        content, settings = sound_project(paths)
    except ContentError as error:
        return tell_refusal(error, options.lang)
    targets = {one.id: one for one in content.deploy.targets} if content.deploy else {}
    target = targets.get(options.target)
    if target is None:
        known = ", ".join(targets) or "–"
        print(words("deploy.no_target", name=options.target, known=known), file=sys.stderr)
        return MISUSE
    progress = Progress(words, "deploy")
    try:
        return _go(paths, target, settings, options, progress)
    except Refused as error:
        progress.end()
        print(words(f"deploy.error.{error.code}", **error.values), file=sys.stderr)
        if error.code not in _UNTOUCHED:
            print(words(f"deploy.safe_{target.kind}"), file=sys.stderr)
        return CONTENT if error.code in ("faults", "not_for_readers", "bad_name") else MISUSE


def _go(
    paths: ProjectPaths,
    target: Target,
    settings: Settings,
    options: argparse.Namespace,
    progress: Progress,
) -> int:
    words = load_words(options.lang)
    place = _place(paths, target)
    if options.break_lock:
        (place.shell if isinstance(place, ReleaseFolder) else place).break_lock()
    if options.rollback:
        if isinstance(place, RemoteFolder):
            raise Refused("no_rollback", name=target.id)
        release = place.roll_back(_name({}), progress)
        progress.end()
        print(words("deploy.rolled_back", release=release.id, origin=release.origin))
        return FINE
    progress("check")
    site = options.site or paths.site
    judge(site, settings)
    seal_finest(site, paths.packed, partial(progress, "pack"))
    own = scan(site)
    progress("compare")
    changes = place.plan(own)
    progress.end()
    _tell(changes, words, full=options.dry_run)
    if options.dry_run:
        print(words("deploy.nothing_done"))
        return FINE
    release = place.deploy(site, own, _name(own), progress)
    progress.end()
    print(words("deploy.done", target=target.id, release=release.id))
    if target.url:
        print(words("deploy.next", url=target.url))
    return FINE


def _place(paths: ProjectPaths, target: Target) -> ReleaseFolder | RemoteFolder:
    if target.kind == "rclone":
        return RemoteFolder(target.remote or "", target.keep)
    folder = target.folder or ""
    if target.kind == "ssh":  # a shell over there begins in the user's own folder
        shell = Shell(folder.removeprefix("~/") or ".", target.host or "")
        return ReleaseFolder(shell, target.keep)
    return ReleaseFolder(Shell(str(paths.root / Path(folder).expanduser())), target.keep)


def _name(files: Files) -> str:
    """Return the name of a release: when, and of what."""
    what = "".join(item.sha256 for _, item in sorted(files.items()))
    mark = f"-{crc32(what.encode()):08x}" if files else "-tro-lai"
    return f"{datetime.now(UTC):%Y%m%d-%H%M%S-%f}"[:-3] + mark


def _tell(changes: Changes, words: Words, *, full: bool) -> None:
    for kind in ("added", "changed", "removed", "carried"):
        paths: tuple[str, ...] = getattr(changes, kind)
        print(words(f"deploy.{kind}", count=len(paths)))
        for path in paths[:_NAMED] if full and kind != "carried" else ():
            print(f"    {path}")
        if full and kind != "carried" and len(paths) > _NAMED:
            print(f"    … {len(paths) - _NAMED}")
