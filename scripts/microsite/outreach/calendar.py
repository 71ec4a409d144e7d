"""When to post what: the days of the year on which something of the content happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from microsite.model.event import Event
from microsite.model.site import Site
from microsite.outreach.channel import Job, Made, Order
from microsite.outreach.topic import Topic
from microsite.tabular import write_rows
from microsite.wording.catalog import load_words

_COLUMNS = ("day", "next", "years", "title", "card", "version", "sources")


def calendar_job(order: Order, topics: Sequence[Topic], lang: str, channel: str) -> Job:
    """Return the job that writes the calendar of suggested posts."""

    def make() -> Iterator[Made]:
        days = days_of(order.site)
        yield Made(
            path=f"{lang}/{channel}/lich-dang.csv",
            content=_table(order, topics, lang, days),
            channel=channel,
            title=load_words(lang)("social.calendar"),
            unit="",
            lang=lang,
            sources=tuple(dict.fromkeys(name for one in days for name in one.sources)),
            ways=("social",),
            facts={"days": len(days)},
        )

    return Job(f"{lang}/{channel}/lich-dang", make)


def days_of(site: Site) -> list[Event]:
    """Return the events that are known to the day, as a year goes by; the oldest first."""
    exact = [one for one in site.events.values() if _is_exact(one)]
    return sorted(exact, key=lambda one: (_month_day(one), one.date.first.year, one.id))


def next_time(event: Event, after: date) -> date:
    """Return the first day from ``after`` on with its day and month; 29 February in leap years."""
    day = event.date.first
    for year in range(after.year, after.year + 9):
        try:
            found = date(year, day.month, day.day)
        except ValueError:
            continue
        if found >= after:
            return found
    raise AssertionError(day)


def _is_exact(event: Event) -> bool:
    start = event.date.start
    return start is not None and start.day is not None and not start.circa


def _month_day(event: Event) -> tuple[int, int]:
    return event.date.first.month, event.date.first.day


def _table(order: Order, topics: Sequence[Topic], lang: str, days: Sequence[Event]) -> bytes:
    """Return CSV that Excel opens: UTF-8 with BOM, CRLF."""
    words, with_card = load_words(lang), {topic.id for topic in topics}
    rows = [[words(f"social.column.{name}") for name in _COLUMNS]]
    for event in days:
        day, again = event.date.first, next_time(event, order.edition.day)
        rows.append(
            [
                f"{day:%d/%m}",
                f"{again:%d/%m/%Y}",
                str(again.year - day.year),
                f"{event.title.told(lang)} ({day:%d/%m/%Y})",
                event.id if event.id in with_card else "",
                order.edition.version,
                " ".join(event.sources),
            ]
        )
    return write_rows(rows)
