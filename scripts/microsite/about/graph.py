"""JSON-LD: a page as a part of the web of data (S3).

No SearchAction: search needs scripts here. No ClaimReview: what it was for is gone (S4). Lists and
the timeline name no entries: their own pages and the open data do, and a phone pays for each word.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from microsite.about.contents import Contents
from microsite.about.nodes import Node, about_event, describe, sound, still
from microsite.about.subject import Subject

_HOME = "index.md"


def linked_data(subject: Subject, contents: Contents) -> str:
    """Return the graph of a page as a data block: no browser runs it, so no policy forbids it."""
    said = {"@context": "https://schema.org", "@graph": list(_graph(subject, contents))}
    text = json.dumps(_without_empty(said), ensure_ascii=False, separators=(",", ":"))
    # nothing in it can end the block, and no reader of HTML sees an element or a comment in it
    safe = text.replace("<", "\\u003c").replace(">", "\\u003e")
    return f'<script type="application/ld+json">{safe}</script>'


def _graph(subject: Subject, contents: Contents) -> Iterator[Node]:
    is_home = subject.kind == "home"
    yield _page(subject, contents)
    yield from _owner(subject, whole=is_home)
    if is_home:
        yield _website(subject)
    else:
        yield _crumbs(subject)


def _page(subject: Subject, contents: Contents) -> Node:
    page = subject.page
    own = subject.url(subject.built)
    node: Node = {
        "@type": "WebPage",
        "@id": own,
        "url": own,
        "name": subject.title,
        "description": subject.description,
        "inLanguage": subject.lang,
        "isPartOf": {"@id": _site_id(subject)},
        "publisher": {"@id": _owner_id(subject)},
        "image": subject.picture.url if subject.picture else None,
        "datePublished": page.meta.get("published"),
        "dateModified": page.meta.get("reviewed"),
    }
    if subject.kind == "home":
        node["about"] = about_event(subject)
    else:
        node |= describe(subject, contents)
    media = [still(subject, *one) for one in contents.photos(page)]
    media += [sound(subject, one) for one in contents.recordings(page)]
    return {**node, "associatedMedia": media} if media else node


def _website(subject: Subject) -> Node:
    settings = subject.settings
    return {
        "@type": "WebSite",
        "@id": _site_id(subject),
        "url": subject.url(subject.built_of(_HOME)),
        "name": subject.say(settings.name),
        "alternateName": subject.say(settings.short_name),
        "description": subject.say(settings.description),
        "inLanguage": list(settings.languages),
        "publisher": {"@id": _owner_id(subject)},
    }


def _owner(subject: Subject, *, whole: bool) -> Iterator[Node]:
    owner = subject.settings.owner
    node: Node = {
        "@type": "GovernmentOrganization",
        "@id": _owner_id(subject),
        "name": subject.say(owner.name),
    }
    if whole:  # the rest stands once, on the first page
        node |= {
            "address": owner.address,
            "telephone": owner.phone,
            "email": owner.email,
            "url": owner.portal,
        }
    yield node


def _crumbs(subject: Subject) -> Node:
    """Return the way from the first page, as the page shows it."""
    steps = [(subject.say(subject.settings.short_name), _HOME)]
    section = subject.section
    if section and section.pages[0] != subject.page.path:
        steps.append((subject.say(section.title), section.pages[0]))
    steps.append((subject.title, subject.page.path))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": name,
                "item": {"@id": subject.url(subject.built_of(path))},
            }
            for position, (name, path) in enumerate(steps, 1)
        ],
    }


def _site_id(subject: Subject) -> str:
    return subject.url(subject.built_of(_HOME, subject.settings.default_lang)) + "#site"


def _owner_id(subject: Subject) -> str:
    return subject.url(subject.built_of(_HOME, subject.settings.default_lang)) + "#owner"


def _without_empty(value: object) -> object:
    """Return ``value`` without properties that say nothing."""
    if isinstance(value, dict):
        kept = {name: _without_empty(inner) for name, inner in value.items()}
        return {name: inner for name, inner in kept.items() if inner not in (None, "", [], {})}
    if isinstance(value, list):
        return [_without_empty(inner) for inner in value]
    return value
