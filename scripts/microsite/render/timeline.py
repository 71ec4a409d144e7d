"""Events to the timeline: periods between the anniversaries, eras inside them, one day marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from microsite.model.event import Event
from microsite.model.settings import Settings
from microsite.model.site import Site
from microsite.render.filters import Chip, Facet, count_values
from microsite.render.lookups import by_date
from microsite.render.spans import cut_spans
from microsite.wording.catalog import Words

TOPIC = "chu-de"
PERIOD = "giai-doan"
LIST = "dong-su-kien"

# a decade with fewer events is joined to its neighbour, so that no heading stands over one line
_FEW = 3
_KNOT = 9


@dataclass(frozen=True)
class Era:
    """A decade, a few thin decades, or one year; ``marked`` is the event that leads the page.

    Of single years each fifth, counted from the anniversary's, ``is_fifth``.
    """

    id: str
    first: int
    last: int
    events: tuple[Event, ...]
    marked: str
    is_year: bool = False
    is_fifth: bool = False

    @property
    def until(self) -> str:
        """The end of a span as short as it can be: “48” after 1909."""
        if self.first == self.last:
            return ""
        same = self.first // 100 == self.last // 100
        return f"{self.last % 100:02d}" if same else str(self.last)

    @property
    def years(self) -> str:
        """The years of its events: “1950–1959”, “2004”."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"

    @property
    def height(self) -> int:
        """The height of its column of knots in the rail."""
        return _KNOT * len(self.events)

    @property
    def knots(self) -> str:
        """The path of one diamond for each event but the marked one."""
        plain = len(self.events) - self.has_marked
        return "".join(f"M4 {_KNOT * row}l4 4-4 4-4-4z" for row in range(plain))

    @property
    def marked_knot(self) -> str:
        """The path of the marked event's diamond, at the foot of the column."""
        return f"M4 {self.height - _KNOT}l4 4-4 4-4-4z"

    @property
    def has_marked(self) -> bool:
        """Whether the marked event lies in it."""
        return any(event.id == self.marked for event in self.events)


@dataclass(frozen=True)
class Period:
    """The time from one anniversary's date to the next; ``value`` is its name in addresses."""

    value: str
    label: str
    eras: tuple[Era, ...]

    @property
    def id(self) -> str:
        """Its anchor."""
        return f"{PERIOD}-{self.value}"

    @property
    def count(self) -> int:
        """How many events it holds."""
        return sum(len(era.events) for era in self.eras)


def marked_event(site: Site) -> str:
    """Return the id of the event that the last anniversary remembers, or an empty text."""
    anniversaries = site.settings.anniversaries
    if not anniversaries:
        return ""
    day = anniversaries[-1].date
    same = [event for event in by_date(site.events.values()) if event.date == day]
    same.sort(key=lambda event: event.topic != "formation")
    return same[0].id if same else ""


def cut_periods(site: Site, words: Words) -> tuple[Period, ...]:
    """Cut all events into periods and eras; a period without events is left out."""
    settings = site.settings
    marked = marked_event(site)
    events = by_date(site.events.values())
    periods = []
    for span in cut_spans(settings, words):
        inside = [event for event in events if span.first <= event.date.first.year <= span.last]
        if inside:
            eras = tuple(_eras(inside, span.first, settings, marked))
            periods.append(Period(span.value, span.label, eras))
    return tuple(periods)


def timeline_facets(site: Site, periods: Iterable[Period], words: Words) -> tuple[Facet, ...]:
    """Return the filters of the timeline: topics by number of events, periods in order of time.

    A facet with one value is none.
    """
    topics = tuple(
        Chip(topic, words(f"topic.{topic}"), count, f"#{TOPIC}-{topic}")
        for topic, count in count_values(event.topic for event in site.events.values())
    )
    spans = tuple(Chip(one.value, one.label, one.count, f"#{one.id}") for one in periods)
    facets = (
        Facet(TOPIC, words("timeline.topics"), words("filter.all"), topics),
        Facet(PERIOD, words("timeline.periods"), words("timeline.all_periods"), spans),
    )
    return tuple(facet for facet in facets if len(facet.chips) > 1)


def _eras(events: list[Event], start: int, settings: Settings, marked: str) -> Iterator[Era]:
    spans: list[tuple[int, bool, list[Event]]] = []
    for event in events:
        year = event.date.first.year
        by_year = year >= settings.yearly_from
        key = year if by_year else max(year // 10 * 10, start)
        if spans and spans[-1][:2] == (key, by_year):
            spans[-1][2].append(event)
        else:
            spans.append((key, by_year, [event]))
    dates = [settings.anchor, *(one.date for one in settings.anniversaries)]
    for key, by_year, inside in _joined(spans):
        years = [event.date.first.year for event in inside]
        lead = sorted(inside, key=lambda event: (event.date.first, event.id != marked))
        is_fifth = by_year and (key - dates[-1].first.year) % 5 == 0
        yield Era(f"nam-{key}", years[0], years[-1], tuple(lead), marked, by_year, is_fifth)


def _joined(spans: list[tuple[int, bool, list[Event]]]) -> list[tuple[int, bool, list[Event]]]:
    """Join a thin decade to the next one, the last thin one to the one before."""
    joined: list[tuple[int, bool, list[Event]]] = []
    for key, by_year, events in spans:
        before = joined[-1] if joined and not joined[-1][1] else None
        if not by_year and before and len(before[2]) < _FEW:
            joined[-1] = (before[0], by_year, before[2] + events)
        else:
            joined.append((key, by_year, events))
    decades = [index for index, span in enumerate(joined) if not span[1]]
    if len(decades) > 1 and len(joined[decades[-1]][2]) < _FEW:
        last = joined.pop(decades[-1])
        joined[decades[-2]][2].extend(last[2])
    return joined
