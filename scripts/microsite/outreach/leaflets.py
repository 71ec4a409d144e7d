"""Sheets to be read in the hand: fact sheet, booklet, quiz with its key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import combinations, pairwise
from typing import Any

from microsite.model.activity import ActivityChannel
from microsite.model.learning import QuizItem
from microsite.outreach.channel import Job, Made, Order
from microsite.outreach.imposition import impose
from microsite.outreach.imprint import small_print
from microsite.outreach.lines import unbroken
from microsite.outreach.message import Message, messages_of
from microsite.outreach.numbering import Citing
from microsite.outreach.sheets_of_quiz import asked
from microsite.outreach.studio import Studio, colours_of, draw_code
from microsite.outreach.topic import Topic, topics_of
from microsite.wording.catalog import load_words

CHANNEL = "in"
TEMPLATE = "reading.typ"
BOOKLET_PAGES = 12
_SCENE = (1200, 760)
_SPREAD = {"events": 3, "figures": 2}  # how many pages of the booklet each list has
_LEVELS = (1, 2, 3, 4)
_IN_BOOKLET = 8
_LINE = 45  # letters in a line of the booklet
_WORDS = (
    *("events", "figures", "anniversaries", "contents", "about", "how", "quiz", "key", "sources"),
    *("name-line", "key-title"),
)


@dataclass(frozen=True)
class _Paper:
    """What a paper cites, which channels it is for, and what it tells of."""

    citing: Citing
    ways: tuple[ActivityChannel, ...]
    tells: tuple[str, ...]


def leaflet_jobs(order: Order) -> Sequence[Job]:
    """Return the jobs of each language; no sheet for a level of the quiz without questions."""
    if order.theme is None:
        return ()
    studio = Studio(order.theme, order.cache)
    jobs: list[Job] = []
    for lang in order.site.settings.languages:
        jobs.append(Job(f"{lang}/{CHANNEL}/to-thong-tin", partial(_facts, order, studio, lang)))
        jobs.append(Job(f"{lang}/{CHANNEL}/so-tay", partial(_booklet, order, studio, lang)))
        for level in _LEVELS:
            if any(one.level == level for one in order.site.quiz.values()):
                sheets = partial(_quiz, order, studio, lang, level)
                jobs.append(Job(f"{lang}/{CHANNEL}/do-vui-{level}", sheets))
    return jobs


def _facts(order: Order, studio: Studio, lang: str) -> Iterator[Made]:
    citing = Citing(order.site, most=1)
    data = _told(order, studio, citing, lang) | {"kind": "facts"}
    raw = studio.press(TEMPLATE).pdf(_with_sources(data, citing), pages=1)
    paper = _Paper(citing, ("boards", "documents"), _topics(order, lang))
    yield _made("to-thong-tin-a4", raw, "leaflet.facts", lang, paper)


def _booklet(order: Order, studio: Studio, lang: str) -> Iterator[Made]:
    citing = Citing(order.site, most=2)
    messages = messages_of(order.site, lang)[1 : 1 + len(order.site.settings.anniversaries)]
    remembered = [_anniversary(one, studio, citing) for one in messages]
    told = _told(order, studio, citing, lang)
    data = told | {
        "kind": "booklet",
        "anniversaries": [one | {"text": unbroken(one["text"], order, lang)} for one in remembered],
        "spread": {name: _spread(told[name], count) for name, count in _SPREAD.items()},
        "quiz": asked(_first_questions(order), citing, lang),
    }
    raw = studio.press(TEMPLATE).pdf(_with_sources(data, citing), pages=BOOKLET_PAGES)
    paper = _Paper(citing, ("documents",), _topics(order, lang))
    yield _made("so-tay-a5-12-trang", raw, "leaflet.booklet", lang, paper)
    yield _made("so-tay-in-hai-mat-a4", impose(raw), "leaflet.imposed", lang, paper)


def _quiz(order: Order, studio: Studio, lang: str, level: int) -> Iterator[Made]:
    citing, words = Citing(order.site), load_words(lang)
    items = [one for one in order.site.quiz.values() if one.level == level]
    title = words("leaflet.quiz_level", level=level)
    data = frame(order, studio, lang) | {
        "kind": "quiz",
        "title": title,
        "quiz": asked(items, citing, lang),
    }
    raw = studio.press(TEMPLATE).pdf(_with_sources(data, citing), pages=None)
    yield Made(
        path=f"{lang}/{CHANNEL}/do-vui-muc-{level}.pdf",
        content=raw,
        channel=CHANNEL,
        title=title,
        unit="",
        lang=lang,
        sources=citing.ids,
        ways=("documents",),
        facts={"size": "A4", "questions": len(items)},
    )


def _made(name: str, raw: bytes, title: str, lang: str, paper: _Paper) -> Made:
    return Made(
        path=f"{lang}/{CHANNEL}/{name}.pdf",
        content=raw,
        channel=CHANNEL,
        title=load_words(lang)(title),
        unit="",
        lang=lang,
        sources=paper.citing.ids,
        ways=paper.ways,
        tells=paper.tells,
        facts={"size": "A5" if "a5" in name else "A4"},
    )


def frame(order: Order, studio: Studio, lang: str) -> dict[str, object]:
    """Return what every sheet has: words, colours, drawings, small print."""
    settings, words = order.site.settings, load_words(lang)
    name = messages_of(order.site, lang)[0]
    drawings = {
        "band": studio.band(name.band),
        "ridges": studio.ridges("in", "indigo"),
        "mark": studio.mark(),
        "twenty": studio.twenty(),
        "scene": studio.scene(*_SCENE),
    }
    if settings.address:
        drawings["code"] = draw_code(settings.address)
    return {
        "lang": lang,
        "title": name.says,
        "text": unbroken(name.text, order, lang),
        "under": name.under,
        "woven": name.is_woven,
        "sign": settings.short_name.told(lang),
        "span": settings.span or "",
        "address": settings.address or "",
        "print": small_print(order, lang, (), name.band, woven=name.is_woven),
        "words": {name: words(f"leaflet.{name}") for name in _WORDS}
        | {"scan": words("printed.scan")},
        "colours": dict(colours_of(studio.palette("indigo"))),
        "drawings": drawings,
        "sources": [],
        "family": "",
        "file": "",
    }


def _told(order: Order, studio: Studio, citing: Citing, lang: str) -> dict[str, Any]:
    topics = topics_of(order.site, lang)
    # as time went, not as cards are posted
    events = sorted((one for one in topics if one.event), key=_day)
    return frame(order, studio, lang) | {
        "events": [_event(one, studio, citing) for one in events],
        "figures": [_figure(one, studio, citing) for one in topics if one.figures],
    }


def _topics(order: Order, lang: str) -> tuple[str, ...]:
    return tuple(one.id for one in topics_of(order.site, lang))


def _day(topic: Topic) -> date:
    return topic.event.date.first if topic.event else date.max


def _with_sources(data: Mapping[str, object], citing: Citing) -> dict[str, object]:
    return {**data, "sources": citing.lines(str(data["lang"]))}


def _spread(items: Sequence[Mapping[str, Any]], pages: int) -> list[Sequence[Mapping[str, Any]]]:
    """Return ``items`` on so many pages, in their order, the longest page as short as can be."""
    ways = combinations(range(1, len(items)), min(pages, len(items)) - 1) if items else [()]
    cuts = min(ways, key=lambda way: max(_lengths(items, way)))
    found = [items[start:end] for start, end in pairwise((0, *cuts, len(items)))]
    return [*found, *([[]] * (pages - len(found)))]


def _lengths(items: Sequence[Mapping[str, Any]], cuts: Sequence[int]) -> Iterator[int]:
    """Yield how long each page is in letters; a heading takes two lines."""
    for start, end in pairwise((0, *cuts, len(items))):
        yield sum(len(str(one.get("text", ""))) + 2 * _LINE for one in items[start:end])


def _event(topic: Topic, studio: Studio, citing: Citing) -> dict[str, object]:
    return {
        "when": topic.when,
        "title": topic.title,
        "text": topic.text,
        "cites": citing.cite(topic.sources),
        "colour": studio.palette(topic.colour)["accent"],
    }


def _figure(topic: Topic, studio: Studio, citing: Citing) -> dict[str, object]:
    return {
        "title": topic.title,
        "cites": citing.cite(topic.sources),
        "colour": studio.palette(topic.colour)["accent"],
        "figures": [
            {"year": one.year, "number": one.number, "unit": one.unit} for one in topic.figures
        ],
    }


def _anniversary(message: Message, studio: Studio, citing: Citing) -> dict[str, str]:
    return {
        "number": message.number,
        "text": message.text,
        "under": message.under,
        "cites": citing.cite(message.sources),
        "colour": studio.palette(message.colour)["accent"],
    }


def _first_questions(order: Order) -> list[QuizItem]:
    return [one for one in order.site.quiz.values() if one.level == 1][:_IN_BOOKLET]
