"""Pages for a frame of another site: small, without scripts, each with a way to its page."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any

from microsite.charts import has_chart
from microsite.model.event import Event
from microsite.model.indicator import Indicator
from microsite.model.site import Site
from microsite.render.context import Context, Shared
from microsite.render.directives import chart_svg
from microsite.render.environment import fill
from microsite.render.lookups import by_date
from microsite.render.offered import Frame, frame_of, page_address, question_frame
from microsite.render.page import Asset
from microsite.wording.catalog import load_words

_YEARS = 5
_ROWS = 5


def plan_frames(site: Site) -> Iterator[Frame]:
    """Yield every frame in every language; what is withdrawn has none."""
    settings = site.settings
    for lang in settings.languages:
        if site.events and not settings.withdraws(settings.addresses.events):
            yield frame_of(site, lang, "timeline")
        if chosen := figure_of_edition(site):
            yield frame_of(site, lang, "figure", chosen)
        for name in site.indicators:
            frame = frame_of(site, lang, "indicator", name)
            if not settings.withdraws(frame.page):
                yield frame
        for question in site.questions.values():
            frame = question_frame(site, lang, question.id)
            if not settings.withdraws(frame.page):
                yield frame


def figure_of_edition(site: Site) -> str:
    """Choose the indicator of this edition, or none: each new day in the content brings the next.

    A page without scripts knows no date, and a build looks at no clock; so the figure changes with
    the content, in the order of ids, among the indicators that have a chart.
    """
    folder = site.settings.addresses.indicators
    names = sorted(
        one.id
        for one in site.indicators.values()
        if has_chart(one) and not site.settings.withdraws(f"{folder}/{one.id}.md")
    )
    return names[site.edition.toordinal() % len(names)] if names else ""


def milestones(site: Site) -> list[Event]:
    """Return the timeline in short, in order of time.

    It has the events that the anniversaries remember; from the last one on, for every five years,
    the event that most sources tell of; and the latest.
    """
    events = by_date(site.events.values())
    days = {one.date for one in site.settings.anniversaries}
    chosen: dict[object, Event] = {}
    for event in sorted(events, key=lambda one: one.topic != "formation"):
        if event.date in days:
            chosen.setdefault(event.date, event)
    start = max((day.first.year for day in days), default=site.settings.anchor.first.year)
    for event in sorted(events, key=lambda one: -len(one.sources)):
        if event.date.first.year >= start and event not in chosen.values():
            chosen.setdefault((event.date.first.year - start) // _YEARS, event)
    kept = {event.id for event in (*chosen.values(), *events[-1:])}
    return [event for event in events if event.id in kept]


def draw_frame(shared: Shared, frame: Frame) -> Asset:
    """Return the page of a frame."""
    words = load_words(frame.lang)
    context = Context(shared, frame.page, words, frame.lang)
    folder = posixpath.dirname(frame.address)
    page = page_address(context, frame.page, frame.anchor)
    title, values = _VALUES[frame.kind](context, frame)
    html = fill(
        f"embed/{frame.kind}.html",
        c=context,
        w=words,
        frame=frame,
        title=title,
        colour=_colour(shared.site, frame),
        href=posixpath.relpath(page, folder),
        assets=posixpath.relpath("assets", folder),
        canonical=shared.site.settings.web_address(page) or posixpath.relpath(page, folder),
        **values,
    )
    return Asset(frame.address, html.encode())


def frame_title(shared: Shared, frame: Frame) -> str:
    """Return what a frame is called."""
    context = Context(shared, frame.page, load_words(frame.lang), frame.lang)
    return _VALUES[frame.kind](context, frame)[0]


def _colour(site: Site, frame: Frame) -> str:
    section = site.settings.section(frame.page.partition("/")[0])
    return section.colour if section else "indigo"


def _indicator(context: Context, frame: Frame) -> tuple[str, dict[str, Any]]:
    indicator = context.site.indicators[frame.id]
    values = {
        "indicator": indicator,
        "last": indicator.preferred[-1],
        "rows": indicator.preferred[-_ROWS:],
        "svg": chart_svg(context, frame.id),
    }
    return context.plain(indicator.name), values


def _figure(context: Context, frame: Frame) -> tuple[str, dict[str, Any]]:
    indicator = context.site.indicators[frame.id]
    first = _comparable(indicator)
    return context.plain(indicator.name), {
        "indicator": indicator,
        "last": indicator.preferred[-1],
        "first": first,
    }


def _comparable(indicator: Indicator) -> Any:
    """Return the first reading that the last one can be compared with, or None."""
    since = max((cut.year for cut in indicator.breaks), default=0)
    found = [one for one in indicator.preferred[:-1] if one.year >= since]
    return found[0] if found and indicator.price_basis != "current" else None


def _timeline(context: Context, _: Frame) -> tuple[str, dict[str, Any]]:
    title = context.shared.titles[context.words.lang].get(context.site.settings.addresses.events)
    return title or context.words("open_data.frame_timeline"), {"events": milestones(context.site)}


def _question(context: Context, frame: Frame) -> tuple[str, dict[str, Any]]:
    question = context.site.questions[frame.id]
    return context.plain(question.question), {"question": question}


_VALUES = {
    "indicator": _indicator,
    "figure": _figure,
    "timeline": _timeline,
    "question": _question,
}
