"""Outlines for propagandists: a draft of an office, with questions and sources as appendices."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import partial

from microsite.documents.composing import compose
from microsite.documents.draft import Appendix, Block, Draft, Grid, Listed, Paragraph, Part, Point
from microsite.documents.drawing import draw_composed
from microsite.documents.forms import FORMS_BY_ID
from microsite.documents.frame import blank_letterhead
from microsite.documents.setting import office_press, set_composed
from microsite.model.activity import ActivityChannel
from microsite.model.learning import Question
from microsite.model.outline import OUTLINE_LANG, Outline
from microsite.model.site import Site
from microsite.outreach.channel import Job, Made, Order
from microsite.outreach.citing import cite, on_paper
from microsite.outreach.imprint import draft_line
from microsite.spoken.figures import write_plainly
from microsite.spoken.knowledge import Knowledge
from microsite.spoken.outline import Said, say_all
from microsite.typesetting import Press
from microsite.wording.catalog import Words, load_words

CHANNEL = "de-cuong"
WAYS: tuple[ActivityChannel, ...] = ("speakers",)

_LETTERS = "abcdđeghiklmnopqrstuvxy"  # as Vietnamese documents count
_ROMAN = ("I", "II", "III")


def outline_jobs(order: Order) -> Sequence[Job]:
    """Return a job for each outline; they are for every unit."""
    press = office_press(order.theme, order.cache) if order.theme else None
    outlines = order.site.outlines.values()
    return [Job(one.id, partial(_files, one, order, press)) for one in outlines]


def _files(outline: Outline, order: Order, press: Press | None) -> Iterator[Made]:
    """Yield the outline for Word and, where something is set in type, as PDF of the same lines."""
    paper = compose(draft_of(outline, order))
    yield _made(outline, order, "docx", draw_composed(paper))
    if press is not None:
        yield _made(outline, order, "pdf", set_composed(paper, press))


def _made(outline: Outline, order: Order, suffix: str, content: bytes) -> Made:
    known = order.known
    return Made(
        path=f"{OUTLINE_LANG}/{CHANNEL}/{outline.id}.{suffix}",
        content=content,
        channel=CHANNEL,
        title=outline.title,
        unit="",
        lang=OUTLINE_LANG,
        sources=sources_of(outline, known),
        ways=WAYS,
        tells=tuple(dict.fromkeys(_told_of(outline, known))),
        facts={
            "form": outline.form,
            "minutes": outline.minutes,
            "mark": mark_of(outline, known),
        },
    )


def sources_of(outline: Outline, known: Knowledge) -> tuple[str, ...]:
    """Return the ids of all sources in the order in which they are cited."""
    said = [name for one in _said(outline, known) for name in one.sources]
    asked = [
        name
        for question in questions_of(outline, known)
        for one in (_answer(question, known), *_claims(question, known))
        for name in one.sources
    ]
    return tuple(dict.fromkeys((*said, *asked)))


def questions_of(outline: Outline, known: Knowledge) -> tuple[Question, ...]:
    """Return the questions of an outline that are there."""
    found = (known.entries["questions"].get(name) for name in outline.questions)
    return tuple(one for one in found if isinstance(one, Question))


def mark_of(outline: Outline, known: Knowledge) -> str:
    """Return twelve digits of the hash of all that is told."""
    texts = [one.text for one in _said(outline, known)]
    texts += [question.answer.vi for question in questions_of(outline, known)]
    return hashlib.sha256("\n".join(texts).encode("utf-8")).hexdigest()[:12]


def draft_of(outline: Outline, order: Order) -> Draft:
    """Return the outline as a draft in its form."""
    words, known, settings = load_words(OUTLINE_LANG), order.known, order.site.settings
    head = settings.letterhead(outline.form)
    draft = draft_line(order.site, OUTLINE_LANG)
    notes = [f"({draft})"] if draft else []
    if head is None:
        notes.append(f"({words('outline.no_issuer')})")
    numbers = {name: number for number, name in enumerate(sources_of(outline, known), 1)}
    edition = order.edition
    return Draft(
        form=outline.form,
        head=head or blank_letterhead(FORMS_BY_ID[outline.form]),
        day=edition.day,
        title=words("outline.title"),
        subject=outline.title,
        foot=words(
            "outline.foot",
            version=edition.version,
            day=f"{edition.day:%d/%m/%Y}",
            mark=mark_of(outline, known),
        ),
        blocks=(*_plan(outline, words), *_parts(outline, known, numbers, words)),
        notes=tuple(notes),
        appendices=(
            _answers(outline, known, numbers, words),
            _sources(order.site, numbers, words),
        ),
    )


def _said(outline: Outline, known: Knowledge) -> Iterator[Said]:
    for passage in (outline.opening, *outline.points, outline.closing):
        yield from say_all(passage, known)


def _told_of(outline: Outline, known: Knowledge) -> Iterator[str]:
    """Yield the ids of the events and indicators of an outline."""
    for passage in (outline.opening, *outline.points, outline.closing):
        for told in passage.told:
            yield from told.events
            if told.text is not None:
                exact = write_plainly(told.text, known.indicator).exact
                yield from (one.indicator for one in exact)


def _plan(outline: Outline, words: Words) -> Iterator[Block]:
    """Yield how the time is shared out."""
    yield Paragraph(words("outline.plan", minutes=outline.minutes))
    rows = [(_ROMAN[0], words("outline.part_opening"), f"{outline.opening.minutes}")]
    for number, point in enumerate(outline.points, 1):
        part = _ROMAN[1] if number == 1 else ""
        rows.append((part, f"{number}. {point.heading}", f"{point.minutes}"))
    rows += [
        (_ROMAN[2], words("outline.part_closing"), f"{outline.closing.minutes}"),
        ("", words("outline.plan_discussion"), f"{outline.discussion}"),
        ("", words("outline.plan_total"), f"{outline.planned}"),
    ]
    head = [words(f"outline.plan_{name}") for name in ("part", "what", "minutes")]
    yield Grid(head, rows, (2, 12, 3), ("center", "left", "right"), has_total=True)


def _parts(
    outline: Outline, known: Knowledge, numbers: dict[str, int], words: Words
) -> Iterator[Block]:
    def part(index: int, name: str) -> Part:
        label = words("document.part", number=_ROMAN[index])
        return Part(label, words(f"outline.part_{name}"))

    yield part(0, "opening")
    for one in say_all(outline.opening, known):
        yield Paragraph(cite(one, numbers))
    yield part(1, "points")
    for number, point in enumerate(outline.points, 1):
        yield Point(
            words("outline.point", number=number, heading=point.heading, minutes=point.minutes)
        )
        for index, one in enumerate(say_all(point, known)):
            rounds, place = divmod(index, len(_LETTERS))
            letter = _LETTERS[place] * (rounds + 1)  # aa follows y
            yield Paragraph(words("outline.statement", letter=letter, text=cite(one, numbers)))
    yield part(2, "closing")
    for one in say_all(outline.closing, known):
        yield Paragraph(cite(one, numbers))


def _answers(outline: Outline, known: Knowledge, numbers: dict[str, int], words: Words) -> Appendix:
    """Return the questions with their answers and, where sources differ, every reading."""
    blocks: list[Block] = [Paragraph(words("outline.page"))]
    for number, question in enumerate(questions_of(outline, known), 1):
        asked = words("outline.asked", number=number, question=question.question.vi)
        blocks.append(Point(asked))
        blocks.append(Paragraph(cite(_answer(question, known), numbers)))
        claims = [cite(one, numbers) for one in _claims(question, known)]
        if claims:
            blocks.append(Paragraph(words("outline.differ", claims="; ".join(claims) + ".")))
    label = words("document.appendix", number=_ROMAN[0])
    return Appendix(label, words("outline.answers"), tuple(blocks))


def _answer(question: Question, known: Knowledge) -> Said:
    plain = write_plainly(question.answer.vi, known.indicator)
    return Said(plain.text, tuple(dict.fromkeys((*plain.sources, *question.sources))))


def _claims(question: Question, known: Knowledge) -> list[Said]:
    """Return every reading of a question, without its stop, to stand in one line."""
    found: list[Said] = []
    for one in question.readings:
        plain = write_plainly(one.claim.vi, known.indicator)
        sources = tuple(dict.fromkeys((*plain.sources, *one.sources)))
        found.append(Said(plain.text.rstrip("."), sources))
    return found


def _sources(site: Site, numbers: dict[str, int], words: Words) -> Appendix:
    listed = [
        Listed(f"[{number}]", words("outline.source", told=on_paper(site.sources[name]), id=name))
        for name, number in numbers.items()
    ]
    label = words("document.appendix", number=_ROMAN[1])
    cited = Paragraph(words("outline.cite"))
    return Appendix(label, words("outline.sources"), (cited, *listed))
