"""The one place that calls the drawing library."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

import vl_convert

from microsite.spread import hold_together


def draw_svg(spec: dict[str, Any]) -> str:
    """Draw a Vega-Lite specification as SVG text. Raises ValueError when the library refuses it.

    Languages whose words do not differ in a drawing share one.
    """
    return _draw(json.dumps(spec, sort_keys=True))


def draw_png(spec: dict[str, Any], *, scale: float) -> bytes:
    """Draw a Vega-Lite specification as PNG. Raises ValueError when the library refuses it."""
    hold_together("vl_convert")
    text = json.dumps(spec, sort_keys=True)
    return bytes(vl_convert.vegalite_to_png(vl_spec=text, scale=scale, allowed_base_urls=[]))


@lru_cache(maxsize=512)
def _draw(spec: str) -> str:
    hold_together("vl_convert")
    return str(vl_convert.vegalite_to_svg(vl_spec=spec, allowed_base_urls=[]))
