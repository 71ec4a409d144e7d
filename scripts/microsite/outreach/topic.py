"""What a card tells: an event or a figure of the content, with its sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from microsite.marks import strip_inline
from microsite.model.edtf import Edtf, Moment
from microsite.model.event import Event
from microsite.model.indicator import Indicator, Reading
from microsite.model.section import Section
from microsite.model.site import Site
from microsite.wording.catalog import load_words
from microsite.wording.dates import format_interval, format_moment
from microsite.wording.numbers import format_number

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKUP = re.compile(r"[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}")
_TARGET = "target"


@dataclass(frozen=True)
class Figure:
    """A value as it is written: qualifier and number, its unit, and its year."""

    year: str
    number: str
    unit: str

    @property
    def written(self) -> str:
        """Number and unit."""
        return f"{self.number} {self.unit}".strip() if self.unit != "%" else f"{self.number}%"


@dataclass(frozen=True)
class Topic:
    """``over`` is its kind of subject, ``when`` its date; ``figures`` is empty for an event."""

    id: str
    kind: Literal["event", "figure"]
    over: str
    title: str
    text: str
    when: str
    figures: tuple[Figure, ...]
    colour: str
    band: str
    sources: tuple[str, ...]
    event: Event | None = None


def topics_of(site: Site, lang: str) -> list[Topic]:
    """Return the topics that the settings name, events and figures in their order.

    Each has the look of a section, one after another, so that a row of posts is as many-coloured
    as the site. What is not published is left out.
    """
    campaign = site.settings.outreach
    looks = _looks(site)
    events = (site.events[one] for one in campaign.events if one in site.events)
    indicators = (site.indicators[one] for one in campaign.indicators if one in site.indicators)
    topics = [event_topic(one, looks[at % len(looks)], lang) for at, one in enumerate(events)]
    start = len(topics)
    return topics + [
        figure_topic(one, looks[(start + at) % len(looks)], lang)
        for at, one in enumerate(indicators)
    ]


def event_topic(event: Event, look: Section, lang: str) -> Topic:
    """Return the topic of an event."""
    return Topic(
        id=event.id,
        kind="event",
        over=load_words(lang)(f"topic.{event.topic}"),
        title=event.title.told(lang),
        text=plain_prose(event.text.told(lang)),
        when=written_date(event.date, lang),
        figures=(),
        colour=look.colour,
        band=look.band,
        sources=event.sources,
        event=event,
    )


def figure_topic(indicator: Indicator, look: Section, lang: str) -> Topic:
    """Return the topic of an indicator: the newest value and, where both may be compared, the
    first.
    """
    shown = comparable(indicator)
    figures = tuple(_figure(indicator, one, lang) for one in shown)
    return Topic(
        id=indicator.id,
        kind="figure",
        over=load_words(lang)(f"field.{indicator.field}"),
        title=indicator.name.told(lang),
        text="",
        when="",
        figures=figures,
        colour=look.colour,
        band=look.band,
        sources=tuple(dict.fromkeys(name for one in shown for name in one.cited)),
    )


def comparable(indicator: Indicator) -> tuple[Reading, ...]:
    """Return the first and the last reading since the last break of the series; one if alone.

    Targets are no readings of what is.
    """
    since = max((one.year for one in indicator.breaks), default=0)
    found = [one for one in indicator.preferred if one.qualifier != _TARGET]
    later = [one for one in found if one.year >= since] or found[-1:] or list(indicator.preferred)
    return (later[0], later[-1]) if len(later) > 1 else (later[0],)


def plain_prose(text: str) -> str:
    """Return prose without marks; nothing when it has figures that only the site fills in."""
    if ":figure[" in text:
        return ""
    return _MARKUP.sub("", _LINK.sub(r"\1", strip_inline(text)))


def written_date(when: Edtf, lang: str) -> str:
    """Return a date as people write it, no more precise than it is known."""
    if when.is_interval:
        ends = (_moment(when.start, lang), _moment(when.end, lang))
        return format_interval(*ends, when.end_bound, load_words(lang))
    return _moment(when.start, lang)


def _moment(moment: Moment | None, lang: str) -> str:
    if moment is None:
        return ""
    parts = (moment.year, moment.month, moment.day)
    return format_moment(*parts, load_words(lang), circa=moment.circa)


def _figure(indicator: Indicator, reading: Reading, lang: str) -> Figure:
    words = load_words(lang)
    number = format_number(reading.value, lang, decimals=indicator.decimals)
    qualifier = words(f"qualifier.{reading.qualifier}")
    unit = indicator.unit.told(lang)
    return Figure(str(reading.year), f"{qualifier} {number}".strip(), unit)


def _looks(site: Site) -> list[Section]:
    return list(_distinct(site.settings.sections))


def _distinct(sections: tuple[Section, ...]) -> Iterator[Section]:
    seen: set[str] = set()
    for one in sections:
        if one.colour not in seen:
            seen.add(one.colour)
            yield one
