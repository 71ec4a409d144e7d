"""What a page needs while it is written: language, address, notes, and the whole site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property

from markupsafe import Markup, escape

from microsite.charts import ChartCache
from microsite.kept import key_of
from microsite.marks import Citation, Figure, parse_inline
from microsite.model.base import Localized, LocalizedProse
from microsite.model.edtf import Edtf, Moment
from microsite.model.indicator import Indicator, Reading
from microsite.model.places import html_path, relative_path
from microsite.model.site import Site
from microsite.pictures import Picture
from microsite.render.backlinks import Backlinks
from microsite.render.kit_file import KitFile
from microsite.render.notes import Notes
from microsite.render.registers import Registers
from microsite.render.whole import keep_whole
from microsite.wording.catalog import Words
from microsite.wording.dates import format_day, format_interval, format_moment
from microsite.wording.numbers import format_number

_MARKDOWN_MARKS = str.maketrans({mark: f"&#{ord(mark)};" for mark in "\\`*_[]!"})


@dataclass(frozen=True)
class Shared:
    """What all pages of a build share: all but the texts of authored pages, which are empty here.

    ``offers`` says whether the files for others lie beside the pages: not on a kiosk, in a preview
    or while the project is being written. ``kit`` are the files of the outreach kit among them.
    """

    site: Site
    backlinks: Backlinks
    registers: Registers
    charts: ChartCache
    pictures: Mapping[str, Picture] = field(default_factory=dict[str, Picture])
    titles: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])
    names: frozenset[str] = frozenset()
    offers: bool = False
    kit: tuple[KitFile, ...] = ()

    @cached_property
    def linked(self) -> str:
        """The hash of what all pages know of the texts of others: who shows which indicators."""
        return key_of(repr(sorted(self.backlinks.pages.items()))).hex()


@dataclass(frozen=True)
class Context:
    """One page being written.

    ``words`` is the language of its text, ``folder`` the language whose tree it lies in: they
    differ on a page that falls back to the source language. ``written`` is the Markdown that
    somebody wrote for it, ``stale`` has language and path of those of its texts whose source has
    changed since they were translated. ``shown`` are the pictures so far.
    """

    shared: Shared
    path: str
    words: Words
    folder: str
    written: str = ""
    stale: frozenset[tuple[str, str]] = frozenset()
    notes: Notes = field(default_factory=Notes)
    shown: list[str] = field(default_factory=list)

    @property
    def site(self) -> Site:
        """The whole site."""
        return self.shared.site

    def url(self, path: str, anchor: str = "") -> str:
        """Return the address of another page of the same language, relative to this one."""
        relative = relative_path(html_path(path), self.path.rpartition("/")[0])
        return relative + (f"#{anchor}" if anchor else "")

    def asset_url(self, path: str) -> str:
        """Return the address of a file that all languages share, relative to this page."""
        default = self.site.settings.default_lang
        here = self.path if self.folder == default else f"{self.folder}/{self.path}"
        return relative_path(path, here.rpartition("/")[0])

    def entry_url(self, collection: str, identifier: str) -> str:
        """Return the address at which an entry can be read."""
        path, anchor = self.shared.registers.place(collection, identifier)
        return self.url(path, anchor)

    def withdraws(self, path: str) -> bool:
        """Whether the page at ``path`` is withdrawn, so that no list should name it."""
        return self.site.settings.withdraws(path.partition("#")[0])

    def withdraws_entry(self, collection: str, identifier: str) -> bool:
        """Whether the page on which an entry stands is withdrawn."""
        place = self.shared.registers.places.get((collection, identifier))
        return place is not None and self.withdraws(place[0])

    def plain(self, words: Localized) -> str:
        """Return the words in the page's language, or in the source language."""
        return words.told(self.words.lang)

    def title(self, words: Localized) -> str:
        """Return plain words for a heading: no line cuts a name or a number from its unit."""
        return self.whole(self.plain(words), title=True)

    def whole(self, text: str, *, title: bool = False) -> str:
        """Return text or HTML in the page's language, its names and numbers kept whole."""
        return keep_whole(text, self.shared.names, self.words, title=title)

    def text(self, words: Localized) -> Markup:
        """Return escaped words, marked with their language when they are not translated."""
        prose = isinstance(words, LocalizedProse)
        value = words.get(self.words.lang)
        written = words.vi if value is None else value
        html = self.prose(written) if prose else escape(self.whole(written))
        return html if value is not None else Markup('<span lang="vi">{}</span>').format(html)

    def prose(self, text: str) -> Markup:
        """Return escaped text with its citations and figures drawn."""
        return Markup(self.whole(Markup("").join(self._pieces(text, escape, Markup))))

    def expand(self, markdown: str) -> str:
        """Return a line of Markdown with its citations and figures drawn and the rest as it was."""
        return "".join(self._pieces(markdown, Markup, _out_of_markdown))

    def _pieces(
        self, text: str, outside: Callable[[str], Markup], drawn: Callable[[Markup], Markup]
    ) -> Iterable[Markup]:
        at = 0
        for mark in parse_inline(text):
            before = text[at : mark.start]
            yield outside(before.rstrip() if isinstance(mark, Citation) else before)
            html = self.cite(mark.sources) if isinstance(mark, Citation) else self._figure(mark)
            yield drawn(html)
            at = mark.end
        yield outside(text[at:])

    def cite(self, sources: Iterable[str]) -> Markup:
        """Return the source marks for ``sources``, as links to the notes at the end of the page."""
        numbers = map(self.notes.number, dict.fromkeys(sources))
        marks = " ".join(_mark_of(number, self.words) for number in numbers)
        return Markup(f'<sup class="ms-cite">{marks}</sup>')

    def say(self, words: Localized) -> str:
        """Return prose as plain text: its figures written out, its citations left out."""
        return self.said(self.plain(words))

    def said(self, text: str) -> str:
        """Return text with its figures written out and its citations left out."""
        parts: list[str] = []
        at = 0
        for mark in parse_inline(text):
            before = text[at : mark.start]
            if isinstance(mark, Figure):
                parts += [before, str(Markup(self._written(mark)[2]).striptags())]
            else:
                parts.append(before.rstrip())
            at = mark.end
        return "".join([*parts, text[at:]]).strip()

    def _figure(self, mark: Figure) -> Markup:
        indicator, reading, written = self._written(mark)
        link = Markup('<a class="ms-figure" href="{}">{}</a>')
        return link.format(self.entry_url("indicators", indicator.id), written) + self.cite(
            reading.cited
        )

    def _written(self, mark: Figure) -> tuple[Indicator, Reading, str]:
        indicator = self.site.indicators[mark.indicator]
        reading = indicator.reading(int(mark.options["year"]))
        if reading is None:
            raise KeyError(mark.indicator)
        unit = mark.options.get("unit") != "no"
        written: str = self.quantity(indicator, reading, unit=unit, qualifier=False)
        said = self.words(f"qualifier.{reading.qualifier}")
        if said and mark.options.get("qualifier") != "no":
            written = Markup("<span>{}</span>\u00a0{}").format(said, written)
        return indicator, reading, written

    def quantity(
        self, indicator: Indicator, reading: Reading, *, unit: bool = True, qualifier: bool = True
    ) -> str:
        """Write a reading: “trên 97%”, “47,2 triệu đồng/người/năm”."""
        parts = [self.words(f"qualifier.{reading.qualifier}")] if qualifier else []
        written = self.number(reading.value, indicator.decimals)
        name = self.plain(indicator.unit)
        if unit and name.startswith("%"):
            parts.append(written + name)
        else:
            parts += [written, name] if unit else [written]
        return "\u00a0".join(part for part in parts if part)

    def number(self, value: float, decimals: int = 2) -> str:
        """Write a number in the page's language."""
        return format_number(value, self.words.lang, decimals=decimals)

    def when(self, when: Edtf) -> str:
        """Write a date or interval in the page's language; no line begins with its dash."""
        if not when.is_interval:
            return self._moment(when.start)
        start, end = self._moment(when.start), self._moment(when.end)
        return self.whole(format_interval(start, end, when.end_bound, self.words))

    def day(self, day: date) -> str:
        """Write a day in the page's language."""
        return format_day(day, self.words.lang)

    def _moment(self, moment: Moment | None) -> str:
        if moment is None:
            return ""
        return format_moment(moment.year, moment.month, moment.day, self.words, circa=moment.circa)


@cache  # an article has a hundred of them, and all have the same
def _mark_of(number: int, words: Words) -> str:
    label = escape(words("page.source_number", number=number))
    return f'<a href="#n{number}" aria-label="{label}">{number}</a>'


def _out_of_markdown(html: Markup) -> Markup:
    """Write what Markdown would read as a mark as character references."""
    return Markup(html.translate(_MARKDOWN_MARKS))
