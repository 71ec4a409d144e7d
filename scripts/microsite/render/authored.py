"""Authored Markdown with its marks drawn and its source notes at the end."""

from __future__ import annotations

import re

from microsite.marks import outside_code, parse_block, strip_inline
from microsite.model.page import AuthoredPage
from microsite.render.context import Context
from microsite.render.directives import draw_directive
from microsite.render.environment import fill
from microsite.render.terms import draw_terms
from microsite.wording.fold import slugify

_WORDS_A_MINUTE = 200
_WORD = re.compile(r"\w+")
_HEADING = re.compile(r"^(?P<marks>#{2,6})\s+(?P<text>.*?)(?:\s*\{#(?P<id>[^}\s]+)\s*\})?\s*$")


def draw_page(page: AuthoredPage, context: Context, *, with_addresses: bool = True) -> str:
    """Return the page's staged Markdown: body and source notes, with the sources' addresses."""
    body = draw_body(page.body, context)
    notes = draw_notes(context, with_addresses=with_addresses)
    return f"{body}\n\n{draw_terms(page.body, context)}\n\n{notes}"


def reading_minutes(body: str) -> int:
    """Return how many minutes the words of a page take; what directives show is not counted."""
    lines = (line for line, outside in outside_code(body.split("\n")) if outside)
    said = " ".join(strip_inline(line) for line in lines if parse_block(line) is None)
    return max(1, round(len(_WORD.findall(said)) / _WORDS_A_MINUTE))


def draw_body(body: str, context: Context, *, under: str = "") -> str:
    """Draw directives, citations and figures; give every heading an ASCII anchor.

    With ``under``, an anchor, the body becomes part of a longer page: its headings go one level
    down and their anchors begin with it.
    """
    lines: list[str] = []
    anchors: dict[str, int] = {}
    for line, outside in outside_code(body.split("\n")):
        directive = parse_block(line) if outside else None
        if directive is not None:
            lines += ["", draw_directive(context, directive), ""]
        elif outside:
            drawn = context.whole(context.expand(line), title=line.startswith("#"))
            lines.append(_heading(drawn, line, anchors, under))
        else:
            lines.append(line)
    return "\n".join(lines).strip()


def draw_notes(context: Context, *, with_addresses: bool = True) -> str:
    """Return the numbered source notes of everything the page has cited so far.

    Without addresses a note leads to the register only, which has the address of the original.
    """
    numbers = context.notes.numbers
    if not numbers:
        return ""
    sources = [context.site.sources[name] for name in numbers]
    slots = {"sources": sources, "with_addresses": with_addresses}
    return fill("notes.md", c=context, w=context.words, **slots)


def _heading(drawn: str, line: str, anchors: dict[str, int], under: str) -> str:
    found = _HEADING.match(line)
    if found is None:
        return drawn
    anchor = found["id"] or slugify(strip_inline(found["text"])) or "muc"
    anchors[anchor] = anchors.get(anchor, 0) + 1
    if anchors[anchor] > 1:
        anchor = f"{anchor}-{anchors[anchor]}"
    words = re.sub(r"\s*\{#[^}\s]+\s*\}\s*$", "", drawn)
    return f"#{words} {{#{under}-{anchor}}}" if under else f"{words} {{#{anchor}}}"
