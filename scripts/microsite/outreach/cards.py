"""Pictures for social networks: each topic in each size, light enough for every network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from microsite.kept import KeptFiles
from microsite.model.activity import ActivityChannel
from microsite.outreach.calendar import calendar_job
from microsite.outreach.captions import captions_of
from microsite.outreach.channel import Job, Made, Order, TooHeavyError
from microsite.outreach.imprint import cloth_line, draft_line, edition_line, source_line
from microsite.outreach.lines import unbroken
from microsite.outreach.studio import Studio, colours_of
from microsite.outreach.topic import Topic, topics_of
from microsite.pictures import few_colours

CHANNEL = "mang-xa-hoi"
WAYS: tuple[ActivityChannel, ...] = ("social",)


@dataclass(frozen=True)
class Size:
    """Pixels, the most bytes, and how much at top and bottom the network's own signs cover."""

    width: int
    height: int
    most_bytes: int
    clear: int = 0

    @property
    def name(self) -> str:
        """How files call the size."""
        return f"{self.width}x{self.height}"


SIZES = (
    Size(1200, 630, 300_000),
    Size(1080, 1080, 500_000),
    Size(1080, 1350, 500_000),
    Size(1080, 1920, 500_000, clear=250),
    Size(1280, 720, 500_000),
)
"""What networks ask for, and the strictest of their limits (O10)."""


def social_jobs(order: Order) -> Sequence[Job]:
    """Return a job for each topic and language, and for the calendar."""
    if order.theme is None:
        return ()
    studio = Studio(order.theme, order.cache)
    jobs: list[Job] = []
    for lang in order.site.settings.languages:
        topics = topics_of(order.site, lang)
        jobs += [_job(order, studio, topic, lang) for topic in topics]
        jobs.append(calendar_job(order, topics, lang, CHANNEL))
    return jobs


def _job(order: Order, studio: Studio, topic: Topic, lang: str) -> Job:
    return Job(f"{lang}/{CHANNEL}/{topic.id}", lambda: _made(order, studio, topic, lang))


def _made(order: Order, studio: Studio, topic: Topic, lang: str) -> Iterator[Made]:
    for size, content in zip(SIZES, draw_cards(order, studio, topic, lang), strict=True):
        yield Made(
            path=f"{lang}/{CHANNEL}/{topic.id}/{topic.id}-{size.name}.png",
            content=content,
            channel=CHANNEL,
            title=topic.title,
            unit="",
            lang=lang,
            sources=topic.sources,
            ways=WAYS,
            tells=(topic.id,),
            facts={"size": size.name},
        )
    yield captions_of(order, topic, lang, CHANNEL)


def draw_cards(order: Order, studio: Studio, topic: Topic, lang: str) -> list[bytes]:
    """Return the topic's picture in each size.

    Raises TooHeavyError when one has more bytes than networks take, TypesetError when words do not
    fit.
    """
    data = _data(order, studio, topic, lang)
    key, kept = studio.key("social.typ", data), KeptFiles(order.cache / "cards")
    names = [f"{key}-{size.name}.png" for size in SIZES]
    if all(name in kept for name in names):
        made = [kept.path(name).read_bytes() for name in names]
    else:
        pages = studio.press("social.typ").png(data, pages=len(SIZES))
        made = [few_colours(page) for page in pages]
        for name, one in zip(names, made, strict=True):
            kept.put(name, one)
    for size, one in zip(SIZES, made, strict=True):
        if len(one) > size.most_bytes:
            name = f"{topic.id}-{size.name}"
            raise TooHeavyError(name, len(one), size.most_bytes)
    return made


def _data(order: Order, studio: Studio, topic: Topic, lang: str) -> dict[str, object]:
    site = order.site
    small = (
        source_line(site, topic.sources, lang, most=2),
        edition_line(order, lang),
        cloth_line(site, topic.band, lang),
        draft_line(site, lang),
    )
    return {
        "sizes": [{"width": one.width, "height": one.height, "clear": one.clear} for one in SIZES],
        "lang": lang,
        "over": topic.over,
        "title": unbroken(topic.title, order, lang),
        "text": unbroken(topic.text, order, lang),
        "when": topic.when,
        "figures": [
            {"year": one.year, "number": one.number, "unit": one.unit} for one in topic.figures
        ],
        "name": site.settings.short_name.told(lang),
        "span": site.settings.span or "",
        "small": " · ".join(part.rstrip(".") for part in small if part),
        "colours": dict(colours_of(studio.palette(topic.colour))),
        "drawings": {
            "band": studio.band(topic.band),
            "ridges": studio.ridges(topic.id, topic.colour),
            "mark": studio.mark(),
        },
    }
