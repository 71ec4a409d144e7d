"""A frame's description, as programs ask for it that turn an address into an embedded frame.

The fields are those of oEmbed 1.0, type “rich” (https://oembed.com/, section 2.3.4). A static site
cannot answer questions, so each frame has a file of its own.
"""

from __future__ import annotations

import json

from microsite.render.context import Shared
from microsite.render.frames import frame_title
from microsite.render.offered import Frame, frame_code
from microsite.render.page import Asset

_WIDTH = 640


def describe_frame(shared: Shared, frame: Frame) -> Asset:
    """Return the oEmbed description of ``frame``."""
    settings, title = shared.site.settings, frame_title(shared, frame)
    described = {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": settings.short_name.told(frame.lang),
        "provider_url": settings.address,
        "width": _WIDTH,
        "height": frame.height,
        "html": frame_code(settings, frame, title),
    }
    text = json.dumps(described, ensure_ascii=False, separators=(",", ":"))
    return Asset(frame.description, f"{text}\n".encode())
