"""The page that leads to the files in a folder; it works from a USB stick and asks nobody else."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from importlib.resources import files

from microsite.wording.catalog import Words

_HERE = files("microsite.documents")


def page_style() -> bytes:
    """Return the style sheet of the page."""
    return (_HERE / "page.css").read_bytes()


def lead_to_files(head: Sequence[str], inside: str, style: str, words: Words) -> str:
    """Return the page: ``head`` is its title, whose the files are, and their version; ``inside`` is
    HTML between that and the ways to the list and the checksums; ``style`` lies beside it.
    """
    title, name, version = map(escape, head)
    return (
        (_HERE / "page.html")
        .read_text(encoding="utf-8")
        .format(
            lang=words.lang,
            style=style,
            title=title,
            name=name,
            version=version,
            inside=inside,
            list=escape(words("outreach.list")),
            sums=escape(words("outreach.sums")),
        )
    )
