"""``python3 kiosk.pyz verify|update|rollback|status``: what a technician types at the kiosk."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from kioskbox.bundle import open_bundle, verify_bundle
from kioskbox.install import Kiosk, check_installed, rollback, update
from kioskbox.refusals import Refused
from kioskbox.signature import read_key

FINE, REFUSED = 0, 1

_SAID = {
    "sound": (
        "Gói nguyên vẹn: bản {version}, {count} tệp, {size} MB.",
        "The bundle is whole: version {version}, {count} files, {size} MB.",
    ),
    "signed": ("Chữ ký đúng (khóa {key}).", "The signature is right (key {key})."),
    "unsigned": (
        "CHƯA kiểm tra chữ ký: chưa có khóa công khai. Hãy chép khóa vào {path}.",
        "The signature was NOT checked: there is no public key. Put it into {path}.",
    ),
    "updated": ("Đã dùng bản {version}.", "Version {version} is in use."),
    "back": ("Đã quay về bản {version}.", "Back to version {version}."),
    "kept": ("Không có gì thay đổi.", "Nothing was changed."),
    "status": (
        "Đang dùng: {version}. Bản trước: {previous}. Ổ đĩa còn {free} MB.",
        "In use: {version}. Before: {previous}. {free} MB free.",
    ),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when it is done, 1 when it was refused."""
    options = _parser().parse_args(arguments)
    kiosk = Kiosk(Path(options.root))
    try:
        _COMMANDS[options.command](kiosk, options)
    except Refused as reason:
        print(reason.say(options.lang), file=sys.stderr)
        print(_SAID["kept"][options.lang == "en"], file=sys.stderr)
        return REFUSED
    return FINE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kiosk.pyz", description=__doc__)
    parser.add_argument("--lang", choices=("vi", "en"), default="vi")
    parser.add_argument(
        "--root",
        default=os.environ.get("KIOSK_ROOT", "kiosk"),
        help="thư mục của màn hình chạm / the kiosk's folder",
    )
    commands = parser.add_subparsers(dest="command", required=True)
    for name, help_text in (
        ("verify", "kiểm tra một gói / check a bundle"),
        ("update", "kiểm tra rồi dùng một gói / check a bundle and put it in use"),
    ):
        command = commands.add_parser(name, help=help_text)
        command.add_argument("bundle", help=".zip / thư mục")
        command.add_argument("--key", help="tệp khóa công khai / public key file")
    commands.add_parser("rollback", help="quay về bản trước / go back to the version before")
    commands.add_parser("status", help="tình trạng / what is in use")
    commands.add_parser("where", help="thư mục của bản đang dùng / the folder in use")
    state = commands.add_parser("state", help="cho trang tình trạng / for the technician's page")
    state.add_argument("--started", default="")
    state.add_argument("--restarts", default="0")
    return parser


def _verify(kiosk: Kiosk, options: argparse.Namespace) -> None:
    key = read_key(Path(options.key).read_text(encoding="utf-8")) if options.key else kiosk.key()
    with open_bundle(Path(options.bundle)) as source:
        manifest = verify_bundle(source, key)
    count, size = len(manifest.files), manifest.size >> 20
    _say("sound", options, version=manifest.version, count=count, size=size)
    if key is None:
        _say("unsigned", options, path=kiosk.key_file)
    else:
        _say("signed", options, key=key.shown)


def _update(kiosk: Kiosk, options: argparse.Namespace) -> None:
    manifest = update(kiosk, Path(options.bundle))
    if kiosk.key() is None:
        _say("unsigned", options, path=kiosk.key_file)
    _say("updated", options, version=manifest.version)


def _rollback(kiosk: Kiosk, options: argparse.Namespace) -> None:
    _say("back", options, version=rollback(kiosk))


def _status(kiosk: Kiosk, options: argparse.Namespace) -> None:
    current, previous = kiosk.versions
    free = shutil.disk_usage(kiosk.root).free >> 20 if kiosk.root.is_dir() else 0
    _say("status", options, version=current or "–", previous=previous or "–", free=free)
    manifest = check_installed(kiosk, current)
    count, size = len(manifest.files), manifest.size >> 20
    _say("sound", options, version=manifest.version, count=count, size=size)


def _where(kiosk: Kiosk, options: argparse.Namespace) -> None:
    del options
    if not kiosk.versions[0]:
        raise Refused("nothing-installed")
    print(kiosk.releases / kiosk.versions[0])


def _state(kiosk: Kiosk, options: argparse.Namespace) -> None:
    """Print the script that the technician's page reads."""
    current, previous = kiosk.versions
    try:
        manifest = check_installed(kiosk, current)
        checked = _SAID["sound"][0].format(
            version=manifest.version, count=len(manifest.files), size=manifest.size >> 20
        )
    except Refused as reason:
        checked = reason.say("vi")
    when = datetime.fromtimestamp(kiosk.pointer.stat().st_mtime)  # noqa: DTZ006 - the clock on the wall
    state = {
        "checked": checked,
        "updated": f"{when:%d/%m/%Y %H:%M}",
        "previous": previous or "–",
        "free": f"{shutil.disk_usage(kiosk.root).free >> 20} MB",
        "started": options.started,
        "restarts": options.restarts,
    }
    print(f"window.msKiosk={json.dumps(state, ensure_ascii=False)};")


_COMMANDS = {
    "verify": _verify,
    "update": _update,
    "rollback": _rollback,
    "status": _status,
    "where": _where,
    "state": _state,
}


def _say(name: str, options: argparse.Namespace, **values: object) -> None:
    print(_SAID[name][options.lang == "en"].format(**values))


if __name__ == "__main__":
    sys.exit(main())
