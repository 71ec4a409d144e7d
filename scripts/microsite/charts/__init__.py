"""Series to static SVG and the rows of its twin table. Pure but for the cache that is passed in."""

from __future__ import annotations

import hashlib
import json
from collections.abc import MutableMapping

from microsite.charts.draw import draw_svg
from microsite.charts.spec import has_chart, vega_lite
from microsite.charts.svg import Labels, tidy
from microsite.model.indicator import Indicator
from microsite.wording.catalog import Words

ChartCache = MutableMapping[str, str]
WIDTH = 640

# counted into the cache key: raise it when drawing or tidying changes
_EDITION = "1"

__all__ = ["ChartCache", "draw_chart", "has_chart"]


def draw_chart(indicator: Indicator, words: Words, cache: ChartCache) -> str:
    """Draw the preferred readings of ``indicator`` as one ``<svg>`` element.

    Colours are CSS variables, labels are in the language of ``words``. Equal input gives equal
    text; ``cache`` keeps drawings by the hash of their input.
    """
    spec = vega_lite(indicator, words, width=WIDTH)
    labels = Labels(
        prefix=f"c-{indicator.id}",
        title=indicator.name.get(words.lang) or indicator.name.vi,
        description=_description(indicator, words),
    )
    canonical = json.dumps(
        [_EDITION, spec, labels.prefix, labels.title, labels.description], sort_keys=True
    )
    key = hashlib.sha256(canonical.encode()).hexdigest()
    if key not in cache:
        cache[key] = tidy(draw_svg(spec), labels)
    return cache[key]


def _description(indicator: Indicator, words: Words) -> str:
    first, last = indicator.preferred[0], indicator.preferred[-1]
    return words(
        "chart.description", first=first.year, last=last.year, count=len(indicator.preferred)
    )
