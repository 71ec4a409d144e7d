"""All time, cut at the years of the anniversaries: what lists and search are narrowed to."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from microsite.model.settings import Settings
from microsite.wording.catalog import Words

_EVER = 9999


@dataclass(frozen=True)
class Span:
    """Years that belong together, both ends inside; ``value`` is its name in addresses."""

    value: str
    label: str
    first: int
    last: int


def cut_spans(settings: Settings, words: Words) -> tuple[Span, ...]:
    """Cut all time at the years of the anniversaries."""
    dates = (settings.anchor, *(one.date for one in settings.anniversaries))
    starts = sorted({date.first.year for date in dates})
    spans = []
    for start, end in pairwise([0, *starts, _EVER + 1]):
        if not start:
            label = words("timeline.until", year=end - 1)
        elif end > _EVER:
            label = words("timeline.since", year=start)
        else:
            label = f"{start}–{end - 1}" if end - 1 > start else str(start)
        spans.append(Span(str(start or "dau"), label, start, end - 1))
    return tuple(spans)
