"""What `microsite outreach` does when the kit is not there yet, or is not current."""

from __future__ import annotations

import argparse
import shlex
import sys
from datetime import date
from pathlib import Path

from microsite.commands import CONTENT, FINE, MISUSE
from microsite.commands.making import say_stages, tell_refusal
from microsite.commands.progress import with_bar
from microsite.engine.desk import theme_folder
from microsite.model.site import Site
from microsite.outreach.captions import TooLongError
from microsite.outreach.channel import Order, TooHeavyError, Voice
from microsite.outreach.kit import CHANNELS, make_kit, read_site
from microsite.outreach.pack import write_pack
from microsite.outreach.sound import PLACES, NoVoiceError, built_in_voice
from microsite.paths import ProjectPaths
from microsite.problems import ContentError
from microsite.spoken.script import Edition
from microsite.typesetting import TypesetError
from microsite.wording.catalog import Words, load_words
from microsite.wording.numbers import format_number


def make(paths: ProjectPaths, options: argparse.Namespace, day: date) -> int:
    """Check the content, make every channel's files, write them, and say how many."""
    words = load_words(options.lang)
    try:
        voice = _voice(options)
        report = say_stages(words)
        report("check")
        site = read_site(paths)
        units = _units(site, options.unit)
        channels = _channels(options.channel)
    except ContentError as error:
        return tell_refusal(error, options.lang)
    except _MisuseError as error:
        print(words(error.key, **error.values), file=sys.stderr)
        return MISUSE
    edition = Edition(day, options.number)
    order = Order(site, edition, paths.outreach_cache, units, voice, theme_folder(paths))
    report("outreach")
    try:
        filed = make_kit(order, paths, with_bar, channels)
    except NoVoiceError as error:
        print(words("outreach.voice_failed", detail=error), file=sys.stderr)
        return MISUSE
    except (TypesetError, TooHeavyError, TooLongError) as error:
        print(words("outreach.not_set", detail=error), file=sys.stderr)
        return CONTENT
    size = format_number(sum(one.size for one in filed) / 2**20, words.lang, decimals=1)
    print(words("outreach.made", path=paths.outreach, count=len(filed), size=size))
    if options.pack:
        _say_pack(write_pack(order, paths, filed), words)
    if voice is None:
        print(words("outreach.silent"), file=sys.stderr)
    elif options.audio and not voice.encoder:
        print(words("outreach.only_waves"), file=sys.stderr)
    return FINE


def _say_pack(packed: Path, words: Words) -> None:
    size = format_number(packed.stat().st_size / 2**20, words.lang, decimals=1)
    print(words("pack.made", path=packed, size=size))


class _MisuseError(Exception):
    """What was asked cannot be done; the words that say why."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key, self.values = key, values


def _voice(options: argparse.Namespace) -> Voice | None:
    if options.voice:
        command = tuple(shlex.split(options.voice))
        if not all(any(place in part for part in command) for place in PLACES):
            raise _MisuseError("outreach.voice_places")
        return Voice(command, options.sound)
    if not options.audio:
        return None
    voice = built_in_voice()
    if voice is None:
        raise _MisuseError("outreach.no_espeak")
    return voice


def _channels(wanted: list[str]) -> tuple[str, ...]:
    """Return the channels that are wanted; none named: all."""
    for name in wanted:
        if name not in CHANNELS:
            raise _MisuseError("outreach.no_channel", channel=name, known=", ".join(CHANNELS))
    return tuple(wanted) or tuple(CHANNELS)


def _units(site: Site, wanted: list[str]) -> tuple[str, ...]:
    """Return the units that are wanted; each must have a station."""
    there = {station.unit for station in site.stations.values()}
    for unit in wanted:
        if unit not in there:
            raise _MisuseError("outreach.no_station", unit=unit, known=", ".join(sorted(there)))
    return tuple(wanted)
