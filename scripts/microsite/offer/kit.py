"""The outreach kit beside the pages, when there is one of exactly these contents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from microsite.checksums import NOT_AS_LISTED, read_list, read_listed
from microsite.fingerprint import fingerprint
from microsite.paths import ProjectPaths
from microsite.render.kit_file import KitFile
from microsite.render.page import Asset

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
        listed = read_list(paths.outreach)
        if listed["contents"] != fingerprint(paths):
            return ()
        found = tuple(_read(paths.outreach, listed["files"]))
    except NOT_AS_LISTED:
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
    for one in listed:
        content = read_listed(folder, one)
        if len(content) <= _MOST_BYTES:
            yield KitFile(
                path=one["path"],
                lies=(folder / one["path"]).resolve(),
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
