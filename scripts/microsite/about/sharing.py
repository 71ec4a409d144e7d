"""Open Graph: what stands beside a link in a message (S1). Those who ask run no scripts."""

from __future__ import annotations

from collections.abc import Iterator

from microsite.about.subject import Subject
from microsite.about.tag import tag

# the country is a part of the name there; English is written as in Britain
_LOCALES = {"vi": "vi_VN", "en": "en_GB"}


def open_graph(subject: Subject) -> Iterator[str]:
    """Yield the properties of a page."""
    for name, value in _properties(subject):
        yield tag("meta", property=name, content=value)


def _properties(subject: Subject) -> Iterator[tuple[str, str]]:
    name = subject.say(subject.settings.short_name)
    is_article = "published" in subject.page.meta and subject.kind in ("article", "landing")
    yield "og:title", subject.title
    if subject.description:
        yield "og:description", subject.description
    yield "og:type", "article" if is_article else "website"
    yield "og:site_name", name
    yield "og:locale", _LOCALES[subject.lang]
    for lang in subject.versions:
        if lang != subject.lang:
            yield "og:locale:alternate", _LOCALES[lang]
    if own := subject.settings.web_address(subject.built):
        yield "og:url", own
    if subject.picture:
        yield "og:image", subject.picture.url
        yield "og:image:width", str(subject.picture.width)
        yield "og:image:height", str(subject.picture.height)
        yield (
            "og:image:alt",
            subject.title if subject.kind == "home" else f"{subject.title} – {name}",
        )
    if is_article:
        yield "article:published_time", str(subject.page.meta["published"])
        yield "article:modified_time", str(subject.page.meta["reviewed"])
