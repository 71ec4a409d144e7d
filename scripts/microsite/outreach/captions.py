"""Words beside a picture, cut to what each network takes: a text file for each topic."""

from __future__ import annotations

from microsite.model.campaign import Platform
from microsite.outreach.channel import Made, Order
from microsite.outreach.imprint import draft_line, edition_line, source_line
from microsite.outreach.topic import Topic
from microsite.wording.catalog import Words, load_words
from microsite.wording.numbers import format_number


class TooLongError(Exception):
    """A caption does not fit a network even without all that may be left out."""


def captions_of(order: Order, topic: Topic, lang: str, channel: str) -> Made:
    """Return the file with the captions of a topic."""
    return Made(
        path=f"{lang}/{channel}/{topic.id}/{topic.id}-loi-dang.txt",
        content=_file(order, topic, lang).encode("utf-8-sig"),
        channel=channel,
        title=topic.title,
        unit="",
        lang=lang,
        sources=topic.sources,
        ways=("social",),
        tells=(topic.id,),
    )


def caption(order: Order, topic: Topic, platform: Platform, lang: str) -> str:
    """Return the caption of ``topic`` on ``platform``, at most as long as the network takes.

    Left out when it is too long, in this order: sentences from the end of the text, the address.
    Title, figures and source always stand. Raises TooLongError when those do not fit.
    """
    settings = order.site.settings
    tags = " ".join(settings.outreach.hashtags[: platform.hashtags])
    source = source_line(order.site, topic.sources, lang, most=2)
    note = draft_line(order.site, lang)
    sentences = _sentences(topic.text)
    for address in dict.fromkeys((settings.address or "", "")):
        for count in range(len(sentences), -1, -1):
            parts = (_lead(topic, lang), " ".join(sentences[:count]), source, note, address, tags)
            said = "\n\n".join(part for part in parts if part)
            if len(said) <= platform.letters:
                return said
    message = f"{topic.id}: {platform.name}, {platform.letters}"
    raise TooLongError(message)


def _lead(topic: Topic, lang: str) -> str:
    words = load_words(lang)
    if topic.kind == "event":
        return f"{topic.when}: {topic.title}."
    values = (words("social.in_year", year=one.year, value=one.written) for one in topic.figures)
    return f"{topic.title}: {'; '.join(values)}."


def _sentences(text: str) -> list[str]:
    return [f"{one.rstrip('.')}." for one in text.split(". ") if one]


def _file(order: Order, topic: Topic, lang: str) -> str:
    words, settings = load_words(lang), order.site.settings
    blocks = [topic.title, edition_line(order, lang)]
    for platform in settings.outreach.platforms:
        said = caption(order, topic, platform, lang)
        blocks.append(f"{_heading(words, platform, said)}\n\n{said}")
    return "\r\n\r\n".join(blocks).replace("\r\n", "\n").replace("\n", "\r\n") + "\r\n"


def _heading(words: Words, platform: Platform, said: str) -> str:
    count = format_number(len(said), words.lang)
    most = format_number(platform.letters, words.lang)
    return words("social.counted", name=platform.name, count=count, most=most)
