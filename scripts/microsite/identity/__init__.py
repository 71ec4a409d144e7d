"""Parameters and seeds to the site's drawings: bands of cloth, ridges, the woven 20, covers.

Pure: equal arguments give equal bytes, nothing is read or written. Drawings shown inside a page
take their colours from its tokens and prefix their ids; cloth, mark and covers keep their own.
"""

from __future__ import annotations

from microsite.identity.band import Form, band_height, draw_band, draw_strip
from microsite.identity.cover import draw_cover
from microsite.identity.foregrounds import FOREGROUNDS
from microsite.identity.head import draw_head
from microsite.identity.heights import Peak, draw_heights
from microsite.identity.mark import draw_mark
from microsite.identity.paint import THEMES, Palette, paint_alone
from microsite.identity.recipes import BANDS
from microsite.identity.scene import draw_backdrop, draw_scene
from microsite.identity.thread import draw_thread
from microsite.identity.twenty import draw_twenty

__all__ = [
    "BANDS",
    "FOREGROUNDS",
    "THEMES",
    "Form",
    "Palette",
    "Peak",
    "band_height",
    "draw_backdrop",
    "draw_band",
    "draw_cover",
    "draw_head",
    "draw_heights",
    "draw_mark",
    "draw_scene",
    "draw_strip",
    "draw_thread",
    "draw_twenty",
    "paint_alone",
]
