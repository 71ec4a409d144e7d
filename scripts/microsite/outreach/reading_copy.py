"""A script to the document that a reader holds: large letters, then exact figures and sources."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt, RGBColor

from microsite.documents.word import document_bytes, new_document, number_pages, write
from microsite.model.bulletin import LOUDSPEAKER_LANG
from microsite.model.site import Site
from microsite.model.source import Source
from microsite.outreach.citing import names_of
from microsite.spoken.script import Edition, Line, Script
from microsite.wording.catalog import load_words

_READ, _SMALL = 16, 12  # points: what is read aloud, and what is not
_START = 8  # words by which a reader finds a sentence again
_GREY = RGBColor(0x55, 0x55, 0x55)
# what stands over the lines of a kind; kinds that follow each other under one name share it
_HEADS = {
    "greeting": "greeting",
    "sign": "greeting",
    "headline": "headline",
    "key": "key",
    "part": "body",
    "body": "body",
    "recall": "repeat",
    "repeat": "repeat",
    "source": "closing",
    "closing": "closing",
    "replay": "closing",
    "edition": "closing",
}


def reading_copy(script: Script, site: Site, edition: Edition, mark: str) -> bytes:
    """Return the document of ``script``; ``mark`` is the hash that its text has too."""
    settings = site.settings
    document = new_document(script.bulletin.title, settings.owner.name.vi, edition.day)
    _frame(document, script, site, edition, mark)
    for head, lines in groupby(script.lines, key=lambda line: _HEADS[line.kind]):
        _label(document, load_words(LOUDSPEAKER_LANG)(f"loudspeaker.head.{head}"))
        for line in lines:
            _spoken(document, line)
    _notes(document, script, site)
    return document_bytes(document)


def _frame(document: Document, script: Script, site: Site, edition: Edition, mark: str) -> None:
    """Say what this is: draft or not, title, station, length, version, hash."""
    words = load_words(LOUDSPEAKER_LANG)
    if not site.settings.owner.approved:
        draft = document.add_paragraph()
        draft.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        write(draft, words("loudspeaker.draft"), 14, bold=True)
        note = document.add_paragraph()
        note.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        write(note, site.settings.unapproved_note.vi, _SMALL, italic=True)
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    write(title, script.bulletin.title, 18, bold=True)
    minutes, seconds = divmod(script.seconds, 60)
    about = document.add_paragraph()
    about.alignment = WD_ALIGN_PARAGRAPH.CENTER
    write(
        about,
        words(
            "loudspeaker.about",
            unit=site.units[script.station.unit].latest.name.vi,
            minutes=script.minutes,
            length=f"{minutes}:{seconds:02}",
            syllables=script.syllables,
        ),
        _SMALL,
    )
    foot = document.sections[0].footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    said = words(
        "loudspeaker.foot", version=edition.version, day=f"{edition.day:%d/%m/%Y}", mark=mark
    )
    write(foot, said, 11)
    write(document.sections[0].first_page_footer.paragraphs[0], said, 11)
    document.sections[0].first_page_footer.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    # the first page has no number (W3)
    document.sections[0].different_first_page_header_footer = True
    number_pages(document.sections[0].header.paragraphs[0])


def _label(document: Document, text: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(10), Pt(2)
    write(paragraph, text, _SMALL, bold=True)
    paragraph.runs[0].font.color.rgb = _GREY


def _spoken(document: Document, line: Line) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.line_spacing = 1.4
    paragraph.paragraph_format.widow_control = True
    write(paragraph, line.spoken, _READ, bold=line.kind in ("key", "repeat", "part"))


def _notes(document: Document, script: Script, site: Site) -> None:
    """Add what is not read: exact figures, which sentence rests on which source, the sources."""
    words = load_words(LOUDSPEAKER_LANG)
    numbers = {name: number for number, name in enumerate(script.sources, 1)}
    if script.exact:
        _label(document, words("loudspeaker.exact"))
    for figure in script.exact:
        cited = ", ".join(f"[{numbers[name]}]" for name in figure.sources)
        name = site.indicators[figure.indicator].name.vi
        _small(document, f"{name}, {figure.year}: {figure.written} {cited}")
    _label(document, words("loudspeaker.sentences"))
    for line in script.lines:
        if line.sources and line.kind != "repeat":
            start = " ".join(line.written.split()[:_START]).rstrip(" .,!?")
            cited = ", ".join(f"[{numbers[name]}]" for name in line.sources)
            _small(document, f"{start}…: {cited}")
    _label(document, words("loudspeaker.sources"))
    for name, number in numbers.items():
        _small(document, f"[{number}] " + ". ".join(_told(site.sources[name])))


def _told(source: Source) -> Iterator[str]:
    yield from names_of(source)
    if source.url and source.public_link:
        yield source.url


def _small(document: Document, text: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(2)
    write(paragraph, text, 11)
