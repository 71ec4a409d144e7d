"""Links to the glossary, and the meaning of each word beside the page that uses it."""

from __future__ import annotations

import posixpath
import re

from microsite.marks import strip_inline
from microsite.model.learning import Term
from microsite.render.context import Context
from microsite.render.environment import fill

_LINK = re.compile(r"\]\((?P<page>[^)#\s]+)#(?P<id>[^)\s]+)\)")


def draw_terms(body: str, context: Context) -> str:
    """Return the hidden meanings of the glossary terms that ``body`` links to.

    A script shows one beside the word; without scripts the link leads to the glossary.
    """
    terms = linked_terms(body, context)
    if not terms:
        return ""
    glossary = context.site.settings.addresses.glossary
    meanings = [(term, strip_inline(context.plain(term.definition))) for term in terms]
    return fill(
        "terms.html", c=context, w=context.words, page=context.url(glossary), meanings=meanings
    )


def linked_terms(body: str, context: Context) -> list[Term]:
    """Return the terms that Markdown links in ``body`` lead to, each once."""
    folder = posixpath.dirname(context.path)
    glossary = context.site.settings.addresses.glossary
    found = [
        match["id"]
        for match in _LINK.finditer(body)
        if posixpath.normpath(posixpath.join(folder, match["page"])) == glossary
    ]
    known = context.site.glossary
    return [known[name] for name in dict.fromkeys(found) if name in known]
