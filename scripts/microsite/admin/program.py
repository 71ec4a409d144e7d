"""The program of the form, changed so that it asks nothing of other machines and loses nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files as resources
from typing import Any

from microsite.admin.package import CMS, unpack

SCRIPT = "sveltia-cms.js"
# the script names its own files from here, relative to the page
_HOME = "sveltia-cms"
_FONTS = "npm/assets"
_ICONS = "material-symbols-outlined-latin-wght-normal-_Z1IJPLg.woff2"
_TEXT = "source-sans-3-latin-wght-normal-BqRLTx4X.woff2"
_MONO = "noto-mono-latin-400-normal-DiC8lJru.woff2"
_JSDELIVR = "https://cdn.jsdelivr.net/fontsource/fonts"

_VIETNAMESE = "locales/vi.json"
# file of the package → file of the form
_FILES = {
    "package.json": f"{_HOME}/package.json",  # the script asks for the newest version: this one
    "LICENSE.txt": f"{_HOME}/LICENSE.txt",
    _VIETNAMESE: f"{_HOME}@{CMS.version}/{_VIETNAMESE}",
    f"{_FONTS}/{_ICONS}": "fonts/icons.woff2",
    f"{_FONTS}/material-symbols-outlined.LICENSE.txt": "fonts/icons.LICENSE.txt",
    f"{_FONTS}/{_TEXT}": "fonts/text.woff2",
    f"{_FONTS}/source-sans-3.LICENSE.txt": "fonts/text.LICENSE.txt",
    f"{_FONTS}/{_MONO}": "fonts/mono.woff2",
    f"{_FONTS}/noto-mono.LICENSE.txt": "fonts/mono.LICENSE.txt",
}


@dataclass(frozen=True)
class Change:
    """Words of the script that stand there once, and what stands there instead."""

    old: str
    new: str


CHANGES = (
    # strings of the interface, and the version
    Change("https://unpkg.com/@sveltia/cms", _HOME),
    Change(
        f"{_JSDELIVR}/material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2",
        "fonts/icons.woff2",
    ),
    Change(f"{_JSDELIVR}/source-sans-3:vf@5.3.0/latin-wght-normal.woff2", "fonts/text.woff2"),
    Change(f"{_JSDELIVR}/noto-mono@5.3.0/latin-400-normal.woff2", "fonts/mono.woff2"),
    # parts that no field of ours needs (maps, colours of code, PDF, drawings): they stay away
    Change("https://unpkg.com/@sveltia/ui", "./absent/ui"),
    Change("https://unpkg.com/@shikijs", "./absent/shikijs"),
    Change("https://unpkg.com/${e}", "./absent/${e}"),
    Change("https://{s}.tile.openstreetmap.org/", "./absent/map/"),
    Change("https://nominatim.openstreetmap.org/search", "./absent/places"),
    # whether the host has a bad day is asked of third parties: a file without an answer
    Change("https://www.githubstatus.com/api/v2/status.json", f"{_HOME}/package.json"),
    Change(
        "https://status-api.hostedstatus.com/1.0/status/5b36dc6502d06804c08349f7",
        f"{_HOME}/package.json",
    ),
    # scalars stay as typed, as in our own loader: else 1.50 would come back as 1.5
    Change("XR=(e,t)=>Gfe(e,t),", "XR=(e,t)=>Gfe(e,t??{schema:`failsafe`}),"),
)
FORBIDDEN = (
    "unpkg.com",
    "cdn.jsdelivr.net",
    "status-api.hostedstatus.com/",
    "openstreetmap.org/{z}",
)


class Unlike(Exception):  # noqa: N818  # says what happened, as the caller reads it
    """The script is not the one that the changes were written for."""


def program_files(archive: bytes) -> Mapping[str, bytes]:
    """Return the files of the program by their names in the form. Raises Unlike."""
    source = f"dist/{SCRIPT}"
    files = unpack(archive, [source, *_FILES])
    script = change(files[source].decode("utf-8"))
    files = {**files, _VIETNAMESE: completed(files[_VIETNAMESE])}
    return {
        SCRIPT: script.encode("utf-8"),
        **{name: files[inside] for inside, name in _FILES.items()},
    }


def completed(locale: bytes) -> bytes:
    """Return the package's Vietnamese words, and ours for what it would say in English to editors.

    A newer package that has its own words keeps them.
    """
    ours = (resources("microsite.admin") / "missing.vi.json").read_text(encoding="utf-8")
    words = _joined(json.loads(ours), json.loads(locale))
    return json.dumps(words, ensure_ascii=False, indent=1).encode("utf-8")


def _joined(ours: dict[str, Any], theirs: dict[str, Any]) -> dict[str, Any]:
    joined = {**ours, **theirs}
    for name, value in theirs.items():
        if isinstance(value, dict) and isinstance(ours.get(name), dict):
            joined[name] = _joined(ours[name], value)
    return joined


def change(script: str) -> str:
    """Make every change, each exactly once. Raises Unlike when the script is another one."""
    for one in CHANGES:
        count = script.count(one.old)
        if count != 1:
            message = f"{one.old!r}: {count}"
            raise Unlike(message)
        script = script.replace(one.old, one.new)
    left = [name for name in FORBIDDEN if name in script]
    if left:
        raise Unlike(", ".join(left))
    return script
