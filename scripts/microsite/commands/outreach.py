"""`microsite outreach`: what goes out by other channels, into dist/outreach/."""

from __future__ import annotations

import argparse
import os
from datetime import UTC, date, datetime

from microsite.commands import FINE
from microsite.fingerprint import fingerprint
from microsite.outreach.stamp import is_current
from microsite.paths import ProjectPaths


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add edition, units and voice."""
    parser.add_argument(
        "--date", type=date.fromisoformat, help="ngày của bộ này, 2024-01-01 / its day"
    )
    parser.add_argument("--number", type=int, default=1, help="bản thứ mấy trong ngày / of the day")
    parser.add_argument(
        "--unit", action="append", default=[], help="chỉ đơn vị này / this unit only"
    )
    parser.add_argument(
        "--channel",
        action="append",
        default=[],
        help="chỉ kênh này: loa, de-cuong, in, mang-xa-hoi / this channel only",
    )
    parser.add_argument(
        "--pack", action="store_true", help="đóng gói cho USB / one archive for a USB stick"
    )
    parser.add_argument(
        "--audio", action="store_true", help="thêm tiếng bằng espeak-ng / sound by espeak-ng"
    )
    parser.add_argument(
        "--voice", help="lệnh đọc thành tiếng, có {text} và {sound} / a command that reads aloud"
    )
    parser.add_argument("--sound", default="wav", help="đuôi tệp tiếng: wav, mp3 / kind of sound")


def run(paths: ProjectPaths, options: argparse.Namespace) -> int:
    """Make the kit when anything has changed; 1 for problems of the content, 2 for misuse."""
    day = options.date or today()
    asked = (str(day), str(options.number), *sorted(options.unit), *_tagged(options))
    voice = (str(options.audio), options.voice or "", options.sound)
    wanted = fingerprint(paths, (*asked, *voice))
    if is_current(paths.outreach, wanted, paths.outreach_stamp) and not options.pack:
        return _tell_current(paths, options.lang)
    # what is slow to load comes only when there is something to do
    from microsite.commands.outreach_making import make  # noqa: PLC0415

    code = make(paths, options, day)
    if code == FINE:
        paths.outreach_stamp.parent.mkdir(parents=True, exist_ok=True)
        paths.outreach_stamp.write_text(wanted, encoding="utf-8")
    return code


def _tagged(options: argparse.Namespace) -> tuple[str, ...]:
    return tuple(f"channel {name}" for name in sorted(options.channel))


def _tell_current(paths: ProjectPaths, lang: str) -> int:
    from microsite.wording.catalog import load_words  # noqa: PLC0415

    print(load_words(lang)("outreach.current", path=paths.outreach))
    return FINE


def today() -> date:
    """Return the day that reproducible builds are told, or this one."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    if told.isdecimal():
        return datetime.fromtimestamp(int(told), UTC).date()
    return datetime.now().astimezone().date()
