"""Every id that is named exists: in fields, in citations, in figures, in directives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from microsite.check.content import Content, strings_in
from microsite.load.markdown import RawPage
from microsite.marks import Citation, Figure, parse_inline
from microsite.model.base import Prose, Ref
from microsite.model.bulletin import Heard
from microsite.model.indicator import Indicator
from microsite.problems import Problem, Where
from microsite.spoken.figures import ROUND

FigureOptions = Mapping[str, "tuple[str, ...] | None"]
FIGURE_OPTIONS: FigureOptions = {"year": None, "unit": ("no",), "qualifier": ("no",)}
HEARD_OPTIONS: FigureOptions = {**FIGURE_OPTIONS, ROUND: ("10", "100", "1000", "10000")}


def check(content: Content) -> Iterator[Problem]:
    """Follow every reference of every entry and page."""
    for entry in content.entries:
        for path, text, marks in strings_in(entry.value):
            for mark in marks:
                if isinstance(mark, Ref) and not content.knows(mark.collection, text):
                    yield unknown_id(entry.where(*path), text, mark.collection, content)
                if isinstance(mark, Prose):
                    yield from check_marks(text, entry.where(*path), content, options_of(mark))
    for page in content.pages:
        yield from check_marks(page.page.meta.summary, page.where("summary"), content)
        yield from check_marks(page.page.meta.figure or "", page.where("figure"), content)
    for raw in content.raw_pages:
        yield from check_text(raw, content)


def check_text(raw: RawPage, content: Content) -> Iterator[Problem]:
    """Follow every reference in the text of a page."""
    for line, text in raw.lines:
        yield from check_marks(text, Where(raw.file, line), content)


def options_of(mark: Prose) -> FigureOptions:
    """Return what figures may be told in text of this kind."""
    return HEARD_OPTIONS if isinstance(mark, Heard) else FIGURE_OPTIONS


def check_marks(
    text: str, where: Where, content: Content, options: FigureOptions = FIGURE_OPTIONS
) -> Iterator[Problem]:
    """Check the citations and figures inside ``text``; figures may have those ``options``."""
    for mark in parse_inline(text):
        place = where if where.key else replace(where, column=mark.start + 1)
        if isinstance(mark, Citation):
            for name in mark.sources:
                if not content.knows("sources", name):
                    yield unknown_id(place, name, "sources", content)
        else:
            yield from _figure(mark, place, content, options)


def unknown_id(where: Where, got: str, collection: str, content: Content) -> Problem:
    """Say that ``got`` is no id of ``collection``, with the nearest one that is."""
    values = {
        "collection": collection,
        # several citations have semicolons between them
        "nearest": got.replace(",", ";") if ", @" in got else content.nearest_id(got, collection),
        "place": _place_of(collection, content),
    }
    return Problem(where, "unknown-id", got, values)


def _place_of(collection: str, content: Content) -> str:
    """Return where entries of ``collection`` are written: its only file, or its folder."""
    alone = f"data/{collection}.yml"
    return (
        alone if any(one.file == alone for one in content.of(collection)) else f"data/{collection}"
    )


def _figure(
    mark: Figure, where: Where, content: Content, options: FigureOptions
) -> Iterator[Problem]:
    entry = content.ids("indicators").get(mark.indicator)
    for bad in mark.bad:
        yield Problem(where, "figure-option", bad, {"allowed": ", ".join(options)})
    for name, value in mark.options.items():
        allowed = options.get(name, ())
        if allowed is not None and value not in allowed:
            yield Problem(
                where, "figure-option", f"{name}={value}", {"allowed": ", ".join(options)}
            )
    if entry is None or not isinstance(entry.value, Indicator):
        if not content.knows("indicators", mark.indicator):
            yield unknown_id(where, mark.indicator, "indicators", content)
        return
    year = mark.options.get("year", "")
    years = [str(reading.year) for reading in entry.value.preferred]
    if year not in years:
        yield Problem(
            where, "figure-year", year, {"indicator": mark.indicator, "years": ", ".join(years)}
        )
