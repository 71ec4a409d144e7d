"""A photograph as a page shows it: the kinds and widths from which a browser takes one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from microsite.model.media import Photo
from microsite.pictures import Rendition
from microsite.render.context import Context

# the last kind is for the browsers that know no other
_BETTER = ("avif", "webp")
_KNOWN = "jpg"


@dataclass(frozen=True)
class Source:
    """The files of one kind, for browsers that read it."""

    type: str
    srcset: str


@dataclass(frozen=True)
class Shown:
    """What stands in the page for one photograph; only the first of a page is fetched at once."""

    sources: tuple[Source, ...]
    src: str
    srcset: str
    width: int
    height: int
    is_first: bool


def show_picture(context: Context, photo: Photo) -> Shown:
    """Return the files of ``photo`` with their addresses on this page."""
    picture = context.shared.pictures[photo.id]
    known = picture.of(_KNOWN)
    context.shown.append(photo.id)
    return Shown(
        tuple(Source(f"image/{kind}", _srcset(context, picture.of(kind))) for kind in _BETTER),
        _url(context, known[0]),
        _srcset(context, known),
        picture.width,
        picture.height,
        len(context.shown) == 1,
    )


def _srcset(context: Context, files: Iterable[Rendition]) -> str:
    return ", ".join(f"{_url(context, one)} {one.width}w" for one in files)


def _url(context: Context, one: Rendition) -> str:
    return context.asset_url(f"assets/{one.name}")
