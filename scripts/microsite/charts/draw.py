"""The one place that calls the drawing library."""

from __future__ import annotations

from typing import Any

import vl_convert


def draw_svg(spec: dict[str, Any]) -> str:
    """Draw a Vega-Lite specification as SVG text. Raises ValueError when the library refuses it."""
    return str(vl_convert.vegalite_to_svg(vl_spec=spec, allowed_base_urls=[]))
