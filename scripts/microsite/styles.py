"""Style sheet and script parts to one small file each, in their shortest form."""

from __future__ import annotations

import re
from collections.abc import Mapping

import rcssmin
import rjsmin

_ALL = ("fonts", "tokens", "base", "bands", "dialog")
_TEXT = (*_ALL, "article", "charts")

# the parts that each kind of page needs, in order; print comes last so that paper wins
BUNDLES: Mapping[str, tuple[str, ...]] = {
    "home": (*_TEXT, "home", "ledger", "lists", "media", "print"),
    "landing": (*_TEXT, "landing", "pages", "ledger", "lists", "media", "print"),
    "article": (*_TEXT, "lists", "media", "print"),
    "timeline": (*_TEXT, "lists", "filters", "timeline", "print"),
    "indicator": (*_TEXT, "facts", "indicator", "print"),
    "explorer": (*_TEXT, "lists", "filters", "wide", "print"),
    "list": (*_TEXT, "lists", "filters", "wide", "people", "media", "print"),
    "entry": (*_TEXT, "lists", "facts", "indicator", "media", "entry", "print"),
    "quiz": (*_TEXT, "lists", "filters", "tally", "quiz", "print"),
    "questions": (*_TEXT, "lists", "filters", "tally", "questions", "print"),
    "register": (*_TEXT, "lists", "filters", "tally", "register", "print"),
    "search": (*_TEXT, "lists", "filters", "search", "print"),
    "files": ("files",),  # where tables or the outreach kit are offered
    "alert": ("alert",),  # what only the emergency switch shows
    "drafts": ("drafts",),  # what only a preview shows
    "embed": ("tokens", "embed"),  # frames for other sites
    "notfound": ("fonts", "tokens", "base", "notfound"),
    "found": ("search",),  # fetched by the script that opens search on any page
}


ON_SCREEN = ("kiosk", "keys")  # what every page of a kiosk has beside its own
REST = ("fonts", "tokens", "base", "bands", "kiosk", "rest")  # the resting screen of a kiosk

_DARK = re.compile(r"@dark\s*\{((?:[^{}]+\{[^{}]*\})*)\s*\}")
_CHOSEN = ':root[data-theme="dark"]'
_PREFERRED = ':root:not([data-theme="light"]):not([data-theme="contrast"])'


def bundle(parts: Mapping[str, str], *, kiosk: bool = False) -> dict[str, str]:
    """Return the style sheet of each kind of page. A part that does not exist is left out.

    On a kiosk every page has the parts of the screen too, and there is one more kind of page.
    """
    wanted = {kind: (*names, *ON_SCREEN) for kind, names in BUNDLES.items()} if kiosk else BUNDLES
    if kiosk:
        wanted = {**wanted, "rest": REST, "found": BUNDLES["found"]}
    return {
        kind: str(
            rcssmin.cssmin(write_dark("\n".join(parts[name] for name in names if name in parts)))
        )
        for kind, names in wanted.items()
    }


def write_dark(css: str) -> str:
    """Return ``css`` with each ``@dark { :root… { } }`` written twice, for screens only: once for
    the reader who chose dark, once for the device that prefers it where nothing else was chosen.
    """
    return _DARK.sub(_both_darks, css)


def _both_darks(found: re.Match[str]) -> str:
    rules = found[1]
    chosen = rules.replace(":root", _CHOSEN)
    preferred = rules.replace(":root", _PREFERRED)
    return (
        f"@media screen {{{chosen}}}\n"
        f"@media screen and (prefers-color-scheme: dark) {{{preferred}}}"
    )


# the parts of each script that has parts, in order
SCRIPTS: Mapping[str, tuple[str, ...]] = {
    "site": (
        "base",
        "days",
        "prefs",
        "panels",
        "search",
        "filters",
        "terms",
        "pairs",
        "aloud",
    ),
    "search": (
        "words",
        "typing",
        "index",
        "matching",
        "ranking",
        "snippets",
        "results",
        "finder",
        "start",
    ),
    "kiosk": (
        "guard",
        "idle",
        "bar",
        "away",
        "telex",
        "keyboard",
        "rest",
        "state",
        "begin",
    ),
}


def join_scripts(name: str, parts: Mapping[str, str]) -> str:
    """Return the script ``name`` made of ``parts``, which share their names with each other only.

    Raises KeyError when a part is missing or is not known.
    """
    if unknown := parts.keys() - set(SCRIPTS[name]):
        raise KeyError(*unknown)
    body = "\n".join(parts[part] for part in SCRIPTS[name])
    return f'(function () {{\n"use strict";\n{body}\n}})();\n'


def shorten_script(text: str) -> str:
    """Return ``text`` without comments and needless blanks."""
    return str(rjsmin.jsmin(text))
