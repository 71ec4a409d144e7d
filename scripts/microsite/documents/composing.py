"""A draft to the lines of its paper, each with its role, before Word or the press draws them.

Whatever a document says is decided here, so that its two files cannot say different things.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from microsite.documents.draft import (
    Block,
    Draft,
    Grid,
    Listed,
    Paragraph,
    Part,
    Picture,
    Point,
)
from microsite.documents.forms import FORMS_BY_ID, Form, Paper
from microsite.documents.frame import letterhead, sign_off
from microsite.documents.lines import Element, Line, Rule
from microsite.documents.widths import width_of

_SUBJECT_RULE = 0.4  # of the length of the line above: between a third and a half


@dataclass(frozen=True)
class Composed:
    """A paper ready to be drawn.

    Each section begins on a page of its own, its pages are numbered from 1, the first page has no
    number (W3), and ``foot`` stands at the foot of every page.
    """

    paper: Paper
    title: str
    author: str
    day: date
    foot: str
    sections: tuple[tuple[Element, ...], ...]


def compose(draft: Draft) -> Composed:
    """Return all that ``draft`` says, in its form."""
    form = FORMS_BY_ID[draft.form]
    *before, last = (letterhead(draft, form), *_title(draft, form), *_blocks(draft.blocks))
    # nobody signs a page on which nothing else stands
    kept = replace(last, keeps=True) if isinstance(last, Line) else last
    appendices = (
        (
            Line("appendix", one.label),
            Line("appendix-title", one.title.upper()),
            *_blocks(one.blocks),
        )
        for one in draft.appendices
    )
    return Composed(
        form,
        f"{draft.title}: {draft.subject}",
        draft.head.issuer,
        draft.day,
        draft.foot,
        ((*before, kept, Line("gap", "", keeps=True), sign_off(draft, form)), *appendices),
    )


def _title(draft: Draft, form: Form) -> Iterator[Element]:
    yield Line("title", draft.title.upper())
    yield Line("subject", draft.subject)
    if form.id == "nd30":
        last = width_of(draft.subject, form.looks["subject"].size)
        yield Rule(min(last, form.room) * _SUBJECT_RULE, form.room)
    else:
        yield Line("dashes", "-----")
    for note in draft.notes:
        yield Line("note", note)


def _blocks(blocks: Iterable[Block]) -> Iterator[Element]:
    for block in blocks:
        match block:
            case Part():
                yield Line("part", block.label)
                yield Line("part-title", block.title.upper())
            case Point():
                yield Line("point", block.text)
            case Paragraph():
                yield Line("body", block.text)
            case Listed():
                yield Line("source", f"{block.number}\t{block.text}")
            case Grid():
                yield block
                yield Line("gap", "")
            case Picture():
                yield block
                yield Line("caption", block.caption)
