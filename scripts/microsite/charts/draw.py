"""The one place that calls the drawing library."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

import vl_convert


def draw_svg(spec: dict[str, Any]) -> str:
    """Draw a Vega-Lite specification as SVG text. Raises ValueError when the library refuses it.

    Languages whose words do not differ in a drawing share one.
    """
    return _draw(json.dumps(spec, sort_keys=True))


@lru_cache(maxsize=512)
def _draw(spec: str) -> str:
    return str(vl_convert.vegalite_to_svg(vl_spec=spec, allowed_base_urls=[]))
