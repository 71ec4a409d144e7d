"""The one true address of a page and those of its translations (S7)."""

from __future__ import annotations

from collections.abc import Iterator

from microsite.about.subject import Subject
from microsite.about.tag import tag


def links(subject: Subject) -> Iterator[str]:
    """Yield the links. A page that shows another language's text leads to the original."""
    path, default = subject.page.path, subject.settings.default_lang
    if fallback := subject.page.meta.get("fallback"):
        original = subject.built_of(path, str(fallback))
        yield tag("link", rel="canonical", href=subject.url(original))
        return
    whole = subject.settings.web_address
    if not (own := whole(subject.built)):
        return
    yield tag("link", rel="canonical", href=own)
    if len(subject.versions) > 1:
        for lang in subject.versions:
            href = whole(subject.built_of(path, lang))
            yield tag("link", rel="alternate", hreflang=lang, href=href)
        href = whole(subject.built_of(path, default))
        yield tag("link", rel="alternate", hreflang="x-default", href=href)
