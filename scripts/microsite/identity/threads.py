"""The colours of thread and cloth. They never change with the theme, as cloth does not."""

from __future__ import annotations

from typing import Final

RED: Final = "#C42E3C"
DEEP_RED: Final = "#8E1F2E"
ORANGE: Final = "#E2702B"
MARIGOLD: Final = "#F0B440"
WHITE: Final = "#F5F1E6"
TEA: Final = "#6AA84F"
JADE: Final = "#2F9080"
BLUE: Final = "#4A86C6"
SILVER: Final = "#C9D3DE"
SILVER_SHADE: Final = "#8FA1B9"
PLUM: Final = "#B4527F"
INDIGO: Final = "#1C2C55"
WAX_INDIGO: Final = "#17365F"
BLACK_INDIGO: Final = "#10172A"
BLACK: Final = "#16161F"
LEAF: Final = "#2F5B3B"
DAO_INDIGO: Final = "#1A2444"
LA_HU_BLACK: Final = "#14121A"
