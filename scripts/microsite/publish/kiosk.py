"""A built kiosk site to the bundle on a USB stick: pages, launchers, updater, signature."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from kioskbox.manifest import LARGEST
from microsite.placing import write_whole
from microsite.publish.bundle import Sign, seal, zip_files
from microsite.publish.outside import keep_inside, write_codes

LARGEST_TEXT = 15 * 1024 * 1024  # bytes of the variant without pictures and sound
_MEDIA = ("assets/photos/", "assets/audio/")
_UPDATER = "kiosk.pyz"
_SHEBANG = b"#!/usr/bin/env python3\n"
_START = "import sys\nfrom kioskbox.__main__ import main\nsys.exit(main())\n"


class TooLargeError(Exception):
    """A bundle that the machines it is made for could not hold; its size in bytes."""


@dataclass(frozen=True)
class Label:
    """What a bundle says of itself; ``readme`` is for the person with the stick."""

    version: str
    name: str
    readme: str


@dataclass(frozen=True)
class Packed:
    """What was made: where, how large, how many files."""

    archive: Path
    folder: Path
    files: int
    size: int


def read_tree(tree: Path) -> dict[str, bytes]:
    """Return every file of a built kiosk site, its pages without ways out, and the codes.

    The page for addresses that do not exist is a server's; a folder has nobody to answer with it.
    """
    contents: dict[str, bytes] = {}
    addresses: set[str] = set()
    for path in sorted(tree.rglob("*")):
        if not path.is_file() or path == tree / "404.html":
            continue
        name, raw = path.relative_to(tree).as_posix(), path.read_bytes()
        if name.endswith(".html"):
            html, found = keep_inside(raw.decode("utf-8"))
            addresses.update(found)
            raw = html.encode("utf-8")
        contents[name] = raw
    contents["assets/kiosk/away.js"] = write_codes(addresses)
    return contents


def pack(
    contents: Mapping[str, bytes],
    label: Label,
    target: Path,
    sign: Sign | None,
    *,
    text_only: bool = False,
) -> Packed:
    """Write the bundle as a zip and as a folder in ``target``; one of the same name goes.

    Raises TooLargeError, and then nothing is written.
    """
    skipped = _MEDIA if text_only else ()
    kept = {path: raw for path, raw in contents.items() if not path.startswith(skipped)}
    whole = {**kept, **dict(_extras()), "DOC-TRUOC.txt": label.readme.encode("utf-8")}
    sealed = seal(whole, label.version, label.name, sign)
    size = sum(map(len, sealed.values()))
    if size > (LARGEST_TEXT if text_only else LARGEST):
        raise TooLargeError(size)
    top = f"pack-{label.version}" + ("-chu" if text_only else "")
    archive, folder = target / f"{top}.zip", target / top
    write_whole(archive, zip_files(sealed, top))
    shutil.rmtree(folder, ignore_errors=True)
    for path, raw in sealed.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(raw)
    return Packed(archive, folder, len(sealed), archive.stat().st_size)


def _extras() -> Iterator[tuple[str, bytes]]:
    """Yield the updater and the launchers."""
    modules = {
        f"kioskbox/{one.name}": one.read_bytes()
        for one in files("kioskbox").iterdir()
        if one.name.endswith(".py")
    }
    yield _UPDATER, _SHEBANG + zip_files({**modules, "__main__.py": _START.encode()})
    yield from _walk(files("microsite.publish") / "launchers", "launchers")


def _walk(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for one in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if one.is_dir():
            yield from _walk(one, f"{name}/{one.name}")
        else:
            yield f"{name}/{one.name}", one.read_bytes()
