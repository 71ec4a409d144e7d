"""`microsite kiosk`: the bundle that a culture house puts on a USB stick."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date, datetime
from pathlib import Path

from kioskbox.refusals import Refused
from microsite.commands import FINE, MISUSE
from microsite.commands.making import say_stages, tell_refusal
from microsite.engine import build_site
from microsite.paths import ProjectPaths
from microsite.pipeline import SiteError, build_tree
from microsite.preparing import prepare
from microsite.problems import ContentError
from microsite.publish.bundle import Sign
from microsite.publish.kiosk import Label, Packed, TooLargeError, pack, read_tree
from microsite.publish.signing import KeyFileError, make_keys, signer
from microsite.wording.catalog import Words, load_words
from microsite.wording.numbers import format_number

_PASSWORD = "MICROSITE_KEY_PASSWORD"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add version, key and variant."""
    parser.add_argument(
        "--date", type=date.fromisoformat, help="ngày của bản, 2024-01-01 / its day"
    )
    parser.add_argument("--number", type=int, default=1, help="bản thứ mấy trong ngày / of the day")
    parser.add_argument("--key", type=Path, help="tệp khóa bí mật để ký / secret key file")
    parser.add_argument("--new-key", type=Path, help="tạo cặp khóa mới / make a pair of keys")
    parser.add_argument(
        "--text-only", action="store_true", help="bỏ ảnh và âm thanh / no pictures, no sound"
    )
    parser.add_argument("--out", type=Path, help="thư mục nhận gói / where it goes")


def run(paths: ProjectPaths, options: argparse.Namespace) -> int:
    """Build, pack, and say what was made; 1 for problems of the content, 2 for misuse."""
    words = load_words(options.lang)
    password = os.environ.get(_PASSWORD, "")
    if options.new_key:
        return _make_keys(options.new_key, password, words)
    try:
        sign = signer(options.key, password) if options.key else None
        packed = _make(paths, options, words, sign)
    except KeyFileError as error:
        print(words("kiosk.bad_key", detail=error), file=sys.stderr)
        return MISUSE
    except TooLargeError as error:
        print(words("kiosk.too_large", size=int(str(error)) >> 20), file=sys.stderr)
        return MISUSE
    except (ContentError, SiteError, RuntimeError, Refused) as error:
        return tell_refusal(error, options.lang)
    size = format_number(packed.size / 2**20, words.lang, decimals=1)
    print(words("kiosk.packed", path=packed.archive, count=packed.files, size=size))
    print(words("kiosk.folder", path=packed.folder))
    print(words("kiosk.signed" if sign else "kiosk.unsigned"))
    return FINE


def _make(
    paths: ProjectPaths, options: argparse.Namespace, words: Words, sign: Sign | None
) -> Packed:
    report = say_stages(words)
    day = options.date or datetime.now().astimezone().date()
    version = f"{day:%Y%m%d}-{options.number}"
    prepared = prepare(paths, report, kiosk=version)
    build_tree(paths, prepared, paths.kiosk_tree, build_site, report)
    report("pack")
    settings = prepared.site.settings
    readme = "\n\n".join(load_words(lang)("kiosk.readme", version=version) for lang in ("vi", "en"))
    return pack(
        read_tree(paths.kiosk_tree),
        Label(version, settings.name.vi, readme),
        options.out or paths.dist / "kiosk",
        sign,
        text_only=options.text_only,
    )


def _make_keys(secret: Path, password: str, words: Words) -> int:
    public = secret.with_suffix(".pub")
    try:
        make_keys(secret, public, password)
    except FileExistsError as error:
        print(words("kiosk.key_there", path=error.filename), file=sys.stderr)
        return MISUSE
    print(words("kiosk.keys_made", secret=secret, public=public))
    if not password:
        print(words("kiosk.key_open", variable=_PASSWORD), file=sys.stderr)
    return FINE
