"""The list of changes, the page for what is not in the preview, and the bar on its pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from microsite.preview.bundle import PAGES
from microsite.preview.compare import Change
from microsite.preview.revision import Revision
from microsite.wording.catalog import load_words

# of one page; more are read on the page itself
_SPOTS = 12

_BAR = Markup(
    '<aside class="ms-preview" lang="{lang}"><p>{text} <a href="{{list}}">{way}</a></p></aside>'
)


def draw_list(
    changes: Sequence[Change], revision: Revision, languages: Iterable[str], lang: str
) -> str:
    """Return the page that the preview opens with, in the language ``lang``."""
    counts = {
        what: sum(change.what == what for change in changes)
        for what in ("added", "changed", "removed")
    }
    written = [change for change in changes if not change.follows]
    groups = [
        (code, what, found)
        for code in languages
        for what in ("changed", "added", "removed")
        if (found := [one for one in written if (one.lang, one.what) == (code, what)])
    ]
    return _fill(
        "list.html",
        lang=lang,
        groups=groups,
        counts=counts,
        followers=[change for change in changes if change.follows],
        revision=revision,
        most=_SPOTS,
        folder=PAGES,
    )


def draw_outside(languages: Iterable[str]) -> str:
    """Return the page that stands for every page that is not in the preview."""
    return _fill("outside.html", languages=tuple(languages))


def draw_bar(lang: str) -> str:
    """Return what every page of the preview begins with; ``{list}`` is the way to the list."""
    words = load_words(lang)
    return str(_BAR.format(lang=lang, text=words("preview.bar"), way=words("preview.to_list")))


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("microsite.preview"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _fill(template: str, **values: object) -> str:
    return _environment().get_template(template).render(words=load_words, **values)
