"""The colours of the site's style sheet, for drawings that leave it."""

from __future__ import annotations

import re
from functools import cache, partial

from microsite.identity.paint import Palette

_DARK = re.compile(r"@dark\b.*", re.DOTALL)
_RULE = re.compile(r'(?::root|\[data-colour="(?P<colour>[a-z]+)"\])\s*\{(?P<body>[^{}]*)\}')
_TOKEN = re.compile(r"--(?P<name>[a-z0-9-]+):\s*(?P<value>#[0-9a-fA-F]{3,6}|transparent)\s*;")


def read_palette(tokens: str, colour: str) -> Palette:
    """Return the light theme's colours by token, as they are in a section of ``colour``.

    ``tokens`` is the text of the style sheet's first part.
    """
    found: dict[str, str] = {}
    for rule in _RULE.finditer(_DARK.sub("", tokens)):
        if rule["colour"] in (None, colour):
            found |= {one["name"]: one["value"] for one in _TOKEN.finditer(rule["body"])}
    return found


class Palettes:
    """The palettes of the style sheet whose first part is ``tokens``, each read once."""

    def __init__(self, tokens: str) -> None:
        self.of = cache(partial(read_palette, tokens))
