"""The outreach kit beside the pages, when there is one of exactly these contents."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from microsite.fingerprint import fingerprint
from microsite.paths import ProjectPaths
from microsite.render.kit_file import KitFile
from microsite.render.page import Asset

_LIST = "list.json"
_MOST_BYTES = 1_000_000
"""What is larger is carried on a stick and not on phones."""

_MOST_ALL = 32_000_000
_TEXT, _SOUND = ".txt", (".mp3", ".wav")


def read_kit(paths: ProjectPaths) -> tuple[KitFile, ...]:
    """Return the files of the kit in ``dist/outreach`` that the site may offer.

    None when there is no kit, when it was made from other contents (it may tell of somebody who
    has withdrawn since), when a file is not what the list says, or when all are too many bytes.
    Sound goes first when there are too many.
    """
    try:
        listed = json.loads((paths.outreach / _LIST).read_text(encoding="utf-8"))
        if listed["contents"] != fingerprint(paths):
            return ()
        found = tuple(_read(paths.outreach, listed["files"]))
    except (OSError, ValueError, KeyError, TypeError):
        return ()
    silent = tuple(one for one in found if not one.path.endswith(_SOUND))
    for offered in (found, silent):
        if sum(one.size for one in offered) <= _MOST_ALL:
            return offered
    return ()


def kit_files(kit: Sequence[KitFile]) -> Iterator[Asset]:
    """Yield the files as they go into the site."""
    for one in kit:
        yield Asset(one.address, one.lies.read_bytes())


def _read(folder: Path, listed: Sequence[Any]) -> Iterator[KitFile]:
    root = folder.resolve()
    for one in listed:
        lies = (folder / one["path"]).resolve()
        content = lies.read_bytes()
        if not lies.is_relative_to(root) or hashlib.sha256(content).hexdigest() != one["sha256"]:
            raise ValueError(one["path"])
        if len(content) <= _MOST_BYTES:
            yield KitFile(
                path=one["path"],
                lies=lies,
                channel=one["channel"],
                title=one["title"],
                lang=one["lang"],
                size=len(content),
                unit=one["unit"],
                form=_form(one),
            )


def _form(one: Any) -> str:
    if one["path"].endswith(_TEXT) and "minutes" not in one:
        return ""
    return str(one.get("size") or (f"{one['minutes']}′" if "minutes" in one else ""))
