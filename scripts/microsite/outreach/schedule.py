"""When a station reads what: a suggested plan, one bulletin a day, repeated at its other times."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from microsite.model.bulletin import LOUDSPEAKER_LANG, Station
from microsite.spoken.script import Script
from microsite.tabular import write_rows
from microsite.wording.catalog import load_words

_COLUMNS = (
    *("date", "time", "length", "title", "minutes", "reading", "language"),
    *("file", "version", "sources"),
)


@dataclass(frozen=True)
class Slot:
    """One reading; ``repeats`` is 0 for the first of the day."""

    day: date
    time: str
    repeats: int
    script: Script


def plan(station: Station, scripts: Sequence[Script]) -> tuple[Slot, ...]:
    """Give each script a day from ``station.start`` on, in their order; Sundays are free."""
    slots: list[Slot] = []
    day = station.start
    for script in scripts:
        while day.isoweekday() == 7:  # noqa: PLR2004  Sunday, as ISO 8601 counts
            day += timedelta(days=1)
        slots += [Slot(day, time, index, script) for index, time in enumerate(station.times)]
        day += timedelta(days=1)
    return tuple(slots)


def schedule_table(slots: Sequence[Slot], version: str, name_of: Callable[[Script], str]) -> bytes:
    """Return the plan as CSV that Vietnamese Excel opens: UTF-8 with BOM, CRLF."""
    words = load_words(LOUDSPEAKER_LANG)
    rows = [[words(f"loudspeaker.column.{name}") for name in _COLUMNS]]
    for slot in slots:
        minutes, seconds = divmod(slot.script.seconds, 60)
        reading = "loudspeaker.repeat" if slot.repeats else "loudspeaker.first"
        rows.append(
            [
                f"{slot.day:%d/%m/%Y}",
                slot.time,
                f"{minutes}:{seconds:02}",
                slot.script.bulletin.title,
                str(slot.script.minutes),
                words(reading, number=slot.repeats),
                words(f"language.{LOUDSPEAKER_LANG}"),
                f"{name_of(slot.script)}.txt",
                version,
                " ".join(slot.script.sources),
            ]
        )
    return write_rows(rows)
