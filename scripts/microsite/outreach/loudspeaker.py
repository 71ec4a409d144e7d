"""Bulletins for loudspeakers: text for voices of machines, a document for readers, a schedule."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from microsite.documents.drawing import draw_composed
from microsite.documents.setting import office_press, set_composed
from microsite.model.activity import ActivityChannel
from microsite.model.bulletin import LOUDSPEAKER_LANG, Station
from microsite.outreach.channel import Job, Made, Order, Voice
from microsite.outreach.reading_copy import edition_note, reading_copy
from microsite.outreach.schedule import plan, schedule_table
from microsite.outreach.sound import read_aloud
from microsite.spoken.script import Script, write_script
from microsite.typesetting import Press
from microsite.wording.catalog import load_words

CHANNEL = "loa"
WAYS: tuple[ActivityChannel, ...] = ("radio",)
TABLE = "lich-phat.csv"


def loudspeaker_jobs(order: Order) -> Sequence[Job]:
    """Return a job for each script of each station, and one for each schedule."""
    jobs: list[Job] = []
    press = office_press(order.theme, order.cache) if order.theme else None
    for station in stations_of(order):
        scripts = scripts_of(station, order)
        for script in scripts:
            jobs.append(
                Job(f"{station.id}/{name_of(script)}", partial(_files, script, order, press))
            )
        jobs.append(Job(f"{station.id}/{TABLE}", _schedule_job(station, scripts, order)))
    return jobs


def stations_of(order: Order) -> list[Station]:
    """Return the stations of the units that are wanted."""
    every = order.site.stations.values()
    return [one for one in every if not order.units or one.unit in order.units]


def scripts_of(station: Station, order: Order) -> list[Script]:
    """Return all that a station reads, in the order of the sections; shorter versions first."""
    known, places = order.known, [section.id for section in order.site.settings.sections]
    bulletins = sorted(order.site.bulletins.values(), key=lambda one: places.index(one.section))
    return [
        write_script(bulletin, minutes, station, order.edition, known)
        for bulletin in bulletins
        for minutes in sorted(bulletin.minutes)
    ]


def name_of(script: Script) -> str:
    """Return the name of a script's files, without ending."""
    return f"{script.bulletin.id}-{script.minutes:02}-phut"


def text_of(script: Script) -> str:
    """Return what is read, one line a paragraph: only words and stops, in NFC."""
    return "\n\n".join(line.spoken for line in script.lines) + "\n"


def mark_of(script: Script) -> str:
    """Return twelve digits of the hash of what is read: text, document and sound share them."""
    return hashlib.sha256(text_of(script).encode("utf-8")).hexdigest()[:12]


def _schedule_job(
    station: Station, scripts: Sequence[Script], order: Order
) -> Callable[[], Iterator[Made]]:
    def make() -> Iterator[Made]:
        slots = plan(station, scripts)
        table = schedule_table(slots, order.edition.version, name_of)
        words = load_words(LOUDSPEAKER_LANG)
        used = dict.fromkeys(name for script in scripts for name in script.sources)
        yield Made(
            path=f"{_folder(station)}/{TABLE}",
            content=table,
            channel=CHANNEL,
            title=words("loudspeaker.schedule"),
            unit=station.unit,
            lang=LOUDSPEAKER_LANG,
            sources=tuple(used),
            ways=WAYS,
            facts={"readings": len(slots)},
        )

    return make


def _files(script: Script, order: Order, press: Press | None) -> Iterator[Made]:
    text = text_of(script).encode("utf-8")
    yield _made(script, "txt", text)
    paper = reading_copy(script, order.site, order.edition, mark_of(script))
    yield _made(script, "docx", draw_composed(paper))
    if press is not None:
        yield _made(script, "pdf", set_composed(paper, press))
    if order.voice is not None:
        yield _made(script, order.voice.suffix, _sound(script, text, order.voice, order))


def _sound(script: Script, text: bytes, voice: Voice, order: Order) -> bytes:
    """Return the sound of a script; the file says which edition and which text it is (O6)."""
    note = edition_note(order.edition, mark_of(script))
    return read_aloud(text, voice, order.cache, title=script.bulletin.title, note=note)


def _made(script: Script, suffix: str, content: bytes) -> Made:
    return Made(
        path=f"{_folder(script.station)}/{name_of(script)}.{suffix}",
        content=content,
        channel=CHANNEL,
        title=script.bulletin.title,
        unit=script.station.unit,
        lang=LOUDSPEAKER_LANG,
        sources=script.sources,
        ways=WAYS,
        tells=script.tells,
        facts={
            "minutes": script.minutes,
            "seconds": script.seconds,
            "syllables": script.syllables,
            "mark": mark_of(script),
        },
    )


def _folder(station: Station) -> str:
    return f"{LOUDSPEAKER_LANG}/{CHANNEL}/{station.id}"
