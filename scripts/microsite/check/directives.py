"""The block directives: which exist, what each may be told, and whether one was told right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import get_args

from microsite.check.content import Content
from microsite.check.nearest import nearest
from microsite.check.references import unknown_id
from microsite.marks import Directive
from microsite.model.culture import CultureItem
from microsite.model.edtf import parse_edtf
from microsite.model.event import Topic
from microsite.model.indicator import Indicator, IndicatorField
from microsite.model.learning import QuestionGroup
from microsite.model.media import Photo
from microsite.model.story import StoryField, Voice
from microsite.problems import Problem, Where

YEAR = "year"
DAY = "day"
UNIT = "units"
EVENTS = "events*"
CULTURE = "culture*"
PHOTO = "photos"
PHOTOS = "photos*"


@dataclass(frozen=True)
class Spec:
    """What a directive takes: the collection of its id, its options and the ones it needs.

    An option is one of some words, a date, an id of a collection, or several ids (``events*``).
    """

    collection: str = ""
    options: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    needs: tuple[str, ...] = ()


DIRECTIVES: Mapping[str, Spec] = {
    "chart": Spec("indicators"),
    "compare": Spec("indicators", {"from": YEAR, "to": YEAR}, ("from", "to")),
    "events": Spec(
        "", {"topic": get_args(Topic), "from": YEAR, "to": YEAR, "unit": UNIT, "ids": EVENTS}
    ),
    "timeline": Spec(),
    "holders": Spec("offices"),
    "units": Spec("", {"at": DAY, "level": ("province", "district", "commune")}, ("at",)),
    "models": Spec("", {"field": get_args(StoryField), "unit": UNIT}),
    "exemplars": Spec("", {"field": get_args(StoryField)}),
    "voices": Spec("", {"group": get_args(Voice.model_fields["group"].annotation)}),
    "culture": Spec("", {"kind": get_args(CultureItem.model_fields["kind"].annotation)}),
    "calendar": Spec("", {"kind": get_args(CultureItem.model_fields["kind"].annotation)}),
    "indicators": Spec("", {"field": get_args(IndicatorField)}),
    "files": Spec(),
    "kit": Spec(),
    "questions": Spec("", {"group": get_args(QuestionGroup)}),
    "quiz": Spec("", {"level": ("1", "2", "3", "4")}),
    "slogans": Spec(),
    "filter": Spec("", {"list": ("models", "exemplars", "culture", "indicators")}, ("list",)),
    "then-now": Spec("", {"then": PHOTO, "now": PHOTO}, ("then", "now")),
    "gallery": Spec("", {"ids": PHOTOS}, ("ids",)),
    "audio": Spec("recordings"),
    "unit-map": Spec("", {"at": DAY, "show": ("density", "population", "area")}, ("at", "show")),
    "anniversaries": Spec(),
    "doors": Spec(),
    "pages": Spec(),
    "heights": Spec("", {"ids": CULTURE}, ("ids",)),
    "days": Spec(),
    "latest": Spec(),
    "boundary-note": Spec(),
}


def check_directive(directive: Directive, where: Where, content: Content) -> Iterator[Problem]:
    """Check name, id and options of one directive."""
    spec = DIRECTIVES.get(directive.name)
    if spec is None or directive.bad:
        got = directive.bad[0] if directive.bad else directive.name
        values = {
            "nearest": nearest(directive.name, DIRECTIVES),
            "known": ", ".join(sorted(DIRECTIVES)),
        }
        yield Problem(where, "unknown-directive" if spec is None else "directive-form", got, values)
        return
    values = {"directive": directive.name, "allowed": ", ".join(spec.options) or "–"}
    if spec.collection and not content.knows(spec.collection, directive.id):
        yield unknown_id(where, directive.id, spec.collection, content)
    if directive.id and not spec.collection:
        yield Problem(where, "directive-option", f"#{directive.id}", values)
    for name in spec.needs:
        if name not in directive.options:
            yield Problem(where, "directive-needs", "", {**values, "name": name})
    for name, value in directive.options.items():
        kind = spec.options.get(name)
        if kind is None:
            yield Problem(where, "directive-option", name, values)
        else:
            yield from _option(name, value, kind, where, content)
    if directive.name == "compare":
        yield from _compare(directive, where, content)
    if directive.name == "then-now":
        yield from _then_now(directive, where, content)


def _option(
    name: str, value: str, kind: str | tuple[str, ...], where: Where, content: Content
) -> Iterator[Problem]:
    if isinstance(kind, tuple):
        if value not in kind:
            allowed = {"expected": ", ".join(kind), "nearest": nearest(value, kind)}
            yield Problem(where, "not-one-of", value, allowed)
    elif kind in (YEAR, DAY):
        if not _is_date(value, kind):
            yield Problem(where, "edtf", f"{name}={value}")
    else:
        collection = kind.removesuffix("*")
        for part in value.split(",") if kind.endswith("*") else [value]:
            if not content.knows(collection, part):
                yield unknown_id(where, part, collection, content)


def _is_date(value: str, kind: str) -> bool:
    try:
        parsed = parse_edtf(value)
    except ValueError:
        return False
    return len(value) == (4 if kind == YEAR else 10) and not parsed.is_interval


def _compare(directive: Directive, where: Where, content: Content) -> Iterator[Problem]:
    entry = content.ids("indicators").get(directive.id)
    if entry is None or not isinstance(entry.value, Indicator):
        return
    years = [str(reading.year) for reading in entry.value.preferred]
    for name in ("from", "to"):
        year = directive.options.get(name, years[0])
        if year not in years:
            values = {"indicator": directive.id, "years": ", ".join(years)}
            yield Problem(where, "figure-year", year, values)


def _then_now(directive: Directive, where: Where, content: Content) -> Iterator[Problem]:
    """Check that the first picture of a pair is the older one."""
    photos = content.ids("photos")
    then, now = (photos.get(directive.options.get(name, "")) for name in ("then", "now"))
    if then is None or now is None:
        return
    if not (isinstance(then.value, Photo) and isinstance(now.value, Photo)):
        return
    if then.value.date.first > now.value.date.first:
        yield Problem(where, "photo-order", str(then.value.date), {"now": str(now.value.date)})
