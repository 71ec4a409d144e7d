"""Series to static SVG, and units to a schematic of tiles. Pure but for the cache passed in."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, MutableMapping
from dataclasses import asdict
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

from microsite.charts.describe import describe
from microsite.charts.draw import draw_svg
from microsite.charts.legend import chart_legend
from microsite.charts.plan import plan_chart
from microsite.charts.points import MIN_POINTS, drawn_years
from microsite.charts.small import small_multiple, small_years
from microsite.charts.spec import vega_lite
from microsite.charts.svg import Labels, tidy
from microsite.charts.theme import NARROW, SMALL, WIDE, Sheet, theme
from microsite.charts.tiles import Tile, draw_tiles
from microsite.fingerprint import fingerprint_of
from microsite.model.indicator import Indicator
from microsite.wording.catalog import Words

ChartCache = MutableMapping[str, str]
Width = Literal["wide", "narrow"]

_SPOKEN = ("chart.", "qualifier.")
_SHEETS: dict[Width, Sheet] = {"wide": WIDE, "narrow": NARROW}

__all__ = [
    "ChartCache",
    "Tile",
    "Width",
    "chart_legend",
    "draw_chart",
    "draw_small",
    "draw_tiles",
    "drawn_years",
    "has_chart",
    "small_years",
]


@cache
def _edition() -> str:
    """Return what counts into the key of a drawing: how charts are drawn and tidied."""
    return fingerprint_of((Path(__file__).parent,), said=version("vl-convert-python"))


@cache
def _surroundings(words: Words, sheet: Sheet) -> str:
    """Return what else counts: language and words, size and look."""
    spoken = {key: text for key, text in words.entries.items() if key.startswith(_SPOKEN)}
    source = [_edition(), words.lang, spoken, asdict(sheet), theme(sheet)]
    return json.dumps(source, sort_keys=True)


def has_chart(indicator: Indicator) -> bool:
    """Whether there is enough to draw: a chart kind and at least three years."""
    return indicator.chart != "none" and len(indicator.preferred) >= MIN_POINTS


def draw_chart(
    indicator: Indicator, words: Words, cache: ChartCache, *, width: Width = "wide"
) -> str:
    """Draw the readings of ``indicator`` as one ``<svg>`` element, 640 or 340 pixels wide.

    Colours are CSS variables, labels are in the language of ``words``. Equal input gives equal
    text; ``cache`` keeps drawings by the hash of their input.
    """
    sheet = _SHEETS[width]
    return _drawn(indicator, words, cache, sheet, partial(_specify, indicator, words, sheet))


def draw_small(
    indicator: Indicator, words: Words, cache: ChartCache, *, first: int = 2004, last: int = 2025
) -> str:
    """Draw ``indicator`` as a small multiple, 220 by 81 pixels.

    All of a page share the years ``first`` to ``last``.
    """
    specify = partial(small_multiple, indicator, words, first=first, last=last)
    return _drawn(indicator, words, cache, SMALL, specify, first, last)


def _specify(indicator: Indicator, words: Words, sheet: Sheet) -> dict[str, Any]:
    return vega_lite(plan_chart(indicator, words, sheet), words)


def _drawn(
    indicator: Indicator,
    words: Words,
    cache: ChartCache,
    sheet: Sheet,
    specify: Callable[[], dict[str, Any]],
    *years: int,
) -> str:
    source = [_surroundings(words, sheet), indicator.model_dump_json(), *map(str, years)]
    key = hashlib.sha256("\n".join(source).encode()).hexdigest()
    if key not in cache:
        title = indicator.name.told(words.lang)
        labels = Labels(f"c-{indicator.id}-{sheet.name}", title, describe(indicator, words))
        cache[key] = tidy(draw_svg(specify()), labels)
    return cache[key]
