"""Photographs as they come from a phone to pictures that a page can show.

The only part that knows the imaging library. Pure but for the files and the cache passed in.
"""

from __future__ import annotations

from microsite.pictures.album import Picture, Rendition, make_pictures
from microsite.pictures.flatten import few_colours
from microsite.pictures.header import Flaw, Header, day_taken, read_header

__all__ = [
    "Flaw",
    "Header",
    "Picture",
    "Rendition",
    "day_taken",
    "few_colours",
    "make_pictures",
    "read_header",
]
