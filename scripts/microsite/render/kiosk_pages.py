"""What only a kiosk shows: the resting screen, ways in without typing, the technician's page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from microsite.identity import draw_scene
from microsite.marks import Directive, outside_code, parse_block
from microsite.render.context import Context, Shared
from microsite.render.directives import DRAW
from microsite.render.environment import fill
from microsite.render.generated import by_first_letter
from microsite.render.page import Page, Sheet
from microsite.render.texts import Texts
from microsite.render.timeline import TOPIC, cut_periods
from microsite.wording.catalog import load_words

REST, STATE, WAYS = "man-hinh-cho.md", "tinh-trang.md", "tra-cuu.md"
_NAMES = {REST: "rest", STATE: "state", WAYS: "ways"}
_KINDS = {"rest": "rest", "state": "article", "ways": "list"}
_HOME = "index.md"
_QUESTIONS = 6
_TALL, _LONG = (1080, 1300), (1920, 900)  # the screens, less the strip that asks for a touch


def kiosk_pages(shared: Shared, texts: Texts, lang: str, version: str) -> Iterator[Sheet]:
    """Yield the kiosk's own pages in ``lang``; ``version`` names the bundle they lie in.

    They are told the home page, whose pairs they show.
    """
    words = load_words(lang)
    home = texts.in_language(shared.site.settings.default_lang).get(_HOME)
    written = home.body if home else ""
    for path, name in _NAMES.items():
        context = Context(shared, path, words, lang, written)
        title, draw = words(f"kiosk.{name}"), partial(_draw, context, name, version)
        yield Sheet(lang, path, title, draw, (version, written))


def _draw(context: Context, name: str, version: str) -> Page:
    words, title = context.words, context.words(f"kiosk.{name}")
    values = _VALUES[name](context)
    body = fill(f"pages/kiosk-{name}.html", c=context, w=words, version=version, **values)
    meta: dict[str, object] = {
        "kind": _KINDS[name],
        "section": "",
        "colour": "indigo",
        "band": "trim",
        "versions": list(context.site.settings.languages),
        "description": title,
        "robots": "noindex",
    }
    return Page(context.folder, context.path, title, body, "data/site.yml", meta)


def _rest(context: Context) -> dict[str, Any]:
    """Return pairs of figures and questions, by turns, and the landscape in both formats."""
    pairs = [DRAW["compare"](context, found) for found in _home_pairs(context)]
    questions = list(context.site.quiz.values())
    step = max(1, len(questions) // _QUESTIONS)
    (tall, below), (long, beneath) = _TALL, _LONG
    anniversaries = context.site.settings.anniversaries
    return {
        "pairs": [(pair, _said(context, pair)) for pair in pairs],
        "questions": questions[::step][:_QUESTIONS],
        "other_words": load_words,
        "band": anniversaries[-1].band if anniversaries else "trim",
        "tall": draw_scene(_HOME, width=tall, height=below, prefix="rest-tall"),
        "long": draw_scene(_HOME, width=long, height=beneath, prefix="rest-long"),
    }


def _home_pairs(context: Context) -> Iterator[Directive]:
    """Yield the pairs that the home page shows: they were chosen because no source differs."""
    for line, outside in outside_code(context.written.split("\n")):
        found = parse_block(line) if outside else None
        if found and found.name == "compare":
            yield found


def _said(context: Context, pair: dict[str, Any]) -> str:
    """Name the publishers of both figures, each once."""
    sources = context.site.sources
    cited = dict.fromkeys((*pair["then"].cited, *pair["now"].cited))
    return "; ".join(dict.fromkeys(sources[one].publisher for one in cited))


def _ways(context: Context) -> dict[str, Any]:
    addresses = context.site.settings.addresses
    periods = cut_periods(context.site, context.words)
    topics = sorted({event.topic for event in context.site.events.values()})
    return {
        "letters": list(by_first_letter(context)),
        "sitemap": context.url(addresses.sitemap),
        "timeline": context.url(addresses.events),
        "eras": [era for period in periods for era in period.eras],
        "topics": [(f"#{TOPIC}-{topic}", context.words(f"topic.{topic}")) for topic in topics],
        "units": sorted(
            (context.plain(unit.latest.name), context.entry_url("units", unit.id))
            for unit in context.site.units.values()
        ),
    }


def _state(context: Context) -> dict[str, Any]:
    return {"rest": context.url(REST), "home": context.url(_HOME)}


_VALUES: Mapping[str, Callable[[Context], dict[str, Any]]] = {
    "rest": _rest,
    "state": _state,
    "ways": _ways,
}
