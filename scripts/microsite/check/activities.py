"""Activities: what has one name is counted in one measure, so that it can be added."""

from __future__ import annotations

from collections.abc import Iterator

from microsite.check.content import Content, Located
from microsite.model.activity import Activity
from microsite.problems import Problem


def check(content: Content) -> Iterator[Problem]:
    """Find activities that are counted in another measure than the first of their name."""
    first: dict[tuple[str, str], tuple[Activity, Located]] = {}
    for entry in content.of("activities"):
        if not isinstance(entry.value, Activity):
            continue
        key = (entry.value.channel, entry.value.activity.casefold())
        known, place = first.setdefault(key, (entry.value, entry))
        if known.measure != entry.value.measure:
            values = {
                "activity": entry.value.activity,
                "measure": known.measure,
                "first": f"{place.file}:{place.where('measure').line}",
            }
            yield Problem(entry.where("measure"), "mixed-measures", entry.value.measure, values)
