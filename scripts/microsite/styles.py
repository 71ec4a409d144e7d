"""Style sheet parts to one small file for each kind of page, and scripts to their shortest form."""

from __future__ import annotations

from collections.abc import Mapping

import rcssmin
import rjsmin

_ALL = ("tokens", "base", "bands")
_TEXT = (*_ALL, "article")

# the parts that each kind of page needs, in order; print comes last so that paper wins
BUNDLES: Mapping[str, tuple[str, ...]] = {
    "home": (*_TEXT, "home", "lists", "media", "print"),
    "landing": (*_TEXT, "landing", "lists", "media", "print"),
    "article": (*_TEXT, "lists", "media", "print"),
    "timeline": (*_TEXT, "lists", "timeline", "print"),
    "indicator": (*_TEXT, "indicator", "print"),
    "explorer": (*_TEXT, "lists", "print"),
    "list": (*_TEXT, "lists", "media", "print"),
    "entry": (*_TEXT, "lists", "print"),
    "quiz": (*_TEXT, "lists", "quiz", "print"),
    "questions": (*_TEXT, "lists", "print"),
    "register": (*_TEXT, "lists", "print"),
    "notfound": ("tokens", "base"),
}


def bundle(parts: Mapping[str, str]) -> dict[str, str]:
    """Return the style sheet of each kind of page. A part that does not exist is left out."""
    return {
        kind: str(rcssmin.cssmin("\n".join(parts[name] for name in names if name in parts)))
        for kind, names in BUNDLES.items()
    }


def shorten_script(text: str) -> str:
    """Return ``text`` without comments and needless blanks."""
    return str(rjsmin.jsmin(text))
